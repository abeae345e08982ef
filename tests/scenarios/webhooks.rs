//! A shop that receives webhooks and verifies them with PortOne.

use std::sync::mpsc::{self, Receiver, Sender};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::routing::post;
use portone_v1::codes::{Bank, Gateway};
use portone_v1::payments::{CancelAmount, CancelPayment, Checksum};
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1::vbanks::IssueVbank;
use portone_v1::verification::{UntrustedNotification, Verified, VerifyError};
use portone_v1_fake::{Buyer, CHANNEL_KEY, WebhookFormat};
use portone_v1_tests::loopback::Loopback;
use serde_json::json;

use crate::shop::{DAY, Shop, won};

/// The price of order-1.
const PRICE: i64 = 12_000;

type Heard = (UntrustedNotification, Result<Verified<Payment>, VerifyError>);

/// The webhook URL, which is served until this is dropped, and the results of verification.
async fn listen(shop: &Shop) -> (Loopback, String, Receiver<Heard>) {
    let (sender, heard) = mpsc::channel();
    let router = Router::new().route("/portone", post(hear));
    let state = (shop.client.clone(), sender);
    let server = Loopback::serve(router.with_state(state)).await.unwrap();
    let url = format!("{}/portone", server.url());
    (server, url, heard)
}

async fn hear(
    State((client, heard)): State<(portone_v1::Client, Sender<Heard>)>,
    headers: HeaderMap,
    body: Bytes,
) {
    let content_type = headers.get(CONTENT_TYPE).map(|value| value.to_str().unwrap());
    let notification = UntrustedNotification::parse(content_type, &body).unwrap();
    let verified = notification.verify(&client, PRICE).await;
    heard.send((notification, verified)).unwrap();
}

pub(crate) async fn webhooks_report_a_sale_and_a_refund(shop: &Shop) {
    let (_server, url, heard) = listen(shop).await;
    shop.portone.set_webhook_url(url);
    for form in [WebhookFormat::Json, WebhookFormat::Form] {
        shop.portone.set_webhook_format(form);
        let imp_uid = shop.portone.pay(Buyer::new(format!("order-{form:?}"), PRICE)).unwrap();
        shop.portone.wait_until_idle().await;
        let (notification, verified) = heard.try_recv().unwrap();
        assert_eq!(notification.claimed_status(), Some("paid"));
        assert_eq!(verified.unwrap().imp_uid, imp_uid);

        let refund = CancelPayment::new(CancelAmount::Full, Checksum::expect(PRICE));
        let refund = refund.imp_uid(&imp_uid).enable_webhook(true);
        let refunded = shop.client.payments().cancel(&refund).await.unwrap();
        shop.portone.wait_until_idle().await;
        let (notification, verified) = heard.try_recv().unwrap();
        assert_eq!(notification.claimed_status(), Some("cancelled"));
        let id = refunded.cancel_history[0].cancellation_id.as_deref();
        assert_eq!(notification.cancellation_id(), id);
        assert!(matches!(verified, Err(VerifyError::Mismatch(_))), "it is not paid: {verified:?}");
        let payment = notification.look_up(&shop.client).await.unwrap();
        assert_eq!((payment.status, payment.cancel_amount), (PaymentStatus::Cancelled, won(PRICE)));
    }
    shop.portone.pay(Buyer::new("order-1", PRICE)).unwrap();
    let silent = CancelPayment::new(CancelAmount::Full, Checksum::expect(PRICE));
    shop.client.payments().cancel(&silent.merchant_uid("order-1")).await.unwrap();
    shop.portone.wait_until_idle().await;
    assert_eq!(heard.try_iter().count(), 1, "no webhook about a refund that must not cause one");
}

/// The issue of a virtual account causes a webhook, but is not a payment.
pub(crate) async fn webhooks_report_an_account_and_its_deposit(shop: &Shop) {
    let (_server, url, heard) = listen(shop).await;
    let due = shop.now() + DAY;
    let bank = Bank::Shinhan.at(&Gateway::Settle).unwrap();
    let account = IssueVbank::new(CHANNEL_KEY, "order-1", PRICE, bank, due);
    let account = account.vbank_holder("Shop").notice_url([url]);
    let issued = shop.client.vbanks().issue(&account).await.unwrap();
    shop.portone.wait_until_idle().await;
    let (notification, verified) = heard.try_recv().unwrap();
    assert_eq!(notification.claimed_status(), Some("ready"));
    assert!(matches!(verified, Err(VerifyError::Mismatch(_))), "{verified:?}");

    shop.portone.deposit(&issued.imp_uid).unwrap();
    shop.portone.wait_until_idle().await;
    let (notification, verified) = heard.try_recv().unwrap();
    assert_eq!(notification.claimed_status(), Some("paid"));
    assert_eq!(verified.unwrap().imp_uid, issued.imp_uid);
}

pub(crate) async fn a_forged_webhook_is_not_verified(shop: &Shop) {
    let (_server, url, heard) = listen(shop).await;
    let cheap = shop.portone.pay(Buyer::new("order-1", 100)).unwrap();
    for (imp_uid, order) in [(cheap.as_str(), "order-1"), (&cheap, "order-2"), ("imp_0", "order-1")]
    {
        let claim = json!({ "imp_uid": imp_uid, "merchant_uid": order, "status": "paid" });
        shop.portone.forge_webhook(&url, &claim).unwrap();
        shop.portone.wait_until_idle().await;
        let (_, verified) = heard.try_recv().unwrap();
        assert!(!matches!(verified, Ok(_) | Err(VerifyError::Call(_))), "{verified:?}");
    }
}
