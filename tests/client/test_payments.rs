//! Payments of test channels: hidden and refused, unless the client includes them.

use std::env;
use std::process::Command;

use axum::Router;
use axum::extract::RawQuery;
use axum::routing::{get, post};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::verification::{Difference, UntrustedPayment, VerifyError, WindowResult};
use portone_v1::{CallOptions, Client, ClientBuilder, ReconcilePolicy, blocking};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET};
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::server::{Answer, Server};
use serde_json::{Value, json};

use crate::fixture::{KEY, SECRET};

fn client(url: &str, include: bool) -> Client {
    let builder = Client::builder().base_url(url).credentials(KEY, SECRET);
    builder.include_test_payments(include).build().unwrap()
}

fn payment(imp_uid: &str) -> UntrustedPayment {
    let query = format!("imp_uid={imp_uid}&merchant_uid=order-1");
    match WindowResult::from_query(&query).unwrap() {
        WindowResult::Payment(payment) => payment,
        WindowResult::Refused(refusal) => panic!("{refusal:?}"),
    }
}

fn json(sandbox: &Value) -> Value {
    json!({
        "imp_uid": "imp_1", "merchant_uid": "order-1", "amount": 1000, "cancel_amount": 0,
        "currency": "KRW", "status": "paid", "sandbox": sandbox,
    })
}

#[track_caller]
fn assert_is_test_payment<T: std::fmt::Debug>(result: Result<T, VerifyError>) {
    match result {
        Err(VerifyError::Mismatch(mismatch)) => {
            assert_eq!(mismatch.differences, [Difference::TestPayment]);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_production_shop_delivers_for_none() {
    let portone = Fake::start().await.unwrap();
    let builder = Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET);
    let client = builder.build().unwrap();
    let buyer = Buyer::new("order-1", 1_000).through_test_channel();
    let imp_uid = portone.pay(buyer).unwrap();
    let hidden = payment(&imp_uid).verify(&client, 1_000).await;
    assert!(matches!(hidden, Err(VerifyError::NotFound(_))), "{hidden:?}");
    let order = UntrustedPayment::of_order("order-1");
    assert_is_test_payment(order.verify(&client, 1_000).await);
    assert_is_test_payment(order.look_up(&client).await);
}

#[tokio::test]
async fn whatever_the_server_says_a_test_payment_is_a_difference() {
    let server = Server::start(Answer::ok(&json(&json!(true)).to_string())).await.unwrap();
    let client = client(server.url(), false);
    assert_is_test_payment(payment("imp_1").verify(&client, 1_000).await);
    assert_is_test_payment(payment("imp_1").look_up(&client).await);
    assert!(server.calls().iter().all(|call| call.target == "/payments/imp_1"));
}

#[tokio::test]
async fn a_new_shop_verifies_them_and_knows_what_they_are() {
    let portone = Fake::start().await.unwrap();
    let builder = Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET);
    let client = builder.include_test_payments(true).build().unwrap();
    for (buyer, is_test) in [
        (Buyer::new("order-1", 1_000).through_test_channel(), true),
        (Buyer::new("order-2", 1_000), false),
    ] {
        let imp_uid = portone.pay(buyer).unwrap();
        let merchant_uid = if is_test { "order-1" } else { "order-2" };
        let order = UntrustedPayment::of_order(merchant_uid);
        let verified = order.verify(&client, 1_000).await.unwrap();
        assert_eq!((&*verified.imp_uid, verified.is_test()), (&*imp_uid, is_test));
        // Options of calls do not change it, and neither do clones.
        let client = client.with(CallOptions::new().no_retry()).clone();
        assert_eq!(order.verify(&client, 1_000).await.unwrap().is_test(), is_test);
        assert_eq!(order.look_up(&client).await.unwrap().imp_uid, imp_uid);
    }
}

/// A server that leaves `sandbox` out, and hides the payment if it is a test payment.
async fn silent_server(is_test: bool) -> Loopback {
    let answer = move |query: Option<String>| {
        let included = query.is_some_and(|query| query.contains("include_sandbox=true"));
        let response = if included || !is_test { json(&Value::Null) } else { Value::Null };
        let missing = response.is_null();
        let message = missing.then_some("존재하지 않는 결제정보입니다.");
        let code = if missing { -1 } else { 0 };
        let body = json!({ "code": code, "message": message, "response": response });
        let status = if missing { 404 } else { 200 };
        (axum::http::StatusCode::from_u16(status).unwrap(), body.to_string())
    };
    let token = json!({ "access_token": "t", "now": 0, "expired_at": 1800 });
    let token = json!({ "code": 0, "message": null, "response": token }).to_string();
    let router = Router::new()
        .route("/users/getToken", post(|| async { token }))
        .route("/payments/{imp_uid}", get(move |RawQuery(query)| async move { answer(query) }));
    Loopback::serve(router).await.unwrap()
}

#[tokio::test]
async fn it_is_found_out_where_the_server_does_not_say() {
    for is_test in [false, true] {
        let server = silent_server(is_test).await;
        let included = client(server.url(), true);
        let verified = payment("imp_1").verify(&included, 1_000).await.unwrap();
        assert_eq!(verified.is_test(), is_test);
        let plain = payment("imp_1").verify(&client(server.url(), false), 1_000).await;
        assert_eq!(plain.is_ok(), !is_test, "{plain:?}");
    }
}

#[tokio::test]
async fn reconciliation_includes_them_too() {
    for (include, target) in
        [(true, "/payments/imp_1?include_sandbox=true"), (false, "/payments/imp_1")]
    {
        let server = Server::start(Answer::html(502, "bad gateway")).await.unwrap();
        let once = CallOptions::new().reconcile(ReconcilePolicy::once());
        let client = client(server.url(), include).with(once);
        let refund = CancelPayment::new(CancelAmount::partial(400), Checksum::expect(1_000));
        let error = client.payments().cancel(&refund.imp_uid("imp_1")).await.unwrap_err();
        server.answer(Answer::ok(&json(&json!(true)).to_string()));
        let _ = client.reconcile(&error).await.unwrap();
        assert_eq!(server.calls().last().unwrap().target, target);
    }
}

#[tokio::test]
async fn blocking_clients_include_them_too() {
    let server = Server::start(Answer::ok(&json(&json!(true)).to_string())).await.unwrap();
    let url = server.url().to_owned();
    let (sender, receiver) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let builder = blocking::Client::builder().base_url(url).credentials(KEY, SECRET);
        let client = builder.include_test_payments(true).build().unwrap();
        let verified = client.verify(&payment("imp_1"), 1_000).unwrap();
        sender.send(verified.is_test()).unwrap();
    });
    assert!(receiver.await.unwrap());
    assert_eq!(server.calls()[0].target, "/payments/imp_1?include_sandbox=true");
}

#[tokio::test]
#[ignore = "run by another test"]
async fn child_with_environment() {
    let server = Server::start(Answer::ok(&json(&json!(true)).to_string())).await.unwrap();
    match ClientBuilder::from_env() {
        Err(error) => println!("{error}"),
        Ok(builder) => {
            let client = builder.base_url(server.url()).build().unwrap();
            println!("verified: {}", payment("imp_1").verify(&client, 1_000).await.is_ok());
        }
    }
}

#[test]
fn the_environment_can_include_them() {
    for (value, printed) in [
        (None, "verified: false"),
        (Some("false"), "verified: false"),
        (Some("true"), "verified: true"),
        (Some("yes"), "PORTONE_INCLUDE_TEST_PAYMENTS is neither `true` nor `false`"),
    ] {
        let mut child = Command::new(env::current_exe().unwrap());
        child.args([
            "--ignored",
            "--exact",
            "--nocapture",
            "test_payments::child_with_environment",
        ]);
        child.env("PORTONE_IMP_KEY", "k").env("PORTONE_IMP_SECRET", "s");
        child.env_remove("PORTONE_INCLUDE_TEST_PAYMENTS").env_remove("PORTONE_BASE_URL");
        child.envs(value.map(|value| ("PORTONE_INCLUDE_TEST_PAYMENTS", value)));
        let output = String::from_utf8(child.output().unwrap().stdout).unwrap();
        assert!(output.contains(printed), "{value:?}: {output}");
    }
}
