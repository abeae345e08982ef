//! A shop with the blocking client.

use portone_v1::blocking::Client;
use portone_v1::payments::{
    CancelAmount, CancelPayment, Checksum, GetPayment, ListPayments, ListPaymentsByStatus,
    PaymentStatusFilter,
};
use portone_v1::types::PaymentStatus;
use portone_v1_fake::{Buyer, IMP_KEY, IMP_SECRET};

use crate::refusals::assert_against_the_rules;
use crate::shop::{Shop, won};

fn client(shop: &Shop) -> Client {
    Client::builder().base_url(shop.portone.url()).credentials(IMP_KEY, IMP_SECRET).build().unwrap()
}

#[test]
fn sold_and_refunded() {
    let shop = Shop::open();
    let client = client(&shop);
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 30_000)).unwrap();
    let refund = |amount, left| {
        let refund = CancelPayment::new(CancelAmount::partial(amount), Checksum::expect(left));
        client.payments().cancel(&refund.imp_uid(&imp_uid))
    };
    assert_eq!(refund(10_000, 30_000).unwrap().cancel_amount, won(10_000));
    assert_against_the_rules(refund(20_001, 20_000));
    refund(20_000, 20_000).unwrap();
    let gone = client.payments().get(&GetPayment::new(&imp_uid)).unwrap();
    assert_eq!((gone.status, gone.cancel_history.len()), (PaymentStatus::Cancelled, 2));
}

#[test]
fn read_page_by_page_and_in_part() {
    let shop = Shop::open();
    let client = client(&shop);
    for number in 1..=3 {
        shop.portone.pay(Buyer::new(format!("order-{number}"), 1_000)).unwrap();
    }
    let request = ListPaymentsByStatus::new(PaymentStatusFilter::All).limit(2);
    let orders = client.payments().list_by_status_items(&request);
    let orders: Vec<_> = orders.map(|payment| payment.unwrap().merchant_uid).collect();
    assert_eq!(orders, ["order-3", "order-2", "order-1"]);
    let request = ListPayments::new().merchant_uid(["order-1", "order-4"]);
    let some = client.payments().list(&request).unwrap();
    assert_eq!((some.items.len(), some.failed.len(), some.complete), (1, 1, false));
}
