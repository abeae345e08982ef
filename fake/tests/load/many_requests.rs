//! Many requests to one server: more than ten thousand with `LOAD_REQUESTS=700`.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use portone_v1_fake::{Buyer, Fake};
use serde_json::{Value, json};

use crate::wire::{Answer, Wire, request, token};

const CONNECTIONS: u64 = 16;
/// Of a connection, unless `LOAD_REQUESTS` says how many.
const REQUESTS: u64 = 140;
/// So many requests of a connection for each payment that all share, so that refunds exhaust some.
const REQUESTS_PER_PAYMENT: u64 = 7;
/// The server keeps as many of the latest requests.
const KEPT: u64 = 10_000;
const AMOUNT: i64 = 5_000;

struct Load {
    token: String,
    /// Payments that all connections give back at once, and how much of them was given back.
    shared: Vec<(String, AtomicI64)>,
    answered: AtomicU64,
    charged: AtomicU64,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_request_is_counted_and_the_state_is_consistent() {
    let fake = Fake::start().await.unwrap();
    let requests = env::var("LOAD_REQUESTS").map_or(REQUESTS, |number| number.parse().unwrap());
    let shared = (0..requests / REQUESTS_PER_PAYMENT).map(|number| {
        let buyer = Buyer::new(format!("shared-{number}"), AMOUNT);
        (fake.pay(buyer).unwrap(), AtomicI64::new(0))
    });
    let load = Arc::new(Load {
        shared: shared.collect(),
        token: token(&fake).await,
        answered: AtomicU64::new(0),
        charged: AtomicU64::new(0),
    });
    let workers = (0..CONNECTIONS).map(|number| (number, Arc::clone(&load)));
    let mut tasks = Vec::new();
    for (number, load) in workers {
        let wire = Wire::open(&fake).await;
        tasks.push(tokio::spawn(work(wire, number, requests, load)));
    }
    for task in tasks {
        task.await.unwrap();
    }
    let sent = CONNECTIONS * requests;
    assert_eq!(load.answered.load(Ordering::SeqCst), sent);
    // And the one for the token.
    assert_eq!(fake.request_count(), sent + 1);
    let kept = KEPT.min(sent + 1);
    assert_eq!(fake.requests().len() as u64, kept);
    assert_eq!(fake.requests()[0].number(), sent + 2 - kept);
    books_agree(&fake, &load).await;
}

async fn work(mut wire: Wire, worker: u64, requests: u64, load: Arc<Load>) {
    let mut dice = fastrand::Rng::with_seed(worker);
    for number in 0..requests {
        let order = format!("order-{worker}-{number}");
        let (imp_uid, given_back) = &load.shared[dice.usize(..load.shared.len())];
        let amount = dice.i64(1..500);
        let (method, path, body) = match dice.u8(..8) {
            0 => ("POST", "/subscribe/payments/onetime".to_owned(), charge(&order)),
            1..4 => ("POST", "/payments/cancel".to_owned(), cancel(imp_uid, amount)),
            4 => ("GET", format!("/payments/{imp_uid}"), Value::Null),
            5 => ("GET", "/payments?merchant_uid[]=shared-1&merchant_uid[]=x".into(), Value::Null),
            6 => ("POST", "/payments/prepare".to_owned(), json!({ "merchant_uid": order })),
            _ => ("GET", format!("/nowhere/{order}"), Value::Null),
        };
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let answer = wire.ask(&request(method, &path, &load.token, &body)).await.unwrap();
        load.answered.fetch_add(1, Ordering::SeqCst);
        match (method, &*path) {
            ("POST", "/payments/cancel") if is_done(&answer) => {
                given_back.fetch_add(amount, Ordering::SeqCst);
            }
            ("POST", "/subscribe/payments/onetime") => {
                assert!(is_done(&answer), "{answer:?}");
                load.charged.fetch_add(1, Ordering::SeqCst);
            }
            ("POST", "/payments/prepare") => assert_eq!(answer.status, 400),
            ("GET", "/payments?merchant_uid[]=shared-1&merchant_uid[]=x") => {
                assert_eq!(answer.status, 207);
            }
            ("GET", path) if path.starts_with("/nowhere") => assert_eq!(answer.status, 404),
            _ => assert_eq!(answer.status, 200),
        }
    }
}

fn is_done(answer: &Answer) -> bool {
    answer.status == 200 && answer.body["code"] == 0
}

fn charge(order: &str) -> Value {
    json!({ "merchant_uid": order, "amount": 10, "card_number": "9410-1234-5678-9012", "expiry": "2030-12" })
}

fn cancel(imp_uid: &str, amount: i64) -> Value {
    json!({ "imp_uid": imp_uid, "amount": amount })
}

/// No refund is lost, none is made twice, and none is more than there was.
async fn books_agree(fake: &Fake, load: &Load) {
    let mut wire = Wire::open(fake).await;
    let mut exhausted = 0;
    for (imp_uid, given_back) in &load.shared {
        let path = format!("/payments/{imp_uid}");
        let payment = wire.ask(&request("GET", &path, &load.token, "")).await.unwrap();
        let payment = &payment.body["response"];
        let history = payment["cancel_history"].as_array().unwrap();
        let sum: i64 = history.iter().map(|one| one["amount"].as_i64().unwrap()).sum();
        assert_eq!(payment["cancel_amount"], sum);
        assert_eq!(sum, given_back.load(Ordering::SeqCst));
        assert!(sum <= AMOUNT, "{sum}");
        exhausted += usize::from(AMOUNT - sum < 500);
    }
    // Else no refund was ever refused.
    assert!(exhausted > 0);
    let path = "/payments/status/paid?limit=1";
    let paid = wire.ask(&request("GET", path, &load.token, "")).await.unwrap();
    let cancelled = wire
        .ask(&request("GET", "/payments/status/cancelled?limit=1", &load.token, ""))
        .await
        .unwrap();
    let total = |answer: &Answer| answer.body["response"]["total"].as_u64().unwrap();
    let charged = load.charged.load(Ordering::SeqCst);
    assert_eq!(total(&paid) + total(&cancelled), charged + load.shared.len() as u64);
}
