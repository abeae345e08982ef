//! Refunds orders once each, although the process can die at any moment: a journal on the disk tells the
//! next process what is open. `cargo xtask fake -- cargo run --bin journal` runs it, and
//! `cargo xtask fake --kill-seed 7 -- target/debug/journal` kills it while it refunds.

use std::collections::HashSet;
use std::error::Error;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::{env, io};

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::subscribe::PayOnce;
use portone_v1::{
    CallOptions, Client, ClientBuilder, Decimal, FileJournal, RecoverPolicy, Recovered,
    RecoveredIntent,
};

/// The price of each order, and the part of it that is given back.
const PRICE: u32 = 30_000;
const REFUND: u32 = 10_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let shop = Books::open(folder())?;
    let journal = FileJournal::open(shop.folder.join("payments.journal"))?;
    let client = ClientBuilder::from_env()?.journal(journal.clone()).build()?;
    if shop.orders().is_empty() {
        shop.sell(&Client::from_env()?).await?;
    }
    run(&client, &journal, &shop, RecoverPolicy::new()).await?;
    // The books of an example alone can go, once nothing is open for the next run.
    if shop.refunded().len() == shop.orders().len() {
        fs::remove_dir_all(&shop.folder)?;
    }
    Ok(())
}

/// First what an earlier process has left open, then the refunds that are due.
pub async fn run(
    client: &Client,
    journal: &FileJournal,
    shop: &Books,
    policy: RecoverPolicy,
) -> Result<(), Box<dyn Error>> {
    let open = recover(client, journal, shop, policy).await?;
    let refunded = shop.refunded();
    for (order, imp_uid) in shop.orders() {
        if !refunded.contains(&order) && !open.contains(&order) {
            refund(client, shop, &order, &imp_uid).await?;
        }
    }
    Ok(())
}

/// The orders of which it is not known yet whether they are refunded: they are not sent again.
async fn recover(
    client: &Client,
    journal: &FileJournal,
    shop: &Books,
    policy: RecoverPolicy,
) -> Result<HashSet<String>, Box<dyn Error>> {
    let (mut open, mut policy) = (HashSet::new(), policy.report_only());
    loop {
        let report = client.recover_with(journal, policy.clone()).await?;
        for problem in report.unreadable {
            println!("A person has to look: {problem}.");
        }
        for found in report.intents {
            open.extend(settle(client, journal, shop, found).await?);
        }
        match report.next {
            Some(next) => policy = policy.after(next),
            None => return Ok(open),
        }
    }
}

/// The order, if its refund is still open.
async fn settle(
    client: &Client,
    journal: &FileJournal,
    shop: &Books,
    found: RecoveredIntent,
) -> Result<Option<String>, Box<dyn Error>> {
    let order = found.intent.label().unwrap_or_default().to_owned();
    match &found.result {
        Recovered::Done(_) => shop.book(&order, "refunded")?,
        Recovered::NotDone(_) => println!("{order}: this refund was not made"),
        Recovered::Undecidable(reason, _) => println!("{order}: a person has to look: {reason}"),
        _ => println!("{order}: open"),
    }
    let Some(outcome) = found.result.closing() else { return Ok(Some(order)) };
    // After the shop's own books: a process that dies in between finds it again.
    client.close_intent(journal, found.intent.id(), outcome).await?;
    Ok(None)
}

/// The label is the shop's order, which the journal reports. The checksum is the balance in the shop's own
/// books: PortOne rejects a refund that was made before.
async fn refund(
    client: &Client,
    shop: &Books,
    order: &str,
    imp_uid: &str,
) -> Result<(), Box<dyn Error>> {
    let refund = CancelPayment::new(CancelAmount::partial(REFUND), Checksum::expect(PRICE));
    let client = client.with(CallOptions::new().label(order));
    match client.payments().cancel(&refund.imp_uid(imp_uid)).await {
        Ok(_) => shop.book(order, "refunded")?,
        Err(portone_v1::Error::OutcomeUnknown(_)) => println!("{order}: open"),
        Err(error) => {
            // The process died after the answer, and before it was in the books.
            let payment = client.payments().get(&GetPayment::new(imp_uid)).await?;
            if payment.cancel_amount != Decimal::from(REFUND) {
                return Err(error.into());
            }
            shop.book(order, "refunded before")?;
        }
    }
    Ok(())
}

/// The books of the shop: in a real one, tables of its database.
pub struct Books {
    folder: PathBuf,
}

impl Books {
    /// Books in this folder.
    pub fn open(folder: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// The orders with their payments.
    fn orders(&self) -> Vec<(String, String)> {
        let text = fs::read_to_string(self.folder.join("orders")).unwrap_or_default();
        let pairs = text.lines().filter_map(|line| line.split_once(' '));
        pairs.map(|(order, imp_uid)| (order.to_owned(), imp_uid.to_owned())).collect()
    }

    fn refunded(&self) -> HashSet<String> {
        let text = fs::read_to_string(self.folder.join("refunded")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    fn book(&self, order: &str, what: &str) -> io::Result<()> {
        let mut books =
            OpenOptions::new().create(true).append(true).open(self.folder.join("refunded"))?;
        books.write_all(format!("{order}\n").as_bytes())?;
        books.sync_data()?;
        println!("{order}: {what}");
        Ok(())
    }

    /// Stands for buyers, who pay in the payment window.
    async fn sell(&self, client: &Client) -> Result<(), Box<dyn Error>> {
        let mut orders = String::new();
        for number in 1..=3 {
            let order = format!("order-{number}-{}", std::process::id());
            let card = PayOnce::new(&order, PRICE, "5409-2600-0000-0000", "2030-12");
            let payment = client.subscribe().pay_once(&card).await?;
            orders += &format!("{order} {}\n", payment.imp_uid);
        }
        Ok(fs::write(self.folder.join("orders"), orders)?)
    }
}

/// A folder for each server, since each has payments of its own.
fn folder() -> PathBuf {
    let server = env::var("PORTONE_BASE_URL").unwrap_or_default();
    let name: String = server.chars().filter(char::is_ascii_alphanumeric).collect();
    Path::new(&env::temp_dir()).join(format!("portone-v1-example-{name}"))
}
