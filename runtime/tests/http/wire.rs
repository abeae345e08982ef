//! The wire format of requests.

use portone_v1_runtime::internal::{Call, Method, Operation, Parameter, Requirement, Transport};
use portone_v1_runtime::{Decimal, Error, Timestamp};

use crate::fixture::{CANCEL, CHANGE, DELETE, GET, OPEN, builder, client, get, get_call, well};
use crate::server::{Seen, Server};

async fn sent(call: Call) -> Seen {
    let server = Server::start(well).await;
    client(&server).send(call).await.unwrap().decode_empty().unwrap();
    server.calls().remove(0)
}

/// Fails, and nothing was sent, not even for a token.
async fn refused(call: Call) -> (String, String) {
    let server = Server::start(well).await;
    match client(&server).send(call).await.map(drop) {
        Err(Error::InvalidRequest(error)) => {
            assert!(server.seen().is_empty());
            let violation = error.violations[0].clone();
            (violation.parameter, violation.problem)
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_path_value_stays_one_segment() {
    for (value, segment) in [
        ("imp_448280090638", "imp_448280090638"),
        ("a/../b?c#d%2F e", "a%2F..%2Fb%3Fc%23d%252F%20e"),
        ("주문-1", "%EC%A3%BC%EB%AC%B8-1"),
        ("a\\b\n\t;=&+", "a%5Cb%0A%09%3B%3D%26%2B"),
        ("..a", "..a"),
        ("%2e%2e", "%252e%252e"),
    ] {
        let seen = sent(Call::new(&GET).path("imp_uid", &value)).await;
        assert_eq!(seen.target, format!("/payments/{segment}"));
    }
}

#[tokio::test]
async fn a_path_value_that_would_change_the_route_is_rejected() {
    for value in ["", ".", ".."] {
        let (parameter, problem) = refused(Call::new(&GET).path("imp_uid", &value)).await;
        assert_eq!(parameter, "imp_uid");
        assert!(problem.contains("change the route"));
    }
    assert_eq!(refused(Call::new(&GET)).await.0, "imp_uid");
}

#[tokio::test]
async fn a_get_has_a_query_and_no_body() {
    let call = get_call()
        .query("imp_uid", &vec!["a", "b c"])
        .query("pg_api_key", &Some("k&/"))
        .query("sandbox", &false)
        .query("absent", &None::<String>);
    let seen = sent(call).await;
    assert_eq!(
        (&*seen.method, &*seen.target),
        ("GET", "/payments/imp_1?imp_uid[]=a&imp_uid[]=b%20c&pg_api_key=k%26%2F&sandbox=false")
    );
    assert_eq!(seen.body, "");
    assert_eq!(seen.header("content-type"), None);
    assert_eq!(seen.header("accept"), Some("application/json"));
    let agent = concat!("portone-v1-rust/", env!("CARGO_PKG_VERSION"));
    assert_eq!(seen.header("user-agent"), Some(agent));
}

#[tokio::test]
async fn a_post_has_a_json_body() {
    let call = Call::new(&CANCEL)
        .body("merchant_uid", &"주문 \"1\"")
        .body("amount", &Decimal::new(1_234_500, 2))
        .body("checksum", &None::<Decimal>)
        .body("vbank_due", &Timestamp::from_second(1_700_000_000).unwrap())
        .body("notice_url", &vec!["https://a.example"])
        .body("escrow", &true);
    let seen = sent(call).await;
    assert_eq!(seen.header("content-type"), Some("application/json"));
    assert_eq!(
        seen.body,
        r#"{"merchant_uid":"주문 \"1\"","amount":12345,"vbank_due":1700000000,"notice_url":["https://a.example"],"escrow":true}"#
    );
}

#[tokio::test]
async fn without_fields_a_put_is_empty_and_a_delete_has_no_body() {
    let put = sent(Call::new(&CHANGE).path("imp_uid", &"imp_1")).await;
    assert_eq!((&*put.method, &*put.body), ("PUT", "{}"));
    assert_eq!(put.header("content-type"), Some("application/json"));
    let delete = sent(Call::new(&DELETE).path("imp_uid", &"imp_1")).await;
    assert_eq!((&*delete.method, &*delete.body), ("DELETE", ""));
    assert_eq!(delete.header("content-type"), None);
}

#[tokio::test]
async fn an_empty_list_is_rejected() {
    let none = Vec::<String>::new();
    for call in [
        Call::new(&CANCEL).body("product_order_id", &Some(none.clone())),
        Call::new(&CANCEL).query("product_order_id", &none),
    ] {
        let (parameter, problem) = refused(call).await;
        assert_eq!(parameter, "product_order_id");
        assert!(problem.contains("empty list"));
    }
}

#[tokio::test]
async fn a_tier_belongs_to_a_client() {
    let server = Server::start(well).await;
    let tiered: Transport = builder(&server.url()).tier("001").build().unwrap();
    let plain = client(&server);
    get(&plain).await.unwrap();
    get(&plain.with_tier("002".into())).await.unwrap();
    get(&tiered).await.unwrap();
    get(&plain).await.unwrap();
    let tiers: Vec<_> =
        server.calls().iter().map(|seen| seen.header("tier").map(str::to_owned)).collect();
    assert_eq!(tiers, [None, Some("002".into()), Some("001".into()), None]);
    assert_eq!(server.tokens_asked(), 2, "`with_tier` shares the token");
    assert!(
        server
            .seen()
            .iter()
            .filter(|seen| seen.is_for_token())
            .all(|seen| seen.header("tier").is_none())
    );
}

#[tokio::test]
async fn an_invalid_tier_is_never_omitted() {
    let server = Server::start(well).await;
    for tier in ["", " ", "티어", "a\nb"] {
        let error = get(&client(&server).with_tier(tier.into())).await.unwrap_err();
        let Error::InvalidRequest(error) = error else { panic!("{error:?}") };
        assert_eq!(error.violations[0].parameter, "tier");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn an_open_operation_needs_no_token() {
    let seen = sent(Call::new(&OPEN)).await;
    assert_eq!(seen.header("authorization"), None);
}

#[tokio::test]
async fn a_base_path_comes_before_the_route() {
    let server = Server::start(|_| crate::server::Reply::ok("null")).await;
    let client: Transport = builder(&format!("{}/v1/", server.url())).build().unwrap();
    client.send(Call::new(&OPEN)).await.unwrap();
    assert_eq!(server.seen()[0].target, "/v1/status");
}

#[tokio::test]
async fn every_method_is_sent_as_it_is_called() {
    static OPERATIONS: [Operation; 4] =
        [open(Method::Get), open(Method::Post), open(Method::Put), open(Method::Delete)];
    for (operation, method) in OPERATIONS.iter().zip(["GET", "POST", "PUT", "DELETE"]) {
        assert_eq!(sent(Call::new(operation)).await.method, method);
    }
}

const fn open(method: Method) -> Operation {
    Operation { method, ..OPEN }
}

#[tokio::test]
async fn all_violations_are_reported() {
    static RULED: Operation = Operation {
        gateways: &["nice"],
        parameters: &[
            Parameter { max_length: Some(3), ..Parameter::new("name") },
            Parameter { explicit_omission: true, ..Parameter::new("amount") },
            Parameter { gateways: &[("nice", Requirement::Required)], ..Parameter::new("phone") },
        ],
        ..CHANGE
    };
    let call = Call::new(&RULED).path("imp_uid", &"..").body("name", &"long").body("amount", &"0");
    let violations = |result: Result<(), Error>| match result {
        Err(Error::InvalidRequest(error)) => {
            error.violations.into_iter().map(|violation| violation.parameter).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(violations(call.clone().check(&"nice")), ["name", "amount", "phone", "imp_uid"]);
    assert_eq!(violations(call.clone().check(&"kcp")), ["gateway", "name", "amount", "imp_uid"]);
    let server = Server::start(well).await;
    let client = client(&server).with_tier("티어".into());
    let sent = client.send(call).await.map(drop);
    assert_eq!(violations(sent), ["name", "amount", "imp_uid", "tier"]);
    assert!(server.seen().is_empty());
}
