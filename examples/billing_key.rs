//! A subscription: stores a card, schedules charges, sees one made, and takes the others back.
//! `cargo run --bin billing_key` runs it against a fake server.

use std::error::Error;
use std::time::Duration;

use portone_v1::billing_keys::{BillingKey, IssueBillingKey, ListBillingKeySchedules};
use portone_v1::codes::Gateway;
use portone_v1::schedules::{
    CancelSchedules, CreateSchedules, GetSchedule, NewSchedule, SchedulesToCancel,
};
use portone_v1::types::{Schedule, ScheduleStatus};
use portone_v1::{Client, Timestamp};
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The shop's own name for one card of one buyer.
const CARD: &str = "buyer-77-card-1";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&Fake::start().await?).await
}

/// Four weeks of a newspaper: one is read, one is skipped, and then the buyer gives it up.
pub async fn run(portone: &Fake) -> Result<(), Box<dyn Error>> {
    // A shop begins with `Client::from_env()?`.
    let client =
        Client::builder().base_url(portone.url()).credentials(IMP_KEY, IMP_SECRET).build()?;
    store_card(&client).await?;

    let issues = (1..=4).map(issue);
    let request = CreateSchedules::new(CARD, issues);
    tell("Scheduled", &client.schedules().create(&request).await?);

    portone.advance(7 * DAY);
    tell("A week later", &client.schedules().get(&GetSchedule::new("paper-1")).await?);

    unschedule(&client, SchedulesToCancel::only(["paper-2"])).await?;
    tell("Still to come", &upcoming(&client).await?);
    unschedule(&client, SchedulesToCancel::All).await?;
    tell("Still to come", &upcoming(&client).await?);
    Ok(())
}

/// A shop that never wants to see a card number has the buyer enter it in PortOne's window instead.
async fn store_card(client: &Client) -> Result<(), portone_v1::Error> {
    let request = IssueBillingKey::new(CARD, "channel-key-1", "9410-0000-0000-0000", "2030-12")
        .birth("900101")
        .pwd_2digit("00");
    request.check(&Gateway::Nice)?;
    let BillingKey::Single(key) = client.billing_keys().issue(&request).await? else {
        println!("The card is stored at several gateways.");
        return Ok(());
    };
    println!("The {} is stored as {CARD}.", key.card_name.as_deref().unwrap_or("card"));
    Ok(())
}

fn issue(number: u32) -> NewSchedule {
    let due = Timestamp::now() + number * 7 * DAY;
    NewSchedule::new(format!("paper-{number}"), due, "KRW", 9_900, format!("Newspaper {number}"))
}

/// Cancels schedules. Omitting the numbers would cancel all of them, so `All` is explicit.
async fn unschedule(client: &Client, which: SchedulesToCancel) -> Result<(), portone_v1::Error> {
    let request = CancelSchedules::new(which).customer_uid(CARD);
    tell("Taken back", &client.schedules().cancel(&request).await?);
    Ok(())
}

/// The schedules of the next three months, the longest period of one call, latest first.
async fn upcoming(client: &Client) -> Result<Vec<Schedule>, portone_v1::Error> {
    let (from, to) = (Timestamp::now(), Timestamp::now() + 90 * DAY);
    let request =
        ListBillingKeySchedules::new(CARD, from, to).schedule_status(ScheduleStatus::Scheduled);
    Ok(client.billing_keys().schedules(&request).await?.list)
}

/// Made does not mean paid: a charge has a state, and the payment that came of it has another.
fn tell(event: &str, schedules: &[Schedule]) {
    println!("{event}:{}", if schedules.is_empty() { " nothing." } else { "" });
    for schedule in schedules {
        let number = schedule.merchant_uid.as_deref().unwrap_or("?");
        let status = schedule.schedule_status.as_ref().map_or("?", |status| status.code());
        let payment = schedule.payment_status.as_ref().map_or("none", |status| status.code());
        println!("  {number} is {status}, its payment: {payment}.");
    }
}
