//! Benepia accounts and their points.

use std::collections::BTreeMap;

use super::balance::Balance;

/// Benepia accounts by user name.
#[derive(Debug, Default)]
pub struct Benepia {
    accounts: BTreeMap<String, Account>,
}

#[derive(Debug)]
struct Account {
    password: String,
    points: Balance,
}

impl Benepia {
    /// Adds an account, or replaces it.
    pub fn add(&mut self, user: &str, password: &str, points: Balance) {
        let account = Account { password: password.to_owned(), points };
        self.accounts.insert(user.to_owned(), account);
    }

    /// Returns the points of an account, if the password is correct.
    pub fn points(&mut self, user: &str, password: &str) -> Option<&mut Balance> {
        let account = self.accounts.get_mut(user)?;
        (account.password == password).then_some(&mut account.points)
    }
}
