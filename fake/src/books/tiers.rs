//! Who is a sub-merchant.

use super::Books;
use crate::refusal::Refusal;

/// How many characters a code has.
const LENGTH: usize = 3;

impl Books {
    /// Adds a sub-merchant.
    ///
    /// # Errors
    /// 400 when the code is taken, or is none.
    pub fn add_tier(&mut self, code: &str, name: &str) -> Result<(), Refusal> {
        let fits = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if code.len() != LENGTH || !code.bytes().all(fits) {
            return Err(Refusal::invalid("tier_code is not three capital letters or digits"));
        }
        if self.tiers.contains_key(code) {
            return Err(Refusal::invalid(format!("the tier_code {code} is taken")));
        }
        self.tiers.insert(code.to_owned(), name.to_owned());
        Ok(())
    }
}
