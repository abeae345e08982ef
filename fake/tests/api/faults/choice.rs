//! The choice of faulty requests: by rules, and at random.

use std::collections::BTreeSet;
use std::time::Duration;

use portone_v1_fake::{Fault, RandomFaults};
use serde_json::json;

use crate::shop::Shop;

#[tokio::test]
async fn a_fault_describes_itself() {
    let fault = Fault::status(503).on("payments.*").skip(2).times(3);
    assert_eq!(fault.to_string(), "status on payments.*, after 2 requests, 3 times");
    assert_eq!(Fault::garbage().to_string(), "garbage on *, once");
    assert_eq!(Fault::latency(Duration::ZERO).always().to_string(), "latency on *, always");
}

#[tokio::test]
async fn rules_skip_and_limit_calls() {
    let shop = Shop::open().await;
    shop.fake.inject(Fault::status(500).on("users.*").skip(1).times(2)).unwrap();
    let mut statuses = Vec::new();
    for _ in 0..4 {
        shop.get("/nowhere").await.refused(404, -1, "");
        statuses.push(shop.get("/users/pg").await.status);
    }
    assert_eq!(statuses, [200, 500, 500, 200]);
    shop.fake.inject(Fault::status(500).always()).unwrap();
    for path in ["/users/pg", "/nowhere"] {
        assert_eq!(shop.get(path).await.status, 500);
    }
    shop.fake.clear_faults();
    shop.get("/users/pg").await.done();
}

#[tokio::test]
async fn an_impossible_fault_is_rejected() {
    let shop = Shop::open().await;
    let refused = |fault| shop.fake.inject(fault).unwrap_err().to_string();
    assert!(refused(Fault::garbage().on("payments.cancle")).contains("payments.cancle"));
    assert!(refused(Fault::status(200)).contains("status must be between 400 and 599"));
    assert!(refused(Fault::api_error(0, "")).contains("code must not be 0"));
    assert!(refused(Fault::partial().on("payments.cancel")).contains("cannot succeed partially"));
    let chance = |faults| shop.fake.inject_random(faults).unwrap_err().to_string();
    assert!(chance(RandomFaults::seeded(1, 1.5)).contains("between 0 and 1"));
    assert!(chance(RandomFaults::seeded(1, 0.5).only([])).contains("kinds must not be empty"));
}

async fn by_chance(seed: u64) -> Vec<Option<String>> {
    let shop = Shop::open().await;
    shop.fake.inject_random(RandomFaults::seeded(seed, 0.5).on("prepare.register")).unwrap();
    for number in 0..40 {
        let order = json!({ "merchant_uid": format!("order-{number}"), "amount": 1 });
        // Half of them fail, as they should.
        let _ = shop.try_post("/payments/prepare", order).await;
    }
    let calls = shop.fake.calls("prepare.register");
    calls.iter().map(|call| call.fault().map(str::to_owned)).collect()
}

#[tokio::test]
async fn random_faults_are_reproducible_by_seed() {
    let (first, again, other) = tokio::join!(by_chance(7), by_chance(7), by_chance(8));
    assert_eq!(first.len(), 40);
    assert_eq!(first, again);
    assert_ne!(first, other);
    let failed = first.iter().flatten().count();
    assert!((8..33).contains(&failed), "{failed} of 40");
}

#[tokio::test]
async fn random_faults_are_limited_to_the_requested_kinds() {
    let shop = Shop::open().await;
    let kinds = [Fault::status(500), Fault::status(503)];
    shop.fake.inject_random(RandomFaults::seeded(3, 1.0).only(kinds)).unwrap();
    let mut statuses = BTreeSet::new();
    for _ in 0..20 {
        statuses.insert(shop.get("/users/pg").await.status);
    }
    assert_eq!(statuses.into_iter().collect::<Vec<_>>(), [500, 503]);
}

#[tokio::test]
async fn faults_are_injected_over_http() {
    let shop = Shop::open().await;
    let rule = json!({ "fault": "status", "status": 502, "operation": "users.list_gateway_settings", "skip": 1, "times": 3 });
    shop.fake.inject(Fault::garbage().on("*").always()).unwrap();
    let told = shop.post("/_fake/faults", rule).await;
    let listed = json!([
        { "fault": "garbage", "operation": "*", "skip": 0, "times": null },
        { "fault": "status", "operation": "users.list_gateway_settings", "skip": 1, "times": 3 },
    ]);
    assert_eq!(told.body["planned"], listed);
    assert_eq!(shop.delete("/_fake/faults").await.status, 200);

    let form = "fault=api_error&code=3&message=no&always=true&operation=users.*";
    let form_type = "application/x-www-form-urlencoded";
    assert_eq!(
        shop.send_as(http::Method::POST, "/_fake/faults", form_type, form).await.status,
        200
    );
    shop.get("/users/pg").await.refused(200, 3, "no");

    let chance = json!({ "seed": 1, "probability": 1, "kinds": ["unauthorized"] });
    assert_eq!(shop.post("/_fake/faults", chance).await.body["random"]["seed"], 1);
    shop.get("/nowhere").await.refused(401, -1, "");
}

#[tokio::test]
async fn an_unknown_fault_is_rejected_with_the_known_ones() {
    let shop = Shop::open().await;
    let wrong = shop.post("/_fake/faults", json!({ "fault": "fire" })).await;
    let problem = wrong.body["error"].as_str().unwrap().to_owned();
    let known = problem.strip_prefix("unknown fault fire; expected one of ").unwrap();
    assert_eq!((wrong.status, known.split(", ").count()), (400, 11));
    for kind in known.split(", ") {
        let told = shop.post("/_fake/faults", json!({ "fault": kind, "operation": "*" })).await;
        assert_eq!(told.body["planned"].as_array().unwrap().last().unwrap()["fault"], kind);
    }
}
