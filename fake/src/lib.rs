//! A server that behaves like PortOne V1.

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
mod record;
mod refusal;
mod request;
mod route;
mod sections;
mod server;
mod tokens;
mod webhooks;
mod world;

pub use self::books::naver::step::Step as NaverStep;
pub use self::builder::{Builder, IMP_KEY, IMP_SECRET};
pub use self::channels::ANY as CHANNEL_KEY;
pub use self::control::{
    Buyer, Decline, Offered, PREFIX as CONTROL_PREFIX, Person, Review as NaverReview,
};
pub use self::fake::Fake;
pub use self::faults::{Fault, Faults};
pub use self::log::LoggedRequest;
pub use self::refusal::Refusal;
pub use self::webhooks::{Delivery, Release, WebhookForm};
