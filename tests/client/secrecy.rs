//! Credentials and personal data are in no `Debug` and no error. What the requests hide is tested
//! with each of them, below `wire`.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::fmt::Debug;

use portone_v1::authentication::GetToken;
use portone_v1::codes::Bank;
use portone_v1::naver::{
    AccrueNaverPoints, GetNaverCashAmount, GetNaverProductOrder, GetNaverReviews,
};
use portone_v1::payments::GetPayment;
use portone_v1::paymentwall::RegisterPaymentwallDelivery;
use portone_v1::vbanks::{FindVbankHolder, IssueVbank};
use portone_v1::{Client, Error};
use portone_v1_generator::model::TypeId;
use portone_v1_tests::server::Answer;

use crate::canaries::{self, Canary};
use crate::fixture::{KEY, SECRET, at, client, talk};
use crate::schema::{api, operations};

/// What the operations answer, lists apart.
fn answered() -> BTreeSet<TypeId> {
    operations().filter_map(|(_, operation)| operation.returns?.item.named()).collect()
}

/// How `Debug` shows an answer of this type.
async fn shown(client: &Client, ty: &str) -> Result<String, Error> {
    match ty {
        "AccessToken" => debug(client.authentication().get_token(&GetToken::new("k", "s")).await),
        "Payment" => debug(client.payments().get(&GetPayment::new("imp_1")).await),
        "VbankHolder" => {
            debug(client.vbanks().find_holder(&FindVbankHolder::new("088", "1")).await)
        }
        "NaverProductOrder" => {
            debug(client.naver().product_order(&GetNaverProductOrder::new("1")).await)
        }
        "NaverReview" => {
            let request = GetNaverReviews::new(at(0), at(1), "general");
            debug(client.naver().reviews(&request).await)
        }
        "NaverCashAmount" => {
            debug(client.naver().cash_amount(&GetNaverCashAmount::new("imp_1")).await)
        }
        "PaymentwallDelivery" => {
            let now = at(0);
            let request = RegisterPaymentwallDelivery::new(
                "imp_1",
                "1",
                "digital",
                "delivered",
                now,
                now,
                "no",
                "a@b.example",
            );
            debug(client.paymentwall().register_delivery(&request).await)
        }
        other => panic!("add an operation that answers {other}"),
    }
}

fn debug<T: Debug>(result: Result<T, Error>) -> Result<String, Error> {
    result.map(|answer| format!("{answer:?} {answer:#?}"))
}

async fn read(ty: &str, answer: Answer) -> Result<String, Error> {
    let (client, server) = talk(answer.clone()).await;
    if ty == "AccessToken" {
        server.answer_for_token(answer);
    }
    shown(&client, ty).await
}

#[tokio::test]
async fn answers_show_all_but_credentials_and_personal_data() {
    let api = api();
    for id in answered() {
        let ty = api.ty(id).name.as_str();
        let (json, canaries) = canaries::answer(api, id);
        let json = if ty == "NaverReview" { format!("[{json}]") } else { json };
        let shown = read(ty, Answer::ok(&json)).await.unwrap();
        for Canary { place, shown: value, redacted } in canaries {
            assert_eq!(shown.contains(&value), !redacted, "{place}: {shown}");
        }
    }
}

#[tokio::test]
async fn errors_show_nothing_of_an_answer() {
    let api = api();
    for id in answered() {
        let ty = api.ty(id).name.as_str();
        let (json, canaries) = canaries::answer(api, id);
        let refused = format!(r#"{{"code":-1,"message":null,"response":{json}}}"#);
        for answer in [
            Answer::json(200, &*refused),
            Answer::json(401, &*refused),
            Answer::json(404, &*refused),
            Answer::json(200, &json[1..]),
            Answer::ok(&format!("{json:?}")),
            Answer::html(502, &*json),
        ] {
            let error = read(ty, answer).await.unwrap_err();
            for canary in &canaries {
                assert_hidden(&error, &canary.shown);
            }
        }
    }
}

#[track_caller]
fn assert_hidden(error: &Error, secret: &str) {
    let mut shown = format!("{error} {error:?} {error:#?}");
    let mut source = error.source();
    while let Some(error) = source {
        shown += &format!("{error} {error:?} {error:#?}");
        source = error.source();
    }
    assert!(!shown.contains(secret), "{secret}: {shown}");
}

/// A request with a secret wherever one can be.
fn issue() -> IssueVbank {
    IssueVbank::new("order-1", 1_000, Bank::Shinhan, at(1_893_456_000))
        .pg_api_key("canary-pg-api-key")
        .vbank_num("canary-vbank-num")
        .vbank_holder("canary-vbank-holder")
        .buyer_name("canary-buyer-name")
        .buyer_email("canary-buyer-email")
        .buyer_tel("canary-buyer-tel")
        .custom_data("canary-custom-data")
}

#[tokio::test]
async fn errors_show_nothing_of_a_request() {
    let refused = Answer::json(400, r#"{"code":-1,"message":null,"response":null}"#);
    let (refusing, _server) = talk(refused).await;
    let (unreadable, _other) = talk(Answer::ok("[1]")).await;
    // Nobody listens on this port: it is reserved.
    for client in [refusing, unreadable, client("http://127.0.0.1:1")] {
        let error = client.vbanks().issue(&issue()).await.unwrap_err();
        for secret in ["canary", "token-1", KEY, SECRET] {
            assert_hidden(&error, secret);
        }
    }
}

#[tokio::test]
async fn clients_show_no_keys() {
    let (client, _server) = talk(Answer::ok("null")).await;
    client.naver().accrue_points(&AccrueNaverPoints::new("1")).await.unwrap();
    let shown = format!("{client:?} {:?} {:?}", client.vbanks(), client.payments());
    for secret in [KEY, SECRET, "token-1"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
