//! The merchant's channels: which gateway a `channel_key` stands for.

use std::collections::BTreeMap;

use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;

/// The key of the channel that every merchant has, and that stands for whatever gateway an operation
/// needs.
pub const ANY: &str = "channel-key-1";

/// Before the code of a gateway, it makes a channel's key: `channel-key-nice`.
const PREFIX: &str = "channel-key-";

/// What stands behind a channel key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// The code of the gateway.
    pub gateway: String,
    /// Whether payments through it are only tests.
    pub sandbox: bool,
}

impl Channel {
    /// The merchant's shop id (MID) at the gateway.
    pub fn shop_id(&self) -> String {
        format!("mid-at-{}", self.gateway)
    }
}

/// Channels that were added to those that every merchant has.
#[derive(Clone, Debug, Default)]
pub struct Channels {
    added: BTreeMap<String, Channel>,
    groups: BTreeMap<String, Vec<Channel>>,
}

impl Channels {
    /// Adds a channel, or changes it.
    pub fn add(&mut self, key: impl Into<String>, channel: Channel) {
        self.added.insert(key.into(), channel);
    }

    /// Adds a smart routing group, or changes it.
    pub fn add_group(&mut self, id: impl Into<String>, channels: Vec<Channel>) {
        self.groups.insert(id.into(), channels);
    }

    /// The channels of a smart routing group, if it was added.
    pub fn of_group(&self, id: &str) -> Option<&[Channel]> {
        self.groups.get(id).map(Vec::as_slice)
    }

    /// Every channel by its key, but for [`ANY`].
    pub fn list(&self, contract: &Contract) -> BTreeMap<String, Channel> {
        let usual = contract.codes("Gateway").iter().map(|gateway| {
            let channel = Channel { gateway: gateway.code.clone(), sandbox: false };
            (format!("{PREFIX}{}", gateway.code), channel)
        });
        usual.chain(self.added.clone()).collect()
    }

    /// The channel of a key.
    ///
    /// # Errors
    /// 400 when the merchant has none with this key.
    pub fn find(
        &self,
        contract: &Contract,
        key: &str,
        operation: &Operation,
    ) -> Result<Channel, Refusal> {
        if let Some(channel) = self.added.get(key) {
            return Ok(channel.clone());
        }
        if key == ANY {
            return Ok(Channel { gateway: usual(operation).to_owned(), sandbox: false });
        }
        let gateway = key.strip_prefix(PREFIX).filter(|code| is_gateway(contract, code));
        let gateway = gateway.ok_or_else(|| Refusal::invalid("no channel has this channel_key"))?;
        Ok(Channel { gateway: gateway.to_owned(), sandbox: false })
    }
}

/// Whether the docs list a gateway of this code.
pub fn is_gateway(contract: &Contract, code: &str) -> bool {
    contract.codes("Gateway").iter().any(|known| known.code == code)
}

/// The gateway that carries an operation unless a request names another.
pub fn usual(operation: &Operation) -> &str {
    // The only gateway whose virtual accounts can be changed.
    let best = if operation.is_of("vbanks") { "settle" } else { "nice" };
    let listed = operation.gateways.first().map_or(best, String::as_str);
    if operation.is_supported_at(best) { best } else { listed }
}
