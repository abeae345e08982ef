//! A server that behaves like PortOne V1, for the tests of programs that use it.
//!
//! [`Fake::start`] gives a server on a free port of this machine: its [`url`](Fake::url) is what a
//! client takes as its base URL, and [`IMP_KEY`] and [`IMP_SECRET`] are the keys. It answers every
//! operation of the API and remembers payments, refunds, virtual accounts, billing keys, schedules and
//! more. What buyers, banks, time and networks do, a test does by the methods of [`Fake`].
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! use std::time::Duration;
//!
//! use portone_v1_fake::{Buyer, Fake, Fault};
//!
//! let fake = Fake::start().await?;
//! let imp_uid = fake.pay(Buyer::new("order-1", 30_000))?; // won, in the payment window
//! fake.inject(Fault::status(503).on("payments.get"))?; // for the next one who reads a payment
//! fake.advance(Duration::from_secs(1_800)); // the access token ends
//! # let _ = imp_uid;
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```
//!
//! Programs of other languages find the same below [`CONTROL_PREFIX`]: `GET /_fake/` lists it.
//!
//! It never leaves this machine, unless [`Builder::allow_webhooks_to`] says so, and listens to it
//! alone, unless [`Builder::address`] does.

mod answer;
mod books;
mod builder;
mod call;
mod channels;
mod check;
mod clock;
mod contract;
mod control;
mod core;
mod desk;
mod fake;
mod faults;
mod log;
mod money;
mod notification;
mod paging;
mod record;
mod refusal;
mod reply;
mod request;
mod room;
mod route;
mod sections;
mod server;
mod start;
mod tokens;
mod webhooks;
mod world;

pub use self::books::naver::step::Step as NaverStep;
pub use self::builder::{Builder, IMP_KEY, IMP_SECRET};
pub use self::channels::ANY as CHANNEL_KEY;
pub use self::control::{
    Buyer, Decline, KcpMember, Offered, PREFIX as CONTROL_PREFIX, Person, Review as NaverReview,
};
pub use self::fake::Fake;
pub use self::faults::{Fault, Faults};
pub use self::log::LoggedRequest;
pub use self::refusal::Refusal;
pub use self::webhooks::{Delivery, Release, WebhookForm};
