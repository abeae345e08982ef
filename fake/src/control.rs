//! What no merchant can do, and tests must: buyers pay, time passes, banks refuse.
//!
//! Each is a method of [`Fake`](crate::Fake), and an address below [`PREFIX`] for programs of other
//! languages. Both call the same function.

mod certifications;
mod gateways;
mod naver;
mod payments;
mod tiers;
mod time;

use serde_json::{Map, Value};

use crate::core::{Core, Reply};
use crate::refusal::Refusal;
use crate::request::Request;

pub use self::certifications::Person;
pub use self::naver::Review;
pub use self::payments::{Buyer, Decline};

/// What the addresses below begin with. V1 has no operation there.
pub const PREFIX: &str = "/_fake/";

/// Carries a command out; the values are those of the query or the body.
pub type Command = fn(&Core, &Map<String, Value>) -> Result<Value, Refusal>;

/// A method, an address below the prefix, and what carries it out.
pub type Entry = (&'static str, &'static str, Command);

const COMMANDS: &[&[Entry]] = &[
    certifications::COMMANDS,
    gateways::COMMANDS,
    naver::COMMANDS,
    payments::COMMANDS,
    tiers::COMMANDS,
    time::COMMANDS,
];

/// Answers a request to an address below the prefix.
pub fn answer(core: &Core, request: &Request) -> Reply {
    match run(core, request) {
        Ok(value) => Reply::json(200, &value),
        Err(refusal) => {
            Reply::json(refusal.status.max(400), &serde_json::json!({ "error": refusal.message }))
        }
    }
}

fn run(core: &Core, request: &Request) -> Result<Value, Refusal> {
    let path = request.path.strip_prefix(PREFIX).unwrap_or_default();
    let mut entries = COMMANDS.iter().copied().flatten();
    let found = entries.find(|(method, address, _)| *method == request.method && *address == path);
    let (_, _, command) = found.ok_or_else(|| Refusal::not_found("such command"))?;
    let mut values = request.query_values()?;
    values.extend(request.body_values()?);
    command(core, &values)
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

/// A text that may be left out.
fn optional(values: &Map<String, Value>, name: &str) -> Option<String> {
    values.get(name)?.as_str().map(str::to_owned)
}
