//! A shop with every way in: confirm request, callback, redirect, webhook, and an order that nobody
//! reported. Each handler takes bytes or a query string and returns a status, as any web framework can
//! call it. `cargo run --bin ways_in` runs it against a fake server.

use std::collections::HashSet;
use std::error::Error;
use std::sync::{Mutex, PoisonError};

use portone_v1::Client;
use portone_v1::types::Payment;
use portone_v1::verification::{
    ConfirmRequest, ConfirmResponse, UntrustedNotification, UntrustedPayment, Verified,
    VerifyError, WindowResult,
};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET};
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&Fake::start().await?).await
}

/// One order is paid, and reported in every way; another one is refused, and a third one only paid.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error>> {
    // A shop begins with `Client::from_env()?`.
    let client =
        Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET).build()?;
    let shop = Shop { client, delivered: Mutex::default() };

    println!("PortOne asks whether to approve.");
    for amount in [12_000, 100] {
        let body = json!({ "imp_uid": "imp_1", "merchant_uid": "order-1", "amount": amount });
        let (status, body) = shop.confirm(body.to_string().as_bytes());
        println!("  {amount}: {status} {body}");
    }

    let imp_uid = portone.pay(Buyer::new("order-1", 12_000))?;
    let report = json!({ "imp_uid": imp_uid, "merchant_uid": "order-1" }).to_string();
    println!("The page posts the callback: {}", shop.callback(report.as_bytes()).await);
    let query = format!("?imp_uid={imp_uid}&merchant_uid=order-1&imp_success=true");
    println!("The browser comes back: {}", shop.redirect(&query).await);
    println!("PortOne sends a webhook: {}", shop.webhook(report.as_bytes()).await);
    let forged = br#"{"imp_uid":"../cancel","merchant_uid":"order-1"}"#;
    println!("A forger sends a webhook: {}", shop.webhook(forged).await);

    let query = "?merchant_uid=order-2&error_code=F400&error_msg=PAY_CANCEL";
    println!("The buyer closes the window of order-2: {}", shop.redirect(query).await);

    portone.pay(Buyer::new("order-3", 12_000))?;
    println!("Nobody reports order-3: {}", shop.look_at_open_order("order-3").await);
    Ok(())
}

struct Shop {
    client: Client,
    /// In place of a database.
    delivered: Mutex<HashSet<String>>,
}

/// The price of every order, which is known here and never taken from the network.
const PRICE: i64 = 12_000;

impl Shop {
    fn confirm(&self, body: &[u8]) -> (u16, String) {
        let response = match ConfirmRequest::parse(None, body) {
            Err(error) => return (error.status(), error.to_string()),
            Ok(request) if self.is_delivered(request.merchant_uid()) => {
                ConfirmResponse::refuse("이미 결제된 주문입니다.")
            }
            Ok(request) => request.compare(PRICE),
        };
        (response.status(), response.body())
    }

    async fn callback(&self, body: &[u8]) -> u16 {
        match WindowResult::parse(Some("application/json"), body) {
            Err(error) => error.status(),
            Ok(WindowResult::Refused(_)) => 200,
            Ok(WindowResult::Payment(payment)) => match self.complete(&payment).await {
                Ok(()) => 200,
                Err(_) => 409,
            },
        }
    }

    /// Returns the text of the page that the buyer sees.
    async fn redirect(&self, query: &str) -> String {
        match WindowResult::from_query(query) {
            Err(error) => error.to_string(),
            Ok(WindowResult::Refused(refusal)) => {
                let code = refusal.claimed_error_code().unwrap_or("no reason");
                format!("not paid ({code})")
            }
            Ok(WindowResult::Payment(payment)) => match self.complete(&payment).await {
                Ok(()) => "thank you".to_owned(),
                Err(error) => error.to_string(),
            },
        }
    }

    async fn webhook(&self, body: &[u8]) -> u16 {
        match UntrustedNotification::parse(Some("application/json"), body) {
            Err(error) => error.status(),
            Ok(notification) => match self.complete(notification.payment()).await {
                Ok(()) => 200,
                Err(error) => error.webhook_status(),
            },
        }
    }

    /// The battery of the buyer's phone was empty, and the webhook was lost.
    async fn look_at_open_order(&self, merchant_uid: &str) -> String {
        match self.complete(&UntrustedPayment::of_order(merchant_uid)).await {
            Ok(()) => "paid".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    async fn complete(&self, payment: &UntrustedPayment) -> Result<(), VerifyError> {
        self.deliver_once(&payment.verify(&self.client, PRICE).await?);
        Ok(())
    }

    /// Takes a verified payment and no other.
    fn deliver_once(&self, payment: &Verified<Payment>) {
        let mut delivered = self.delivered.lock().unwrap_or_else(PoisonError::into_inner);
        if delivered.insert(payment.merchant_uid.clone()) {
            println!("  Delivered: {}.", payment.merchant_uid);
        }
    }

    fn is_delivered(&self, merchant_uid: &str) -> bool {
        let delivered = self.delivered.lock().unwrap_or_else(PoisonError::into_inner);
        delivered.contains(merchant_uid)
    }
}
