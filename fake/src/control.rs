//! What no merchant can do, and tests must: buyers pay, time passes, banks refuse.
//!
//! Each is a method of [`Fake`](crate::Fake), and an address below [`PREFIX`] for programs of other
//! languages. Both call the same function.

mod benepia;
mod billing_keys;
mod buyer;
mod certifications;
mod decline;
mod deposits;
mod faults;
mod gateways;
mod index;
mod kcp_quick;
mod naver;
mod requests;
mod setup;
mod tiers;
mod time;
mod webhooks;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::core::Core;
use crate::money;
use crate::refusal::Refusal;
use crate::reply::Reply;
use crate::request::Request;

pub use self::buyer::Buyer;
pub use self::certifications::Person;
pub use self::decline::Decline;
pub use self::index::Offered;
pub use self::kcp_quick::KcpMember;
pub use self::naver::Review;

/// What the addresses below begin with. V1 has no operation there.
pub const PREFIX: &str = "/_fake/";

/// Carries a command out; the values are those of the query or the body.
pub type Command = fn(&Core, &Map<String, Value>) -> Result<Value, Refusal>;

/// A method, an address below the prefix, what it does in a sentence, and what carries it out.
pub type Entry = (&'static str, &'static str, &'static str, Command);

const COMMANDS: &[&[Entry]] = &[
    index::COMMANDS,
    buyer::COMMANDS,
    deposits::COMMANDS,
    decline::COMMANDS,
    billing_keys::COMMANDS,
    kcp_quick::COMMANDS,
    benepia::COMMANDS,
    time::COMMANDS,
    webhooks::COMMANDS,
    faults::COMMANDS,
    requests::COMMANDS,
    setup::COMMANDS,
    certifications::COMMANDS,
    gateways::COMMANDS,
    naver::COMMANDS,
    tiers::COMMANDS,
];

/// Whether a request is to an address below the prefix.
pub fn commands(request: &Request) -> bool {
    request.path.starts_with(PREFIX)
}

/// Answers a request to an address below the prefix.
pub async fn answer(core: &Core, request: &Request) -> Reply {
    if webhooks::waits(request) {
        core.settle().await;
    }
    match run(core, request) {
        Ok(value) => Reply::json(200, &value),
        Err(refusal) => {
            Reply::json(refusal.status.max(400), &serde_json::json!({ "error": refusal.message }))
        }
    }
}

fn run(core: &Core, request: &Request) -> Result<Value, Refusal> {
    let path = request.path.strip_prefix(PREFIX).unwrap_or_default();
    let found =
        entries().find(|(method, address, ..)| *method == request.method && *address == path);
    let (.., command) =
        found.ok_or_else(|| Refusal::not_found("such command: GET /_fake/ lists them"))?;
    let mut values = request.query_values()?;
    values.extend(request.body_values()?);
    command(core, &values)
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    COMMANDS.iter().copied().flatten()
}

/// A text among the values of a command.
///
/// # Errors
/// 400 when it is not there.
fn text<'v>(values: &'v Map<String, Value>, name: &str) -> Result<&'v str, Refusal> {
    values.get(name).and_then(Value::as_str).ok_or_else(|| Refusal::missing(name))
}

/// A whole number among the values of a command, also as digits.
///
/// # Errors
/// 400 when it is not there, or less than 0.
fn number(values: &Map<String, Value>, name: &str) -> Result<u64, Refusal> {
    let value = values.get(name).ok_or_else(|| Refusal::missing(name))?;
    let digits = || value.as_str()?.parse().ok();
    value.as_u64().or_else(digits).ok_or_else(|| Refusal::invalid(format!("{name} is no number")))
}

/// Money among the values of a command.
///
/// # Errors
/// 400 when it is not there.
fn amount(values: &Map<String, Value>, name: &str) -> Result<Decimal, Refusal> {
    values.get(name).and_then(money::read).ok_or_else(|| Refusal::missing(name))
}

/// A text that may be left out.
fn optional(values: &Map<String, Value>, name: &str) -> Option<String> {
    values.get(name)?.as_str().map(str::to_owned)
}

/// Whether something is so; it is not when it is left out.
///
/// # Errors
/// 400 when it is neither true nor false.
fn flag(values: &Map<String, Value>, name: &str) -> Result<bool, Refusal> {
    match values.get(name) {
        None | Some(Value::Null | Value::Bool(false)) => Ok(false),
        Some(Value::Bool(true)) => Ok(true),
        Some(Value::String(text)) if text == "true" => Ok(true),
        Some(Value::String(text)) if text == "false" => Ok(false),
        Some(_) => Err(Refusal::invalid(format!("{name} is neither true nor false"))),
    }
}

/// A number, if it is there.
///
/// # Errors
/// 400 when it is none.
fn optional_number(values: &Map<String, Value>, name: &str) -> Result<Option<u64>, Refusal> {
    values.get(name).map(|_| number(values, name)).transpose()
}
