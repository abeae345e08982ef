//! What the merchant has, and beginning again.

use serde_json::{Map, Value, json};

use super::{Entry, flag, text};
use crate::books::Books;
use crate::channels::{Channel, is_gateway};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    (
        "POST",
        "channels",
        "Gives the merchant a channel: channel_key, gateway, sandbox, tier.",
        channel,
    ),
    ("POST", "token/revoke", "Makes the token worthless before its time.", revoke),
    ("POST", "reset", "Forgets everything but the time and the token.", reset),
];

impl Fake {
    /// Gives the merchant a channel: its key, the code of its gateway, and whether payments through it
    /// are only tests. Sub-merchants have their own.
    ///
    /// # Errors
    /// Fails when there is no such gateway.
    pub fn add_channel(
        &self,
        key: impl Into<String>,
        gateway: impl Into<String>,
        sandbox: bool,
    ) -> Result<(), Refusal> {
        let channel = Channel { gateway: gateway.into(), sandbox };
        self.core().world().act(None, |books| add_channel(books, key.into(), channel))
    }

    /// Makes the token worthless before its time: requests with it get a 401.
    pub fn revoke_token(&self) {
        self.core().world().tokens.revoke();
    }

    /// Forgets what happened, what was added, what was asked, and what was to go wrong. The time, the
    /// token and the settings that the server began with stay.
    pub fn reset(&self) {
        self.core().world().reset();
        self.core().settled.tell();
    }
}

fn add_channel(books: &mut Books, key: String, channel: Channel) -> Result<(), Refusal> {
    if !is_gateway(books.contract, &channel.gateway) {
        return Err(Refusal::invalid(format!("there is no gateway {}", channel.gateway)));
    }
    books.channels.add(key, channel);
    Ok(())
}

fn channel(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let key = text(values, "channel_key")?.to_owned();
    let gateway = text(values, "gateway")?.to_owned();
    let channel = Channel { gateway, sandbox: flag(values, "sandbox")? };
    let tier = values.get("tier").and_then(Value::as_str);
    core.world().act(tier, |books| add_channel(books, key, channel))?;
    Ok(json!({}))
}

fn revoke(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    core.world().tokens.revoke();
    Ok(json!({}))
}

fn reset(core: &Core, _: &Map<String, Value>) -> Result<Value, Refusal> {
    core.world().reset();
    core.settled.tell();
    Ok(json!({}))
}
