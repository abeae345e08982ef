//! Gives a part of a payment back, once, although the answer is lost on its way.
//! `cargo run --bin safe_refund` runs it against a fake server.

use std::error::Error;

use portone_v1::codes::Gateway;
use portone_v1::payments::{
    CancelAmount, CancelExtra, CancelPayment, CancelRequester, Checksum, GetPayment,
};
use portone_v1::types::Payment;
use portone_v1::{Client, Reconciled};
use portone_v1_fake::{Buyer, Fake, IMP_KEY, IMP_SECRET};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&Fake::start().await?).await
}

/// Of 30,000 won, 10,000 go back. The connection breaks after PortOne has acted.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error>> {
    // A shop begins with `Client::from_env()?`.
    let client =
        Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET).build()?;
    let imp_uid = portone.pay(Buyer::new("order-1", 30_000).at("naverpay"))?;

    // The balance is what the shop's own books say. Were it asked of PortOne just before the refund,
    // a refund sent twice would be made twice.
    let refund = CancelPayment::new(CancelAmount::partial(10_000), Checksum::expect(30_000))
        .imp_uid(&imp_uid);
    let refund = meet_the_rules(refund);

    portone.lose_next_response("payments.cancel")?;
    let payment = refund_once(&client, &refund).await?;
    println!("Refunded: {} of {} won.", payment.cancel_amount, payment.amount);

    match client.payments().cancel(&refund).await {
        Err(error @ portone_v1::Error::Api(_)) => println!("The same once more: {error}."),
        other => return Err(format!("the checksum should have stopped it: {other:?}").into()),
    }
    let payment = client.payments().get(&GetPayment::new(&imp_uid)).await?;
    println!("So it is still {} of {} won.", payment.cancel_amount, payment.amount);
    Ok(())
}

/// Adds what Naver Pay requires of a refund. Validation sends nothing.
fn meet_the_rules(refund: CancelPayment) -> CancelPayment {
    match refund.check(&Gateway::NaverPay) {
        Ok(()) => refund,
        Err(error) => {
            println!("Before sending: {error}.");
            let requester = CancelExtra::new().requester(CancelRequester::Customer);
            refund.reason("One ticket too many").extra(requester)
        }
    }
}

/// The payment after the refund. `reconcile` looks until its deadline; when the outcome stays unknown,
/// that is the error: keep the refund as open in the books, and look again later instead of sending it
/// again.
async fn refund_once(
    client: &Client,
    refund: &CancelPayment,
) -> Result<Payment, portone_v1::Error> {
    let error = match client.payments().cancel(refund).await {
        Err(error @ portone_v1::Error::OutcomeUnknown(_)) => error,
        known => return known,
    };
    println!("The response was lost: {error}.");
    let Ok(Reconciled::Done(found)) = client.reconcile(&error).await else {
        // Not seen yet, unclear, or not even to be looked up: it can still be on its way.
        return Err(error);
    };
    found.decode().ok().flatten().ok_or(error)
}
