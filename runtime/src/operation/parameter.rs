//! The constraints of a parameter, written by the generator.

use super::gateway_codes::GatewayCodes;

/// A parameter with constraints; one that is not set constrains nothing.
///
/// Written as `Parameter { max_length: Some(40), ..Parameter::new("merchant_uid") }`.
#[derive(Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// True if every gateway that is not in `gateways` requires it, unless `other_gateways` is set.
    pub required: bool,
    /// The maximum length in characters.
    pub max_length: Option<u32>,
    /// The minimum of a number.
    pub minimum: Option<u32>,
    /// The maximum of a number.
    pub maximum: Option<u32>,
    /// True if omitting the field can be destructive, so that the choice is explicit. The server
    /// treats `0`, `""` and `[]` as omitted, so none of these can be sent.
    pub explicit_omission: bool,
    /// The requirements of single gateways, by their codes.
    pub gateways: &'static [(&'static str, Requirement)],
    /// The requirement of all gateways that are not in `gateways`.
    pub other_gateways: Option<Requirement>,
    /// Sibling fields, with the values that make this one required.
    pub required_when: &'static [(&'static str, &'static [&'static str])],
    /// The codes that single gateways accept; any code at a gateway without a table.
    pub gateway_codes: &'static [GatewayCodes],
    /// The fields of the record, or of each record in the list.
    pub fields: &'static [Parameter],
}

impl Parameter {
    /// Creates a parameter without constraints.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            required: false,
            max_length: None,
            minimum: None,
            maximum: None,
            explicit_omission: false,
            gateways: &[],
            other_gateways: None,
            required_when: &[],
            gateway_codes: &[],
            fields: &[],
        }
    }

    /// The requirement of this gateway.
    pub(crate) fn requirement(&self, gateway: &str) -> Requirement {
        let own = self.gateways.iter().find(|(code, _)| *code == gateway).map(|entry| entry.1);
        let default = if self.required { Requirement::Required } else { Requirement::Optional };
        own.or(self.other_gateways).unwrap_or(default)
    }
}

/// The requirement of a gateway for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// The gateway rejects a request without the parameter.
    Required,
    /// The gateway accepts the parameter.
    Optional,
    /// The gateway ignores or rejects the parameter.
    Unsupported,
}
