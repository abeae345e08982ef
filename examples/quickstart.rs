//! The first program of the README: issues a virtual account and reads it back. Against a server that
//! behaves like PortOne: `cargo xtask fake -- cargo run --bin quickstart` in a clone of the repository, and
//! `portone-v1-fake -- cargo run --example quickstart` in the published package.

use std::time::Duration;

use portone_v1::codes::{Bank, Gateway};
use portone_v1::payments::GetPayment;
use portone_v1::vbanks::IssueVbank;
use portone_v1::{Client, Timestamp};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;

    // Each gateway has bank codes of its own: the second one is the gateway of the channel.
    let bank = Bank::Shinhan.at(&Gateway::Nice).ok_or("no accounts at this bank")?;
    let due = Timestamp::now() + DAY;
    let order = IssueVbank::new("channel-key-1", "order-1", 10_000, bank, due)
        .vbank_holder("Ticket Shop")
        .name("Two tickets");
    let issued = client.vbanks().issue(&order).await?;
    println!("pay {} won into {:?}", issued.amount, issued.vbank_num);

    // The server hides payments of test channels, on which every shop begins, unless they are asked for.
    let request = GetPayment::new(&issued.imp_uid).include_sandbox(true);
    let payment = client.payments().get(&request).await?;
    println!("{} is {}", payment.imp_uid, payment.status);
    Ok(())
}
