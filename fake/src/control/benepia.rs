//! Accounts with points at Benepia.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{Entry, amount, text};
use crate::books::purse::Purse;
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[(
    "POST",
    "benepia-accounts",
    "A buyer opens an account with points: benepia_user, benepia_password, point.",
    add_account,
)];

impl Fake {
    /// Adds a Benepia account with so many points, or replaces it.
    pub fn add_benepia_account(&self, user: &str, password: &str, points: impl Into<Decimal>) {
        add(self.core(), user, password, points.into());
    }
}

fn add(core: &Core, user: &str, password: &str, points: Decimal) {
    // Adding cannot be refused, and there is nothing to return.
    let _ = core.world().act(None, |books| {
        books.benepia.add(user, password, Purse::new(points));
        Ok(())
    });
}

fn add_account(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let (user, password) = (text(values, "benepia_user")?, text(values, "benepia_password")?);
    add(core, user, password, amount(values, "point")?);
    Ok(json!({}))
}
