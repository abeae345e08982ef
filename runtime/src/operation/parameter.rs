//! The rules of single parameters, written by the generator.

/// A parameter that has a rule: every rule that is not set asks for nothing.
///
/// Written as `Parameter { max: Some(40), ..Parameter::new("merchant_uid") }`.
#[derive(Debug)]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether every gateway without a rule of its own needs it.
    pub required: bool,
    /// The most characters.
    pub max: Option<u32>,
    /// The least number.
    pub minimum: Option<u32>,
    /// The greatest number.
    pub maximum: Option<u32>,
    /// Whether leaving it out is a command. The server takes `0`, `""` and `[]` as left out, so none
    /// of these can be sent.
    pub decisive: bool,
    /// What single gateways make of it, by their codes.
    pub rules: &'static [(&'static str, Requirement)],
    /// What the gateways without a rule of their own make of it.
    pub others: Option<Requirement>,
    /// Fields beside it, with the values that make this one required.
    pub required_when: &'static [(&'static str, &'static [&'static str])],
    /// The fields of the record, or of each record in the list.
    pub fields: &'static [Parameter],
}

impl Parameter {
    /// A parameter without any rule.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            required: false,
            max: None,
            minimum: None,
            maximum: None,
            decisive: false,
            rules: &[],
            others: None,
            required_when: &[],
            fields: &[],
        }
    }

    /// What this gateway makes of it.
    pub(crate) fn requirement(&self, gateway: &str) -> Requirement {
        let own = self.rules.iter().find(|(code, _)| *code == gateway).map(|rule| rule.1);
        let unruled = if self.required { Requirement::Required } else { Requirement::Optional };
        own.or(self.others).unwrap_or(unruled)
    }
}

/// What a gateway makes of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requirement {
    /// It refuses the request without the parameter.
    Required,
    /// It takes it.
    Optional,
    /// It ignores or refuses it.
    Unsupported,
}
