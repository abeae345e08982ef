//! A shop that verifies each webhook by reading the payment, and delivers once.
//! `cargo run --bin webhook_server` starts a fake server that sends the webhooks.

use std::collections::HashMap;
use std::error::Error;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use portone_v1::types::Payment;
use portone_v1::verification::{UntrustedNotification, Verified, VerifyError};
use portone_v1::{CallOptions, Client};
use portone_v1_fake::{ApiError, Buyer, Fake, IMP_KEY, IMP_SECRET, WebhookFormat};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::runtime::Handle;

/// The sender waits for the answer, so the question to PortOne must not take long.
const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    run(&Fake::start().await?).await
}

/// Two orders. One is paid and told twice; the other, somebody tries to get for less.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (parcels, to_pack) = mpsc::channel();
    let orders = [("order-1", 12_000), ("order-2", 20_000)].map(Order::unpaid);
    // A shop begins with `ClientBuilder::from_env()?`. Calls are made on the server's own runtime.
    let builder = Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET);
    let client = builder.runtime(Handle::current()).build()?;
    let state = AppState {
        client: client.with(CallOptions::new().deadline(PATIENCE)),
        orders: Arc::new(Mutex::new(orders.into())),
        parcels,
    };
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let url = format!("http://{}/portone", listener.local_addr()?);
    let server = tokio::spawn(axum::serve(listener, router(state)).into_future());

    portone.set_webhook_url(&url);
    println!("PortOne: order-1 is paid.");
    let paid = portone.pay(Buyer::new("order-1", 12_000))?;
    tell(portone).await;
    println!("PortOne, once more, as a form.");
    portone.set_webhook_format(WebhookFormat::FormWithCharset);
    portone.notify(&paid)?;
    tell(portone).await;

    println!("PortOne: order-2 is paid, by 100 won.");
    portone.pay(Buyer::new("order-2", 100))?;
    tell(portone).await;
    println!("A forger: order-1's payment is for order-2.");
    forge(portone, &url, &paid).await?;
    println!("A forger: here is a payment for order-2.");
    forge(portone, &url, "imp_0").await?;

    server.abort();
    to_pack.try_iter().for_each(|order| println!("To pack: {order}."));
    Ok(())
}

/// The claim that order-2 is paid, which anybody can write.
async fn forge(portone: &Fake, url: &str, imp_uid: &str) -> Result<(), ApiError> {
    let claim = json!({ "imp_uid": imp_uid, "merchant_uid": "order-2", "status": "paid" });
    portone.forge_webhook(url, &claim)?;
    tell(portone).await;
    Ok(())
}

/// Prints the response of the shop to the last webhook.
async fn tell(portone: &Fake) {
    portone.wait_until_idle().await;
    let webhook = portone.webhooks().pop();
    match webhook.and_then(|webhook| webhook.status()) {
        Some(status) => println!("  The shop answers {status}."),
        None => println!("  The shop does not answer."),
    }
}

/// The state of the shop, which clones share.
#[derive(Clone)]
struct AppState {
    client: Client,
    /// In place of a database: orders by `merchant_uid`.
    orders: Arc<Mutex<HashMap<String, Order>>>,
    /// A queue for work that continues after the response.
    parcels: Sender<String>,
}

struct Order {
    price: i64,
    paid_by: Option<String>,
}

fn router(state: AppState) -> Router {
    Router::new().route("/portone", post(webhook)).with_state(state)
}

/// 400 for what is no notification, 500 for what has to be told again, 200 for all else.
async fn webhook(State(state): State<AppState>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Ok(notification) = UntrustedNotification::parse(content_type, &body) else {
        return StatusCode::BAD_REQUEST;
    };
    // What the order costs is known here, and never taken from the network.
    let Some(price) = state.price(notification.merchant_uid()) else { return StatusCode::OK };
    match notification.verify(&state.client, price).await {
        Ok(payment) => state.deliver_once(&payment),
        Err(VerifyError::Call(error)) => {
            println!("  Not known yet: {error}.");
            return StatusCode::INTERNAL_SERVER_ERROR;
        }
        Err(refused) => println!("  Not delivered: {refused}"),
    }
    StatusCode::OK
}

impl Order {
    fn unpaid((merchant_uid, price): (&str, i64)) -> (String, Self) {
        (merchant_uid.to_owned(), Self { price, paid_by: None })
    }
}

impl AppState {
    fn price(&self, merchant_uid: &str) -> Option<i64> {
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        orders.get(merchant_uid).map(|order| order.price)
    }

    /// Takes a verified payment and no other. With a database, the look and the entry are one
    /// transaction: notifications come twice, and at the same time.
    fn deliver_once(&self, payment: &Verified<Payment>) {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(order) = orders.get_mut(&payment.merchant_uid) else { return };
        match order.paid_by.as_deref() {
            None => {
                println!("  {} is paid by {}.", payment.merchant_uid, payment.imp_uid);
                order.paid_by = Some(payment.imp_uid.clone());
                // Nobody listens any more only when the shop is closing.
                let _ = self.parcels.send(payment.merchant_uid.clone());
            }
            Some(first) if first == payment.imp_uid => println!("  It was delivered before."),
            Some(_) => println!("  It was paid before: {} is to be refunded.", payment.imp_uid),
        }
    }
}
