//! The merchant's credentials.

use std::fmt;

use crate::environment;
use crate::error::ConfigError;
use crate::redacted::Redacted;

pub(crate) const KEY_VARIABLE: &str = "PORTONE_IMP_KEY";
pub(crate) const SECRET_VARIABLE: &str = "PORTONE_IMP_SECRET";

/// The key and the secret of the merchant's REST API.
#[derive(Clone)]
pub(crate) struct Credentials {
    pub(crate) imp_key: String,
    pub(crate) imp_secret: String,
}

impl Credentials {
    pub(crate) fn from_env() -> Result<Self, ConfigError> {
        Ok(Self {
            imp_key: environment::required(KEY_VARIABLE)?,
            imp_secret: environment::required(SECRET_VARIABLE)?,
        })
    }

    pub(crate) fn validate(&self) -> Result<(), ConfigError> {
        if self.imp_key.is_empty() {
            return Err(ConfigError::new("the imp_key is empty"));
        }
        if self.imp_secret.is_empty() {
            return Err(ConfigError::new("the imp_secret is empty"));
        }
        Ok(())
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("imp_key", &Redacted::Value)
            .field("imp_secret", &Redacted::Value)
            .finish()
    }
}
