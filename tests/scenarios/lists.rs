//! Searches for payments.

use portone_v1::Paginator;
use portone_v1::payments::{
    FindAllPayments, FindPayment, ListPayments, ListPaymentsByStatus, PaymentSorting,
    PaymentStatusFilter,
};
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1_fake::Buyer;

use crate::refusals::{assert_not_found, assert_refused};
use crate::shop::{DAY, Shop};

/// The numbers of what comes, page after page.
async fn orders(mut payments: Paginator<Payment>) -> Vec<String> {
    let mut orders = Vec::new();
    while let Some(payment) = payments.next().await {
        orders.push(payment.unwrap().merchant_uid);
    }
    orders
}

pub(crate) async fn an_order_with_two_attempts(shop: &Shop) {
    let declined = Buyer::new("order-1", 30_000).failing("한도초과");
    let failed = shop.portone.pay(declined).unwrap();
    let paid = shop.portone.pay(Buyer::new("order-1", 30_000)).unwrap();
    let payments = shop.client.payments();

    let request = FindPayment::new("order-1").payment_status(PaymentStatus::Paid);
    assert_eq!(payments.find(&request).await.unwrap().imp_uid, paid);
    let request = FindPayment::new("order-1").payment_status(PaymentStatus::Failed);
    let found = payments.find(&request).await.unwrap();
    assert_eq!((found.imp_uid, found.fail_reason.as_deref()), (failed, Some("한도초과")));
    let request = FindPayment::new("order-1").payment_status(PaymentStatus::Cancelled);
    assert_not_found(payments.find(&request).await);

    let request = FindAllPayments::new("order-1").sorting(PaymentSorting::FirstStarted);
    let page = payments.find_all(&request).await.unwrap();
    let statuses: Vec<_> = page.list.into_iter().map(|payment| payment.status).collect();
    assert_eq!((page.total, page.next), (Some(2), Some(0)));
    assert_eq!(statuses, [PaymentStatus::Failed, PaymentStatus::Paid]);
    let one_by_one = payments.find_all_items(&request.limit(1));
    assert_eq!(orders(one_by_one).await, ["order-1", "order-1"]);
}

pub(crate) async fn lists_are_read_page_by_page(shop: &Shop) {
    for number in 1..=5 {
        shop.portone.pay(Buyer::new(format!("order-{number}"), 1_000)).unwrap();
        shop.portone.advance(DAY);
    }
    shop.portone.pay(Buyer::new("order-6", 1_000).failing("한도초과")).unwrap();
    let payments = shop.client.payments();
    let paid = ListPaymentsByStatus::new(PaymentStatusFilter::Paid).limit(2);
    let first = payments.list_by_status(&paid).await.unwrap();
    assert_eq!((first.total, first.previous, first.next), (Some(5), Some(0), Some(2)));
    assert_eq!(first.list.len(), 2);
    let all = orders(payments.list_by_status_items(&paid)).await;
    assert_eq!(all, ["order-5", "order-4", "order-3", "order-2", "order-1"]);

    let window = paid.clone().from(shop.now() - 4 * DAY).to(shop.now() - 3 * DAY);
    let some = payments.list_by_status_items(&window.sorting(PaymentSorting::FirstPaid));
    assert_eq!(orders(some).await, ["order-2", "order-3"]);
    let failed = ListPaymentsByStatus::new(PaymentStatusFilter::Failed);
    assert_eq!(orders(payments.list_by_status_items(&failed)).await, ["order-6"]);
    assert_refused(payments.list_by_status(&paid.page(4)).await, 400, -1);
}

pub(crate) async fn missing_payments_are_reported_beside_the_rest(shop: &Shop) {
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 1_000)).unwrap();
    let payments = shop.client.payments();
    let all = payments.list(&ListPayments::new().imp_uid([&imp_uid])).await.unwrap();
    assert_eq!((all.items.len(), all.complete), (1, true));

    let request = ListPayments::new().imp_uid([imp_uid.as_str(), "imp_0"]).merchant_uid(["0"]);
    let some = payments.list(&request).await.unwrap();
    assert!(!some.complete);
    assert_eq!(some.items.len(), 1);
    assert_eq!(some.items[0].imp_uid, imp_uid);
    assert_eq!(some.failed.len(), 2, "{:?}", some.failed);
    assert!(some.failed[0].contains("imp_0"), "{:?}", some.failed);
    let calls = shop.portone.calls("payments.list");
    let statuses: Vec<_> = calls.iter().map(|call| call.status()).collect();
    assert_eq!(statuses, [Some(200), Some(207)]);
    assert_not_found(payments.list(&ListPayments::new().imp_uid(["imp_0"])).await);
}
