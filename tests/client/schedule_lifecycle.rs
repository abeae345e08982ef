//! Rejected requests about scheduled charges, on the fake server.

use std::time::Duration;

use portone_v1::billing_keys::{GetBillingKey, IssueBillingKey};
use portone_v1::payments::FindPayment;
use portone_v1::schedules::{
    CancelSchedules, CreateSchedules, GetSchedule, NewSchedule, SchedulesToCancel,
};
use portone_v1::{Client, Error, Timestamp};
use portone_v1_fake::CHANNEL_KEY;

use crate::fixture::fake;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Two charges of one card, tomorrow and the day after.
fn charges() -> CreateSchedules {
    let charge = |(number, days): (&str, u32)| {
        NewSchedule::new(number, Timestamp::now() + days * DAY, "KRW", 9_900, "Newspaper")
    };
    CreateSchedules::new("card-1", [("paper-1", 1), ("paper-2", 2)].map(charge))
}

async fn store_card(client: &Client) {
    let request = IssueBillingKey::new("card-1", CHANNEL_KEY, "9410-0000-0000-0000", "2030-12");
    client.billing_keys().issue(&request).await.unwrap();
}

#[track_caller]
fn assert_refused<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
    assert_eq!((error.status(), error.code()), (Some(200), Some(1)));
}

#[tokio::test]
async fn scheduling_requires_a_stored_card() {
    let (client, _server) = fake().await;
    assert_refused(client.schedules().create(&charges()).await);
    assert_refused(client.billing_keys().get(&GetBillingKey::new("card-1")).await);
}

#[tokio::test]
async fn a_number_is_scheduled_once() {
    let (client, _server) = fake().await;
    store_card(&client).await;
    assert_eq!(client.schedules().create(&charges()).await.unwrap().len(), 2);
    assert_refused(client.schedules().create(&charges()).await);
    let error = client.schedules().get(&GetSchedule::new("paper-3")).await.unwrap_err();
    assert_eq!(error.status(), Some(404));
}

#[tokio::test]
async fn charged_or_cancelled_schedules_cannot_be_cancelled() {
    let (client, server) = fake().await;
    store_card(&client).await;
    client.schedules().create(&charges()).await.unwrap();
    server.advance(DAY);
    let all = CancelSchedules::new(SchedulesToCancel::All).customer_uid("card-1");
    let taken_back = client.schedules().cancel(&all).await.unwrap();
    assert_eq!(taken_back.len(), 1);
    assert_eq!(taken_back[0].merchant_uid.as_deref(), Some("paper-2"));
    assert_refused(client.schedules().cancel(&all).await);
    server.advance(2 * DAY);
    let payment = client.payments().find(&FindPayment::new("paper-2")).await;
    assert_eq!(payment.unwrap_err().status(), Some(404), "it was not charged");
}
