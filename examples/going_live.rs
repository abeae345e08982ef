//! A rehearsal before the first real order: frauds and accidents, played against the function that completes
//! an order. `cargo run --bin going_live` runs it against a fake server.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Mutex, PoisonError};

use portone_v1::Client;
use portone_v1::verification::{UntrustedPayment, VerifyError};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&Fake::start().await?).await
}

/// Each order costs 12,000 won.
const PRICE: i64 = 12_000;

/// Plays every case; the shop must deliver the honest order alone, and once.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error>> {
    for name in left_from_development() {
        println!("{name} is set: not in production.");
    }
    // A shop begins with `Client::from_env()?`.
    let client =
        Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET).build()?;
    let shop = LiveShop { client, delivered: Mutex::default() };

    let honest = portone.pay(Buyer::new("honest", PRICE))?;
    shop.play("An honest buyer", &honest, "honest").await?;
    shop.play("The webhook, a second later", &honest, "honest").await?;
    shop.play("The same payment for another order", &honest, "stolen").await?;
    let cheap = portone.pay(Buyer::new("cheap", 100))?;
    shop.play("A buyer who changed the price", &cheap, "cheap").await?;
    let test = portone.pay(Buyer::new("test", PRICE).through_test_channel())?;
    shop.play("A payment of a test channel", &test, "test").await?;
    let failed = portone.pay(Buyer::new("failed", PRICE).failing("한도초과"))?;
    shop.play("A payment that failed", &failed, "failed").await?;
    shop.play("A payment that does not exist", "imp_000000000000", "invented").await?;

    let delivered = shop.delivered.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!("Delivered: {delivered:?}");
    Ok(())
}

/// The settings of development that must not be in production.
fn left_from_development() -> Vec<&'static str> {
    let names = ["PORTONE_INCLUDE_TEST_PAYMENTS", "PORTONE_DANGER_ALLOW_PLAIN_HTTP"];
    names.into_iter().filter(|name| std::env::var_os(name).is_some()).collect()
}

struct LiveShop {
    client: Client,
    /// The deliveries of each order, in place of a database.
    delivered: Mutex<HashMap<String, u32>>,
}

impl LiveShop {
    async fn play(
        &self,
        case: &str,
        imp_uid: &str,
        merchant_uid: &str,
    ) -> Result<(), Box<dyn Error>> {
        let payment = UntrustedPayment::new(imp_uid, merchant_uid)?;
        match self.complete(&payment).await {
            Ok(true) => println!("{case}: delivered."),
            Ok(false) => println!("{case}: delivered before."),
            Err(VerifyError::Call(error)) => return Err(error.into()),
            Err(refusal) => println!("{case}: refused: {refusal}"),
        }
        Ok(())
    }

    /// The function to replace with your own. It is called for callbacks, redirects and webhooks alike.
    async fn complete(&self, payment: &UntrustedPayment) -> Result<bool, VerifyError> {
        let payment = payment.verify(&self.client, PRICE).await?;
        let mut delivered = self.delivered.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = !delivered.contains_key(&payment.merchant_uid);
        if is_first {
            *delivered.entry(payment.merchant_uid.clone()).or_default() += 1;
        }
        Ok(is_first)
    }
}
