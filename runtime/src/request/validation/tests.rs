use super::*;
use crate::json::Value;
use crate::operation::Method;
use crate::operation::Parameter;
use crate::operation::Requirement::{Optional, Required, Unsupported};
use rust_decimal::Decimal;

const NAME: Parameter = Parameter { max_length: Some(4), ..Parameter::new("name") };
const AMOUNT: Parameter = Parameter { explicit_omission: true, ..Parameter::new("amount") };
const QUOTA: Parameter =
    Parameter { minimum: Some(2), maximum: Some(12), ..Parameter::new("quota") };
const PHONE: Parameter = Parameter {
    required: true,
    gateways: &[("nice", Optional), ("kcp", Unsupported)],
    ..Parameter::new("phone")
};
const KIND: Parameter = Parameter {
    gateways: &[("nice", Required)],
    other_gateways: Some(Unsupported),
    ..Parameter::new("kind")
};
const BIRTH: Parameter =
    Parameter { required_when: &[("kind", &["person", "1"])], ..Parameter::new("birth") };
const SCHEDULES: Parameter =
    Parameter { fields: &[NAME, BIRTH, AMOUNT], ..Parameter::new("schedules") };

const OPERATION: Operation = Operation {
    gateways: &["nice", "kcp", "uplus"],
    parameters: &[NAME, AMOUNT, QUOTA, PHONE, KIND, BIRTH, SCHEDULES],
    one_of: &[&["imp_uid", "merchant_uid"]],
    ..Operation::new("section.operation", Method::Post, "/")
};

fn check(fields: &Fields, gateway: Option<&str>) -> Vec<(String, String)> {
    check_all(&[&Fields::new().with("imp_uid", &"imp_1"), fields], gateway)
}

fn check_all(fields: &[&Fields], gateway: Option<&str>) -> Vec<(String, String)> {
    let found = validate(&OPERATION, fields, gateway);
    found.into_iter().map(|violation| (violation.parameter, violation.problem)).collect()
}

fn parameters(fields: &Fields, gateway: Option<&str>) -> Vec<String> {
    check(fields, gateway).into_iter().map(|(parameter, _)| parameter).collect()
}

#[test]
fn lengths_count_characters() {
    assert!(check(&Fields::new().with("name", &"주문번호"), None).is_empty());
    let (_, problem) = check(&Fields::new().with("name", &"주문번호1"), None).remove(0);
    assert_eq!(problem, "is 5 characters long; the maximum is 4");
}

#[test]
fn ranges_hold_at_both_ends() {
    for (quota, fine) in [(1, false), (2, true), (12, true), (13, false), (-5, false)] {
        let fields = Fields::new().with("quota", &(quota as i64));
        assert_eq!(check(&fields, None).is_empty(), fine, "{quota}");
    }
}

#[test]
fn values_that_the_server_treats_as_omitted_are_rejected_where_omission_is_explicit() {
    let refused = |value: &dyn crate::json::ToJson| {
        !check(&Fields::new().with("amount", value), None).is_empty()
    };
    for number in ["0", "0.00", "-0", "-1", "0E-5"] {
        let decimal = Decimal::from_scientific(number).or_else(|_| number.parse::<Decimal>());
        assert!(refused(&decimal.unwrap()), "{number}");
        assert!(refused(&Value::Number(number.replace("E-5", ".0"))), "{number}");
    }
    assert!(refused(&"") && refused(&" \t") && refused(&"0") && refused(&"0.00"));
    assert!(refused(&vec!["a", ""]));
    assert!(!refused(&"a") && !refused(&"-1a") && !refused(&1_i64) && !refused(&"0a"));
    assert!(!refused(&None::<i64>));
}

#[test]
fn one_parameter_of_a_group_is_required() {
    let none = Fields::new();
    let expected = ("imp_uid".to_owned(), "or `merchant_uid` is required".to_owned());
    assert_eq!(check_all(&[&none], None), std::slice::from_ref(&expected));
    for name in ["imp_uid", "merchant_uid"] {
        assert!(check_all(&[&none, &none.clone().with(name, &"order-1")], None).is_empty());
        for blank in ["", " \t"] {
            let blank = none.clone().with(name, &blank);
            assert_eq!(check_all(&[&blank], None), std::slice::from_ref(&expected));
        }
    }
    let list = none.clone().with("merchant_uid", &vec!["order-1"]);
    assert!(check_all(&[&list], None).is_empty());
}

#[test]
fn conditions_are_met_by_sibling_fields() {
    for (kind, needed) in [("person", true), ("1", true), ("company", false)] {
        let fields = Fields::new().with("kind", &kind);
        let expected: &[&str] = if needed { &["birth"] } else { &[] };
        assert_eq!(parameters(&fields, None), expected);
        assert!(check(&fields.with("birth", &"880101"), None).is_empty());
    }
}

#[test]
fn all_violations_are_reported_with_their_positions() {
    let none = Vec::<String>::new();
    let bad = Fields::new().with("name", &"too long").with("amount", &0_i64).with("list", &none);
    let good = Fields::new().with("name", &"good");
    let fields = Fields::new()
        .with("name", &"too long")
        .with("quota", &99_i64)
        .with("schedules", &vec![Value::from(good), Value::from(bad)]);
    assert_eq!(
        parameters(&fields, None),
        ["schedules[1].list", "name", "quota", "schedules[1].name", "schedules[1].amount"]
    );
}

#[test]
fn gateways_have_their_own_requirements() {
    let given = Fields::new().with("phone", &"010").with("kind", &"company");
    let nothing = Fields::new();
    for (fields, gateway, expected) in [
        (&given, "nice", &[][..]),
        (&given, "kcp", &["phone", "kind"]),
        (&given, "uplus", &["kind"]),
        (&given, "danal", &["gateway", "kind"]),
        (&nothing, "nice", &["kind"]),
        (&nothing, "kcp", &[]),
        (&nothing, "uplus", &["phone"]),
    ] {
        assert_eq!(parameters(fields, Some(gateway)), expected, "{gateway}");
        assert!(check(fields, None).is_empty(), "only where a gateway is named");
    }
}

#[test]
fn values_are_not_repeated() {
    let fields = Fields::new().with("name", &"canary").with("quota", &424_242_i64);
    let said = format!("{:?}", check(&fields, Some("nice")));
    assert!(!said.contains("canary") && !said.contains("424242"), "{said}");
}
