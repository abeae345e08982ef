//! The data that must exist before a program runs.

use std::time::Duration;

use portone_v1::schedules::{CreateSchedules, NewSchedule};
use portone_v1::{Client, Timestamp};
use portone_v1_fake::{Decline, Fake};

use super::{PROGRAMS, naver_orders, people, sales};

/// Identifiers in the programs.
pub(super) const IMP_UID: &str = "imp_448280090638";
pub(super) const ORDER: &str = "order-20240322-0001";
pub(super) const CUSTOMER: &str = "customer-0001";

const HOUR: Duration = Duration::from_secs(60 * 60);

/// Makes what the program of an operation needs.
pub(super) async fn prepare(fake: &Fake, client: &Client, operation: &str) {
    sales::prepare(fake, operation);
    people::prepare(fake, operation);
    naver_orders::prepare(fake, operation);
    if ["schedules.retry", "schedules.reschedule"].contains(&operation) {
        decline_a_charge(fake, client).await;
    }
    for earlier in earlier(operation) {
        run(earlier, client).await;
    }
}

/// The operations whose programs run before that of another.
fn earlier(operation: &str) -> &'static [&'static str] {
    match operation {
        "prepare.change" | "prepare.get" => &["prepare.register"],
        "billing_keys.payments" => &["subscribe.pay_again"],
        "schedules.list"
        | "schedules.get"
        | "schedules.cancel"
        | "schedules.change"
        | "schedules.list_by_customer"
        | "billing_keys.schedules" => &["schedules.create"],
        "receipts.get" | "receipts.revoke" => &["receipts.issue"],
        "receipts.get_external" | "receipts.revoke_external" => &["receipts.issue_external"],
        "escrow.get" | "escrow.change" => &["escrow.register"],
        "kcp_quick.change" => &["kcp_quick.prepare"],
        _ => &[],
    }
}

async fn run(operation: &str, client: &Client) {
    let program = PROGRAMS.iter().find(|program| program.operation == operation).unwrap();
    let result = (program.run)(client.clone()).await;
    result.unwrap_or_else(|error| panic!("{operation}, which runs first: {error}"));
}

/// A charge that the card company declines, an hour from now.
async fn decline_a_charge(fake: &Fake, client: &Client) {
    let due = Timestamp::from_second(fake.now()).unwrap() + HOUR;
    let charge = NewSchedule::new(ORDER, due, "KRW", 1_000, "머그컵 2개");
    client.schedules().create(&CreateSchedules::new(CUSTOMER, [charge])).await.unwrap();
    fake.decline(Decline::next("잔액부족").of_billing_key(CUSTOMER));
    fake.advance(2 * HOUR);
}
