//! A shop with a page, an SQLite database, and every way of a payment into it.
//!
//! ```sh
//! portone-v1-fake --port 8080
//! PORTONE_BASE_URL=http://127.0.0.1:8080 PORTONE_IMP_KEY=imp-key PORTONE_IMP_SECRET=imp-secret \
//!     cargo run --manifest-path examples/checkout/Cargo.toml
//! ```
//!
//! Then open <http://127.0.0.1:3000>. With a test channel of PortOne instead of the fake server, set
//! `CHECKOUT_CHANNEL_KEY`, `CHECKOUT_USER_CODE`, `CHECKOUT_URL` (which PortOne must be able to reach) and
//! `PORTONE_INCLUDE_TEST_PAYMENTS=true`, and leave `PORTONE_BASE_URL` out.

mod checkout;
mod orders;
mod pages;
mod settings;

mod ways_in;

use std::error::Error;

use axum::Router;
use axum::routing::{get, post};
use portone_v1::ClientBuilder;
use tokio::net::TcpListener;
use tokio::runtime::Handle;

use crate::checkout::Checkout;
use crate::orders::Orders;
use crate::settings::Settings;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(settings::address()).await?;
    let settings = Settings::from_env(listener.local_addr()?);
    println!("Open {}", settings.url);
    let orders = Orders::open(settings.database.clone()).await?;
    let client = ClientBuilder::from_env()?.runtime(Handle::current()).build()?;
    let shop = Checkout { client, orders, settings };
    axum::serve(listener, router(shop)).await?;
    Ok(())
}

fn router(shop: Checkout) -> Router {
    Router::new()
        .route("/", get(pages::checkout))
        .route("/checkout.js", get(pages::script))
        .route("/orders", post(ways_in::order))
        .route("/orders/{merchant_uid}", get(ways_in::state))
        .route("/orders/{merchant_uid}/look-up", post(ways_in::look_up))
        .route("/complete", post(ways_in::complete))
        .route("/return", get(ways_in::come_back))
        .route("/webhook", post(ways_in::webhook))
        .route("/confirm", post(ways_in::confirm))
        .with_state(shop)
}
