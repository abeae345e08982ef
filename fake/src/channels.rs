//! Channels of the merchant: `channel_key`s and their gateways.

use std::collections::BTreeMap;

use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};

/// Key of the default channel, which resolves to a gateway that supports the operation.
pub const ANY: &str = "channel-key-1";

/// Prefix of the channel keys of single gateways: `channel-key-nice`.
const PREFIX: &str = "channel-key-";

/// Channel of the merchant at a gateway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Code of the gateway.
    pub gateway: String,
    /// `true` for a channel of test payments.
    pub sandbox: bool,
}

impl Channel {
    /// Returns the channel of an operation when the request names none.
    pub fn default_of(operation: &OperationSpec) -> Self {
        Self { gateway: default_gateway(operation).to_owned(), sandbox: false }
    }

    /// Returns the merchant's shop id (MID) at the gateway.
    pub fn shop_id(&self) -> String {
        format!("mid-at-{}", self.gateway)
    }
}

/// Channels and smart routing groups that were added to the default ones.
#[derive(Clone, Debug, Default)]
pub struct Channels {
    added: BTreeMap<String, Channel>,
    groups: BTreeMap<String, Vec<Channel>>,
}

impl Channels {
    /// Adds or replaces a channel.
    pub fn add(&mut self, key: impl Into<String>, channel: Channel) {
        self.added.insert(key.into(), channel);
    }

    /// Adds or replaces a smart routing group.
    pub fn add_group(&mut self, id: impl Into<String>, channels: Vec<Channel>) {
        self.groups.insert(id.into(), channels);
    }

    /// Returns the channels of a smart routing group.
    pub fn of_group(&self, id: &str) -> Option<&[Channel]> {
        self.groups.get(id).map(Vec::as_slice)
    }

    /// Returns all channels by key, except [`ANY`].
    pub fn list(&self, contract: &Contract) -> BTreeMap<String, Channel> {
        let defaults = contract.codes("Gateway").iter().map(|gateway| {
            let channel = Channel { gateway: gateway.code.clone(), sandbox: false };
            (format!("{PREFIX}{}", gateway.code), channel)
        });
        defaults.chain(self.added.clone()).collect()
    }

    /// Returns the channel with this key.
    ///
    /// # Errors
    /// 400 when there is none.
    pub fn find(
        &self,
        contract: &Contract,
        key: &str,
        operation: &OperationSpec,
    ) -> Result<Channel, ApiError> {
        if let Some(channel) = self.added.get(key) {
            return Ok(channel.clone());
        }
        if key == ANY {
            return Ok(Channel::default_of(operation));
        }
        let gateway = key.strip_prefix(PREFIX).filter(|code| is_gateway(contract, code));
        let gateway = gateway
            .ok_or_else(|| ApiError::bad_request("there is no channel with this channel_key"))?;
        Ok(Channel { gateway: gateway.to_owned(), sandbox: false })
    }
}

/// Returns `true` if the docs list a gateway with this code.
pub fn is_gateway(contract: &Contract, code: &str) -> bool {
    contract.codes("Gateway").iter().any(|known| known.code == code)
}

/// Returns the gateway of an operation when the request names none.
pub fn default_gateway(operation: &OperationSpec) -> &str {
    // The only gateway whose virtual accounts can be changed.
    let preferred = if operation.is_of("vbanks") { "settle" } else { "nice" };
    let listed = operation.gateways.first().map_or(preferred, String::as_str);
    if operation.is_supported_at(preferred) { preferred } else { listed }
}
