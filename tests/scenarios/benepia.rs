//! Payments with Benepia points.

use portone_v1::benepia::{GetBenepiaPoints, MemberCode, PayWithBenepiaPoints};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::types::PaymentStatus;
use portone_v1_fake::CHANNEL_KEY;

use crate::refusals::assert_not_found;
use crate::shop::{Shop, won};

async fn points(shop: &Shop) -> Option<i64> {
    let account = GetBenepiaPoints::new("buyer", "password", CHANNEL_KEY);
    shop.client.benepia().get(&account).await.unwrap().point
}

fn order(number: &str, points: i64, code: MemberCode) -> PayWithBenepiaPoints {
    PayWithBenepiaPoints::new("buyer", "password", number, points, "Umbrella", CHANNEL_KEY, code)
}

pub(crate) async fn points_are_spent_and_given_back(shop: &Shop) {
    let benepia = shop.client.benepia();
    let live = || MemberCode::live("1000");
    shop.portone.add_benepia_account("buyer", "password", 5_000);
    let stranger = GetBenepiaPoints::new("buyer", "guess", CHANNEL_KEY);
    assert_eq!(benepia.get(&stranger).await.unwrap_err().status(), Some(500));

    let paid = benepia.pay(&order("order-1", 3_000, live())).await.unwrap();
    assert_eq!((paid.status, paid.amount), (PaymentStatus::Paid, won(3_000)));
    assert_eq!(points(shop).await, Some(2_000));
    let too_much = benepia.pay(&order("order-2", 3_000, live())).await;
    assert_eq!(too_much.unwrap_err().status(), Some(500));

    let refund = CancelPayment::new(CancelAmount::Full, Checksum::expect(3_000));
    shop.client.payments().cancel(&refund.imp_uid(&paid.imp_uid)).await.unwrap();
    assert_eq!(points(shop).await, Some(5_000));
    let test = benepia.pay(&order("order-3", 3_000, MemberCode::Test)).await.unwrap();
    assert_eq!(points(shop).await, Some(5_000), "a test spends nothing");
    assert_not_found(shop.client.payments().get(&GetPayment::new(&test.imp_uid)).await);
    let sandbox = GetPayment::new(&test.imp_uid).include_sandbox(true);
    shop.client.payments().get(&sandbox).await.unwrap();
}
