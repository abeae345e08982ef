//! What banks do with the money of virtual accounts.

use serde_json::{Map, Value, json};

use super::{Entry, text};
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("POST", "deposit", "Money arrives at a virtual account: imp_uid.", deposit),
    ("POST", "expire", "A virtual account takes no money any more: imp_uid.", expire),
];

impl Fake {
    /// Has the buyer pay into a virtual account, or at the counter of a shop.
    ///
    /// # Errors
    /// Fails when nothing waits for the money, or its time is over.
    pub fn deposit(&self, imp_uid: &str) -> Result<(), Refusal> {
        self.core().world().act(None, |books| books.deposit(imp_uid))
    }

    /// Ends the time in which a virtual account takes money.
    ///
    /// # Errors
    /// Fails when nothing waits for money.
    pub fn expire(&self, imp_uid: &str) -> Result<(), Refusal> {
        self.core().world().act(None, |books| books.expire(imp_uid))
    }
}

fn deposit(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let imp_uid = text(values, "imp_uid")?;
    core.world().act(None, |books| books.deposit(imp_uid))?;
    Ok(json!({}))
}

fn expire(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let imp_uid = text(values, "imp_uid")?;
    core.world().act(None, |books| books.expire(imp_uid))?;
    Ok(json!({}))
}
