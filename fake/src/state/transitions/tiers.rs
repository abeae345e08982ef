//! Registration of sub-merchants.

use crate::api_error::ApiError;
use crate::state::merchant::MerchantState;

/// Length of a `tier_code` in characters.
const LENGTH: usize = 3;

impl MerchantState {
    /// Adds a sub-merchant.
    ///
    /// # Errors
    /// 400 when the code is taken or malformed.
    pub fn add_tier(&mut self, code: &str, name: &str) -> Result<(), ApiError> {
        let is_valid = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        if code.len() != LENGTH || !code.bytes().all(is_valid) {
            let message = "tier_code must be three characters, each an uppercase letter or a digit";
            return Err(ApiError::bad_request(message));
        }
        if self.tiers.contains_key(code) {
            return Err(ApiError::bad_request(format!("tier_code {code} already exists")));
        }
        self.tiers.insert(code.to_owned(), name.to_owned());
        Ok(())
    }
}
