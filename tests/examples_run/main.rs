//! The examples, each run as a user runs it; all of its output is compared.

mod journal;
mod quickstart;

use std::cell::RefCell;

thread_local! {
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Takes the place of the real one in the examples below, whose tasks all run on one thread.
macro_rules! println {
    ($($told:tt)*) => { $crate::record(&format!($($told)*)) };
}

#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/billing_key.rs"]
mod billing_key;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/going_live.rs"]
mod going_live;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/payment_lookup.rs"]
mod payment_lookup;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/safe_refund.rs"]
mod safe_refund;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/vbank.rs"]
mod vbank;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/ways_in.rs"]
mod ways_in;
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
#[path = "../../examples/webhook_server.rs"]
mod webhook_server;

use insta::assert_snapshot;
use portone_v1_fake::Fake;

fn record(line: &str) {
    PRINTED.with_borrow_mut(|printed| {
        printed.push_str(line);
        printed.push('\n');
    });
}

fn printed() -> String {
    PRINTED.take()
}

#[tokio::test]
async fn payment_lookup_finds_existing_payments() {
    payment_lookup::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}

#[tokio::test]
async fn going_live_delivers_the_honest_order_alone_and_once() {
    going_live::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}

#[tokio::test]
async fn vbank_is_paid_once_the_deposit_is_there() {
    vbank::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}

#[tokio::test]
async fn safe_refund_gives_back_once() {
    safe_refund::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}

#[tokio::test]
async fn billing_key_charges_schedules_that_were_not_cancelled() {
    billing_key::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}

#[tokio::test]
async fn ways_in_all_end_in_one_delivery() {
    ways_in::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}

#[tokio::test]
async fn webhook_server_delivers_paid_orders_once() {
    webhook_server::run(&Fake::start().await.unwrap()).await.unwrap();
    assert_snapshot!(printed());
}
