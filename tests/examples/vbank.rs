//! A shop that is paid by virtual account: it issues, reads, changes and revokes one.
//! `cargo run -p portone-v1-tests --example vbank` plays it against a server on loopback.

use std::error::Error;
use std::time::Duration;

use portone_v1::codes::Bank;
use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;
use portone_v1::vbanks::{ChangeVbank, IssueVbank, RevokeVbank};
use portone_v1::{Client, Timestamp};
use portone_v1_tests::virtual_accounts::{IMP_KEY, IMP_SECRET, VirtualAccounts};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    // A real shop has no server of its own and begins with `Client::from_env()?`.
    let server = VirtualAccounts::start().await?;
    let client = Client::builder().base_url(server.url()).keys(IMP_KEY, IMP_SECRET).build()?;
    sell(&client).await?;
    Ok(())
}

/// One order, from the first call to the last.
pub async fn sell(client: &Client) -> Result<(), portone_v1::Error> {
    let due = Timestamp::now() + DAY;
    let order = IssueVbank::new("channel-key-1", "order-1", 10_000, Bank::Shinhan, due)
        .vbank_holder("Ticket Shop")
        .name("Two tickets")
        .buyer_name("홍길동");
    let issued = client.vbanks().issue(&order).await?;
    tell("issued", &issued);

    // Webhooks are not signed: what a shop believes is what it reads here.
    let payment = client.payments().get(&GetPayment::new(&issued.imp_uid)).await?;
    tell("read", &payment);

    let third_ticket =
        ChangeVbank::new(&issued.imp_uid).amount(15_000).vbank_due(Timestamp::now() + 3 * DAY);
    let changed = client.vbanks().change(&third_ticket).await?;
    tell("changed", &changed);

    let revoked = client.vbanks().revoke(&RevokeVbank::new(&issued.imp_uid)).await?;
    tell("revoked", &revoked);

    match client.vbanks().change(&third_ticket).await {
        Ok(payment) => tell("changed", &payment),
        Err(error) => println!("refused  {error}"),
    }
    Ok(())
}

/// Shows the buyer where to pay. `{payment:?}` would hide the account, as it hides all personal data.
fn tell(event: &str, payment: &Payment) {
    let bank = payment.vbank_name.as_deref().unwrap_or("?");
    let account = payment.vbank_num.as_deref().unwrap_or("?");
    let due = payment.vbank_date.map_or("?".to_owned(), |due| due.to_string());
    let Payment { imp_uid, status, amount, currency, .. } = payment;
    println!(
        "{event:8} {imp_uid} is {status}: {amount} {currency} to {bank} {account} until {due}"
    );
}
