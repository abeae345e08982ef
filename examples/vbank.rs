//! A shop that is paid by virtual account: it issues one, waits for the deposit, and revokes another.
//! `cargo run --bin vbank` runs it against a fake server.

use std::error::Error;
use std::time::Duration;

use portone_v1::codes::{Bank, Gateway};
use portone_v1::payments::GetPayment;
use portone_v1::types::{Payment, PaymentStatus};
use portone_v1::vbanks::{ChangeVbank, IssueVbank, RevokeVbank};
use portone_v1::{Client, Timestamp};
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};
use tokio::time::sleep;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A shop polls every few minutes, and only in case that a webhook was lost.
const INTERVAL: Duration = Duration::from_millis(10);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&Fake::start().await?).await
}

/// Two orders: one is paid, the other is given up.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error>> {
    // A shop begins with `Client::from_env()?`.
    let client =
        Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET).build()?;

    let issued = issue(&client, "order-1").await?;
    tell("Issued", &issued);
    let third_ticket =
        ChangeVbank::new(&issued.imp_uid).amount(15_000).vbank_due(Timestamp::now() + 3 * DAY);
    tell("Changed", &client.vbanks().change(&third_ticket).await?);

    let buyer = async {
        sleep(2 * INTERVAL).await;
        portone.deposit(&issued.imp_uid)
    };
    let (payment, deposit) = tokio::join!(wait_for_deposit(&client, &issued.imp_uid), buyer);
    deposit?;
    tell("Waited", &payment?);

    let given_up = issue(&client, "order-2").await?;
    tell("Issued", &given_up);
    let revoked = client.vbanks().revoke(&RevokeVbank::new(&given_up.imp_uid)).await?;
    tell("Revoked", &revoked);
    Ok(())
}

async fn issue(client: &Client, merchant_uid: &str) -> Result<Payment, Box<dyn Error>> {
    // The gateway of the channel: each has bank codes of its own.
    let bank = Bank::Shinhan.at(&Gateway::Nice).ok_or("no accounts at this bank")?;
    let due = Timestamp::now() + DAY;
    let order = IssueVbank::new("channel-key-1", merchant_uid, 10_000, bank, due)
        .vbank_holder("Ticket Shop")
        .name("Two tickets")
        .buyer_name("홍길동");
    Ok(client.vbanks().issue(&order).await?)
}

/// Reads the payment until it is `ready` no more, or the account is closed: only `paid` is paid.
async fn wait_for_deposit(client: &Client, imp_uid: &str) -> Result<Payment, portone_v1::Error> {
    loop {
        let payment = client.payments().get(&GetPayment::new(imp_uid)).await?;
        let overdue = payment.vbank_date.is_some_and(|due| due < Timestamp::now());
        if payment.status != PaymentStatus::Ready || overdue {
            return Ok(payment);
        }
        sleep(INTERVAL).await;
    }
}

/// Shows the buyer where to pay. `{payment:?}` would hide the account, as it hides all personal data.
fn tell(event: &str, payment: &Payment) {
    let bank = payment.vbank_name.as_deref().unwrap_or("?");
    let account = payment.vbank_num.as_deref().unwrap_or("?");
    let currency = payment.currency.as_deref().unwrap_or("?");
    let Payment { imp_uid, status, amount, .. } = payment;
    println!("{event}: {imp_uid} is {status}, {amount} {currency} to {bank} {account}.");
}
