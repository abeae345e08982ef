//! Accounts at Benepia, and the points on them.

use std::collections::BTreeMap;

use super::purse::Purse;

/// Accounts by the names of their holders.
#[derive(Debug, Default)]
pub struct Benepia {
    accounts: BTreeMap<String, Account>,
}

#[derive(Debug)]
struct Account {
    password: String,
    points: Purse,
}

impl Benepia {
    /// Adds an account, or replaces it.
    pub fn add(&mut self, user: &str, password: &str, points: Purse) {
        let account = Account { password: password.to_owned(), points };
        self.accounts.insert(user.to_owned(), account);
    }

    /// The points of an account, to whoever knows its password.
    pub fn points(&mut self, user: &str, password: &str) -> Option<&mut Purse> {
        let account = self.accounts.get_mut(user)?;
        (account.password == password).then_some(&mut account.points)
    }
}
