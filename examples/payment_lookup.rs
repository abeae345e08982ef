//! Looks payments up: by PortOne's number, by the number of the order, and where there is none.
//! `cargo run --bin payment_lookup` runs it against a fake server.

use std::error::Error;

use portone_v1::Client;
use portone_v1::payments::{FindPayment, GetPayment};
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&Fake::start().await?).await
}

/// The buyer tries twice to pay for order-1, and the shop looks.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error>> {
    // A shop begins with `Client::from_env()?`.
    let client =
        Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET).build()?;
    let failed = portone.pay(Buyer::new("order-1", 12_000).failing("한도초과"))?;
    let paid = portone.pay(Buyer::new("order-1", 12_000))?;

    println!("By imp_uid:");
    tell(by_imp_uid(&client, &failed).await?);
    tell(by_imp_uid(&client, &paid).await?);
    tell(by_imp_uid(&client, "imp_of_another_shop").await?);

    println!("By merchant_uid:");
    tell(paid_for(&client, "order-1").await?);
    tell(paid_for(&client, "order-2").await?);
    Ok(())
}

/// The payment with PortOne's number, if there is one.
async fn by_imp_uid(client: &Client, imp_uid: &str) -> Result<Option<Payment>, portone_v1::Error> {
    found(client.payments().get(&GetPayment::new(imp_uid)).await)
}

/// The payment that paid for the order, if there is one. An order can have failed payments too, so
/// this names the state: it would be the latest payment otherwise.
async fn paid_for(
    client: &Client,
    merchant_uid: &str,
) -> Result<Option<Payment>, portone_v1::Error> {
    let request = FindPayment::new(merchant_uid).payment_status(PaymentStatus::Paid);
    found(client.payments().find(&request).await)
}

/// Tells "there is none" from all other failures. A 404 alone is not PortOne's own word: a proxy or a
/// wrong base URL says that too.
fn found(result: Result<Payment, portone_v1::Error>) -> Result<Option<Payment>, portone_v1::Error> {
    match result {
        Ok(payment) => Ok(Some(payment)),
        Err(error) if error.is_not_found() => Ok(None),
        Err(error) => Err(error),
    }
}

fn tell(payment: Option<Payment>) {
    let Some(payment) = payment else { return println!("  There is no such payment.") };
    let Payment { imp_uid, merchant_uid, status, amount, currency, .. } = payment;
    let currency = currency.as_deref().unwrap_or("?");
    println!("  {imp_uid} for {merchant_uid} is {status}: {amount} {currency}.");
}
