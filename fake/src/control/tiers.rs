//! Sub-merchants that are there from the beginning.

use serde_json::{Map, Value, json};

use super::{Entry, text};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] =
    &[("POST", "tiers", "Gives the merchant a sub-merchant: tier_code, tier_name.", add)];

impl Fake {
    /// Adds a sub-merchant: requests with the header `Tier` are then made for it, in books of its own.
    ///
    /// # Errors
    /// Fails when the code is taken, or is not three capital letters or digits.
    pub fn add_tier(&self, code: &str, name: &str) -> Result<(), Refusal> {
        self.core().world().act(None, |books| books.add_tier(code, name))
    }
}

fn add(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let (code, name) = (text(values, "tier_code")?, text(values, "tier_name")?);
    core.world().act(None, |books| books.add_tier(code, name))?;
    Ok(json!({}))
}
