use portone_v1::payments::GetPayment;
use portone_v1::types::PaymentStatus;

use super::exchange::Exchange;
use crate::answers::payment;

#[tokio::test]
async fn get() {
    let exchange = Exchange::of("payments.get", payment::JSON).await;
    let request = GetPayment::new("imp_448280090638");
    let payment = exchange.client.payments().get(&request).await.unwrap();
    assert_eq!((&*payment.imp_uid, payment.status), ("imp_448280090638", PaymentStatus::Paid));
    exchange.sent_everything(&request, "GET /payments/imp_448280090638", "");
    exchange.sent_the_required("GET /payments/imp_448280090638", "");
}
