//! Codes that differ by gateway, written by the generator.

/// The codes of some gateways, which share them.
#[derive(Debug)]
pub struct GatewayCodes {
    /// The gateways, by their codes.
    pub gateways: &'static [&'static str],
    /// Standard codes, each with the gateways' own code.
    pub codes: &'static [(&'static str, &'static str)],
}

impl GatewayCodes {
    /// The codes of a gateway; `None` if no table lists the gateway.
    pub(crate) fn of<'t>(tables: &'t [Self], gateway: &str) -> Option<&'t Self> {
        tables.iter().find(|table| table.gateways.contains(&gateway))
    }

    /// A gateway's own code for a standard code.
    pub fn find(tables: &[Self], gateway: &str, standard: &str) -> Option<&'static str> {
        let codes = Self::of(tables, gateway)?.codes;
        codes.iter().find(|(code, _)| *code == standard).map(|(_, own)| *own)
    }

    /// Returns `true` if the gateways have this code.
    pub(crate) fn contains(&self, own: &str) -> bool {
        self.codes.iter().any(|(_, code)| *code == own)
    }
}
