//! Scheduled charges.

use portone_v1::payments::FindPayment;
use portone_v1::schedules::{
    CancelSchedules, ChangeSchedule, CreateSchedules, GetSchedule, NewSchedule, Reschedule,
    RetrySchedule, SchedulesToCancel,
};
use portone_v1::types::{CustomerUidUsage, PaymentStatus, Schedule, ScheduleStatus};
use portone_v1_fake::Decline;

use crate::billing_keys::card;
use crate::refusals::{assert_against_the_rules, assert_not_found, assert_refused};
use crate::shop::{DAY, Shop, won};

/// A newspaper, every day for so many days from tomorrow.
pub(crate) async fn subscribe(shop: &Shop, customer_uid: &str, days: u32) {
    shop.client.billing_keys().issue(&card(customer_uid)).await.unwrap();
    let paper = |day: u32| {
        let number = format!("{customer_uid}-paper-{day}");
        NewSchedule::new(number, shop.now() + day * DAY, "KRW", 9_900, "Newspaper")
    };
    let request = CreateSchedules::new(customer_uid, (1..=days).map(paper));
    let created = shop.client.schedules().create(&request).await.unwrap();
    assert_eq!(created.len(), usize::try_from(days).unwrap());
    assert!(created.iter().all(|one| one.schedule_status == Some(ScheduleStatus::Scheduled)));
}

async fn schedule(shop: &Shop, order: &str) -> Schedule {
    let mut found = shop.client.schedules().get(&GetSchedule::new(order)).await.unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

pub(crate) async fn charges_are_made_as_time_passes(shop: &Shop) {
    subscribe(shop, "card-1", 3).await;
    let due = shop.now() + DAY;
    shop.portone.advance(DAY / 2);
    assert_not_found(shop.client.payments().find(&FindPayment::new("card-1-paper-1")).await);
    shop.portone.advance(DAY);
    let made = schedule(shop, "card-1-paper-1").await;
    assert_eq!(made.schedule_status, Some(ScheduleStatus::Executed));
    assert_eq!((made.executed_at, made.amount), (Some(due), Some(won(9_900))));
    let paid = shop.payment(made.imp_uid.as_deref().unwrap()).await;
    assert_eq!((&paid.status, paid.paid_at), (&PaymentStatus::Paid, Some(due)));
    assert_eq!(paid.customer_uid_usage, Some(CustomerUidUsage::PaymentScheduled));

    let skip = CancelSchedules::new(SchedulesToCancel::only(["card-1-paper-2"]));
    let skipped = shop.client.schedules().cancel(&skip.customer_uid("card-1")).await.unwrap();
    assert_eq!(skipped[0].revoked_at, Some(shop.now()));
    shop.portone.advance(2 * DAY);
    assert_not_found(shop.client.payments().find(&FindPayment::new("card-1-paper-2")).await);
    let last = schedule(shop, "card-1-paper-3").await;
    assert_eq!(last.payment_status, Some(PaymentStatus::Paid));
    let all = CancelSchedules::new(SchedulesToCancel::All).customer_uid("card-1");
    assert_against_the_rules(shop.client.schedules().cancel(&all).await);
}

pub(crate) async fn a_declined_charge_is_retried(shop: &Shop) {
    subscribe(shop, "card-1", 2).await;
    shop.portone.decline(Decline::next("잔액부족").of_billing_key("card-1").times(2));
    shop.portone.advance(2 * DAY);
    for order in ["card-1-paper-1", "card-1-paper-2"] {
        let failed = schedule(shop, order).await;
        assert_eq!(failed.schedule_status, Some(ScheduleStatus::Executed));
        assert_eq!(failed.payment_status, Some(PaymentStatus::Failed));
        assert_eq!(failed.fail_reason.as_deref(), Some("잔액부족"));
    }
    let schedules = shop.client.schedules();
    let paid = schedules.retry(&RetrySchedule::new("card-1-paper-1")).await.unwrap();
    assert_eq!((&paid.status, paid.amount), (&PaymentStatus::Paid, won(9_900)));
    assert_eq!(schedule(shop, "card-1-paper-1").await.imp_uid, Some(paid.imp_uid));
    assert_refused(schedules.retry(&RetrySchedule::new("card-1-paper-1")).await, 400, -1);

    let tomorrow = shop.now() + DAY;
    let moved = schedules.reschedule(&Reschedule::new("card-1-paper-2", tomorrow)).await.unwrap();
    assert_eq!(moved.schedule_status, Some(ScheduleStatus::Scheduled));
    shop.portone.advance(DAY);
    let made = schedule(shop, "card-1-paper-2").await;
    assert_eq!(
        (made.payment_status, made.executed_at),
        (Some(PaymentStatus::Paid), Some(tomorrow))
    );
}

pub(crate) async fn plans_change(shop: &Shop) {
    subscribe(shop, "card-1", 1).await;
    let later = shop.now() + 3 * DAY;
    let schedules = shop.client.schedules();
    let request = ChangeSchedule::new("card-1-paper-1", later);
    assert_eq!(schedules.change(&request).await.unwrap().schedule_at, Some(later));
    shop.portone.advance(2 * DAY);
    let waiting = schedule(shop, "card-1-paper-1").await;
    assert_eq!(waiting.schedule_status, Some(ScheduleStatus::Scheduled));
    assert_refused(schedules.retry(&RetrySchedule::new("card-1-paper-1")).await, 400, -1);
    shop.portone.advance(DAY);
    let made = schedule(shop, "card-1-paper-1").await;
    assert_eq!((made.executed_at, made.payment_status), (Some(later), Some(PaymentStatus::Paid)));
    assert_refused(schedules.change(&request).await, 400, -1);
}
