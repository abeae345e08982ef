//! A server that behaves like PortOne V1, for the tests of programs that use it.
//!
//! [`Fake::start`] starts a server on a free port of the local machine. Its [`url`](Fake::url) is the
//! base URL for a client, and [`IMP_KEY`] and [`IMP_SECRET`] are its credentials. It answers every
//! operation of the API and stores payments, refunds, virtual accounts, billing keys, schedules and
//! more. The methods of [`Fake`] simulate buyers, banks, passing time and network failures.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
//! use std::time::Duration;
//!
//! use portone_v1_fake::{Buyer, Fake, Fault};
//!
//! let fake = Fake::start().await?;
//! let imp_uid = fake.pay(Buyer::new("order-1", 30_000))?; // KRW, in the payment window
//! fake.inject(Fault::status(503).on("payments.get"))?; // fails the next read of a payment
//! fake.advance(Duration::from_secs(1_800)); // the access token expires
//! # let _ = imp_uid;
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<_, Box<dyn std::error::Error>>(())
//! ```
//!
//! Programs in other languages use the HTTP control API below [`CONTROL_PREFIX`]: `GET /_fake/` lists
//! its commands.
//!
//! The server accepts connections and sends webhooks on the local machine only, unless
//! [`Builder::address`] or [`Builder::allow_webhooks_to`] allow more. It rejects requests of foreign
//! pages and to foreign names, unless [`Builder::allow_host`] allows them.

// The path of a request: server → request → dispatch → validate → sections → state → response.
// The payment window: server → request → window → control → state.

mod api_error;
mod app;
mod call;
mod channels;
mod contract;
mod control;
mod dispatch;
mod fake;
mod faults;
mod inspector;
mod killed_process;
mod kills;
mod messages;
mod money;
mod request;
mod response;
mod sections;
mod server;
mod server_state;
mod start;
mod state;
mod validate;
mod webhooks;
mod window;

pub use self::api_error::ApiError;
pub use self::channels::ANY as CHANNEL_KEY;
pub use self::control::{
    Buyer, CONTROL_PREFIX, IdentityHolder, KcpMember, NaverReview, OperationInfo,
};
pub use self::fake::Fake;
pub use self::faults::{Fault, RandomFaults};
pub use self::kills::{Kill, KillMoment, Kills};
pub use self::server_state::log::LoggedRequest;
pub use self::server_state::window_plan::{WebhookTiming, WindowPlan};
pub use self::start::builder::{Builder, IMP_KEY, IMP_SECRET};
pub use self::state::declines::Decline;
pub use self::state::naver::step::NaverStep;
pub use self::webhooks::{ReleaseOrder, WebhookDelivery, WebhookFormat};
