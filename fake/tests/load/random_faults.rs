//! Random faults in many requests: the log and the state agree.

use portone_v1_fake::{Fake, LoggedRequest, RandomFaults};

use crate::wire::{Wire, request, token};

const CARRIED_OUT: [&str; 5] = ["reset_after", "truncated", "garbage", "status_after", "latency"];

#[tokio::test]
async fn executed_calls_of_the_log_match_the_state() {
    let fake = Fake::start().await.unwrap();
    let token = token(&fake).await;
    fake.inject_random(RandomFaults::seeded(11, 0.5).on("subscribe.pay_once")).unwrap();
    let mut wire = Wire::open(&fake).await;
    for number in 0..500 {
        let order = format!(
            r#"{{"merchant_uid":"order-{number}","amount":10,"card_number":"9410-1234-5678-9012","expiry":"2030-12"}}"#
        );
        let charge = request("POST", "/subscribe/payments/onetime", &token, &order);
        if wire.ask(&charge).await.is_none() {
            wire = Wire::open(&fake).await;
        }
    }
    let calls = fake.calls("subscribe.pay_once");
    assert_eq!(calls.len(), 500);
    let mut charged = 0;
    for (number, call) in calls.iter().enumerate() {
        let find = request("GET", &format!("/payments/find/order-{number}"), &token, "");
        let found = wire.ask(&find).await.unwrap();
        assert_eq!(found.status == 200, is_carried_out(call), "{call:?}");
        charged += u32::from(found.status == 200);
    }
    assert!((250..500).contains(&charged), "{charged}");
}

fn is_carried_out(call: &LoggedRequest) -> bool {
    call.fault().is_none_or(|fault| CARRIED_OUT.contains(&fault))
}
