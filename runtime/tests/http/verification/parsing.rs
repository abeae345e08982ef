//! Parsing of webhook bodies from PortOne, from other tools, and from attackers.

use portone_v1_runtime::verification::{
    ParseError, SOURCE_ADDRESSES, UntrustedNotification, UntrustedPayment, is_source,
};

const JSON: Option<&str> = Some("application/json");
const FORM: Option<&str> = Some("application/x-www-form-urlencoded");

const PAID: &str = r#"{"imp_uid":"imp_1","merchant_uid":"order-1","status":"paid"}"#;
const PAID_FORM: &str = "imp_uid=imp_1&merchant_uid=order-1&status=paid";

fn parse(content_type: Option<&str>, body: &str) -> Result<UntrustedNotification, ParseError> {
    UntrustedNotification::parse(content_type, body.as_bytes())
}

#[track_caller]
fn error(content_type: Option<&str>, body: &str) -> ParseError {
    parse(content_type, body).unwrap_err()
}

#[test]
fn json_and_forms_are_equivalent() {
    for (content_type, body) in [
        (JSON, PAID),
        (Some("Application/JSON; charset=UTF-8"), PAID),
        (None, PAID),
        (None, " \n{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order-1\",\"status\":\"paid\"}\n"),
        (None, "\u{feff}{\"imp_uid\":\"imp_1\",\"merchant_uid\":\"order-1\",\"status\":\"paid\"}"),
        (FORM, PAID_FORM),
        (Some("application/x-www-form-urlencoded;charset=utf-8"), PAID_FORM),
        (None, PAID_FORM),
        (Some(""), PAID_FORM),
        (FORM, "status=paid&imp%5Fuid=imp%5f1&merchant_uid=order-1&new=1&cancellation_id="),
    ] {
        let notification = parse(content_type, body).unwrap();
        assert_eq!(notification.imp_uid(), "imp_1");
        assert_eq!(notification.payment().imp_uid(), Some("imp_1"));
        assert_eq!(notification.merchant_uid(), "order-1");
        assert_eq!(notification.claimed_status(), Some("paid"));
        assert_eq!(notification.cancellation_id(), None);
        assert_eq!(notification.claimed_event(), None);
        assert_eq!(notification.claimed_extra(), None);
    }
}

#[test]
fn orders_can_have_korean_identifiers() {
    let notification = parse(FORM, "imp_uid=imp_1&merchant_uid=%EC%A3%BC%EB%AC%B8+1").unwrap();
    assert_eq!(notification.merchant_uid(), "주문 1");
    let notification = parse(JSON, r#"{"imp_uid":"imp_1","merchant_uid":"\uc8fc문 1"}"#).unwrap();
    assert_eq!(notification.merchant_uid(), "주문 1");
    assert_eq!(notification.claimed_status(), None);
}

#[test]
fn cancellations_have_a_key_too() {
    for body in [
        r#"{"imp_uid":"i","merchant_uid":"m","status":"cancelled","cancellation_id":"c"}"#,
        "imp_uid=i&merchant_uid=m&status=cancelled&cancellation_id=c",
    ] {
        assert_eq!(parse(None, body).unwrap().cancellation_id(), Some("c"));
    }
    for none in ["null", r#""""#, "[]", "{}"] {
        let body = format!(r#"{{"imp_uid":"i","merchant_uid":"m","cancellation_id":{none}}}"#);
        assert_eq!(parse(None, &body).unwrap().cancellation_id(), None, "{none}");
    }
}

#[test]
fn events_are_claims() {
    let body = r#"{"imp_uid":"i","merchant_uid":7,"status":null,"event":"Inicis.Escrow.Changed","extra":{"a":[1,"canary"]}}"#;
    let notification = parse(JSON, body).unwrap();
    assert_eq!(notification.merchant_uid(), "7");
    assert_eq!(notification.claimed_status(), None);
    assert_eq!(notification.claimed_event(), Some("Inicis.Escrow.Changed"));
    assert_eq!(notification.claimed_extra(), Some(r#"{"a":[1,"canary"]}"#));
    assert!(!format!("{notification:?}").contains("canary"));
}

#[test]
fn missing_and_invalid_fields_are_named() {
    assert_eq!(error(JSON, "{}"), ParseError::Missing("imp_uid"));
    assert_eq!(error(FORM, ""), ParseError::Missing("imp_uid"));
    assert_eq!(error(FORM, PAID), ParseError::Missing("imp_uid"));
    assert_eq!(error(FORM, "imp_uid=i&merchant_uid="), ParseError::Missing("merchant_uid"));
    for value in ["null", "{}", "[]", r#""""#, r#""null""#] {
        let body = format!(r#"{{"imp_uid":{value},"merchant_uid":"m"}}"#);
        assert_eq!(error(JSON, &body), ParseError::Missing("imp_uid"), "{value}");
    }
    for value in [r#"{"i":1}"#, r#"["i"]"#, r#""a\nb""#, r#""\u0000""#, r#""\ud800""#] {
        let body = format!(r#"{{"imp_uid":{value},"merchant_uid":"m"}}"#);
        assert_eq!(error(JSON, &body), ParseError::Invalid("imp_uid"), "{value}");
    }
    let long = format!("imp_uid=i&merchant_uid={}", "m".repeat(257));
    assert_eq!(error(FORM, &long), ParseError::Invalid("merchant_uid"));
    assert_eq!(error(FORM, "imp_uid=a%0d%0ab&merchant_uid=m"), ParseError::Invalid("imp_uid"));
    assert_eq!(ParseError::Invalid("imp_uid").to_string(), "invalid request: `imp_uid` is invalid");
}

#[test]
fn other_content_types_are_rejected() {
    for content_type in ["text/plain", "multipart/form-data; boundary=x", "application/jsonx", "하"]
    {
        assert_eq!(error(Some(content_type), PAID), ParseError::UnknownContentType);
    }
    for body in ["", "null", "[]", "\"imp_uid\"", "{", "{\"imp_uid\":\"i\"} x", PAID_FORM] {
        assert_eq!(error(JSON, body), ParseError::NotJson, "{body}");
    }
}

#[test]
fn hostile_identifiers_are_the_sender_s_fault() {
    let long = "i".repeat(257);
    for value in [
        "..",
        ".",
        "/",
        "imp_1/cancel",
        "imp_1?x=1",
        "imp_1#",
        "%2e%2e",
        "imp 1",
        "\u{202e}imp",
        "주문",
        &long,
    ] {
        let json = serde_json::json!({ "imp_uid": value, "merchant_uid": "m" }).to_string();
        let form: String = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("imp_uid", value), ("merchant_uid", "m")])
            .finish();
        for (content_type, body) in [(JSON, &json), (FORM, &form)] {
            let error = error(content_type, body);
            assert_eq!((&error, error.status()), (&ParseError::Invalid("imp_uid"), 400), "{value}");
            assert!(!error.to_string().contains(value), "{error}");
        }
    }
    for value in ["..", ".", "a\r\nb", &"m".repeat(257)] {
        let json = serde_json::json!({ "imp_uid": "imp_1", "merchant_uid": value }).to_string();
        assert_eq!(error(JSON, &json), ParseError::Invalid("merchant_uid"), "{value}");
    }
}

#[test]
fn identifiers_parsed_elsewhere_are_checked_too() {
    let payment = UntrustedPayment::new("imp_1", "주문/1").unwrap();
    assert_eq!((payment.imp_uid(), payment.merchant_uid()), (Some("imp_1"), "주문/1"));
    for (imp_uid, merchant_uid, expected) in [
        ("..", "m", ParseError::Invalid("imp_uid")),
        ("imp_1/cancel", "m", ParseError::Invalid("imp_uid")),
        ("", "m", ParseError::Missing("imp_uid")),
        ("i", "..", ParseError::Invalid("merchant_uid")),
        ("i", "a\nb", ParseError::Invalid("merchant_uid")),
        ("i", "", ParseError::Missing("merchant_uid")),
    ] {
        assert_eq!(UntrustedPayment::new(imp_uid, merchant_uid).unwrap_err(), expected);
    }
}

#[test]
fn repeated_keys_must_stay_the_same() {
    for body in [
        r#"{"imp_uid":"i","merchant_uid":"m","imp_uid":"j"}"#,
        r#"{"imp_uid":null,"merchant_uid":"m","imp_uid":"i"}"#,
        "imp_uid=i&merchant_uid=m&imp_uid=j",
        "imp_uid=i&merchant_uid=m&imp%5Fuid=I",
        "imp_uid=i&merchant_uid=m&imp_uid=",
    ] {
        assert_eq!(error(None, body), ParseError::Ambiguous("imp_uid"), "{body}");
    }
    assert_eq!(
        error(FORM, "imp_uid=i&merchant_uid=m&cancellation_id=1&cancellation_id=2"),
        ParseError::Ambiguous("cancellation_id")
    );
    for body in [
        r#"{"imp_uid":"i","merchant_uid":"m","imp\u005fuid":"i"}"#,
        "imp_uid=i&merchant_uid=m&imp%5Fuid=i",
    ] {
        assert_eq!(parse(None, body).unwrap().imp_uid(), "i");
    }
}

#[test]
fn foreign_fields_are_ignored_whatever_they_hold() {
    for body in [
        &b"imp_uid=i&merchant_uid=m&item=1&item=2"[..],
        b"name=%C1%D6&imp_uid=i&merchant_uid=m",
        b"name=\xc1\xd6&imp_uid=i&merchant_uid=m&%ff=%&=&&",
        b"imp_uid=i&merchant_uid=m&status=paid&status=failed",
        br#"{"imp_uid":"i","merchant_uid":"m","item":1,"item":[2],"\ud800":"x","name":"\ud800"}"#,
        b"{\"imp_uid\":\"i\",\"merchant_uid\":\"m\",\"name\":\"\xc1\xd6\"}",
        br#"{"imp_uid":"i","merchant_uid":"m","status":["paid"],"event":{}}"#,
    ] {
        let notification = UntrustedNotification::parse(None, body).unwrap();
        assert_eq!((notification.imp_uid(), notification.merchant_uid()), ("i", "m"));
        assert_eq!((notification.claimed_status(), notification.claimed_event()), (None, None));
    }
}

#[test]
fn keys_that_are_not_utf8_are_rejected() {
    for body in [
        &b"{\"imp_uid\":\"\xff\",\"merchant_uid\":\"m\"}"[..],
        b"imp_uid=\xc1&merchant_uid=m",
        b"imp_uid=%C1%D6&merchant_uid=m",
    ] {
        let error = UntrustedNotification::parse(None, body).unwrap_err();
        assert_eq!(error, ParseError::Invalid("imp_uid"));
    }
    assert_eq!(error(FORM, "imp_uid=i&merchant_uid=%C1%D6"), ParseError::Invalid("merchant_uid"));
}

#[test]
fn large_and_deep_bodies() {
    let large = format!("{PAID_FORM}&more={}", "x".repeat(64 * 1024));
    assert_eq!(error(FORM, &large), ParseError::TooLong);
    let deep = |count| "[".repeat(count) + &"]".repeat(count);
    assert_eq!(error(JSON, &deep(30_000)), ParseError::NotJson);
    assert_eq!(error(JSON, &"[".repeat(60_000)), ParseError::NotJson);
    let extra = |inner: &str| format!(r#"{{"imp_uid":"i","merchant_uid":"m","extra":{inner}}}"#);
    let parsed = parse(JSON, &extra(&deep(127))).unwrap();
    assert_eq!(parsed.claimed_extra().unwrap().len(), 254);
    for count in [128, 30_000] {
        assert_eq!(error(JSON, &extra(&deep(count))), ParseError::NotJson);
    }
    let keys = format!(r#"{{"imp_uid":{},"merchant_uid":"m"}}"#, deep(127));
    assert_eq!(error(JSON, &keys), ParseError::Invalid("imp_uid"));
}

/// Every body that is cut short, and every one with a byte changed.
#[test]
fn no_body_makes_it_panic() {
    for body in [PAID, PAID_FORM] {
        for end in 0..body.len() {
            let _ = UntrustedNotification::parse(None, &body.as_bytes()[..end]);
            for byte in 0..=u8::MAX {
                let mut changed = body.as_bytes().to_vec();
                changed[end] = byte;
                for content_type in [JSON, FORM, None] {
                    let _ = UntrustedNotification::parse(content_type, &changed);
                }
            }
        }
    }
}

#[test]
fn addresses_of_the_sender() {
    assert_eq!(
        SOURCE_ADDRESSES.map(|address| address.to_string()),
        ["52.78.100.19", "52.78.48.223", "52.78.5.241"]
    );
    for (address, is) in [
        ("52.78.5.241", true),
        ("::ffff:52.78.48.223", true),
        ("52.78.5.242", false),
        ("::1", false),
    ] {
        assert_eq!(is_source(address.parse().unwrap()), is, "{address}");
    }
}
