//! The merchant's credentials.

use std::env;
use std::fmt;

use crate::error::ConfigError;
use crate::redacted::Redacted;

pub(crate) const KEY_VARIABLE: &str = "PORTONE_IMP_KEY";
pub(crate) const SECRET_VARIABLE: &str = "PORTONE_IMP_SECRET";

/// The key and the secret of the merchant's REST API access.
#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) imp_key: String,
    pub(crate) imp_secret: String,
}

impl Keys {
    pub(crate) fn from_env() -> Result<Self, ConfigError> {
        Ok(Self { imp_key: variable(KEY_VARIABLE)?, imp_secret: variable(SECRET_VARIABLE)? })
    }

    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        if self.imp_key.is_empty() {
            return Err(ConfigError::new("the imp_key is empty"));
        }
        if self.imp_secret.is_empty() {
            return Err(ConfigError::new("the imp_secret is empty"));
        }
        Ok(())
    }
}

fn variable(name: &str) -> Result<String, ConfigError> {
    match env::var(name) {
        Ok(value) if value.is_empty() => Err(complaint(name, "is empty")),
        Ok(value) => Ok(value),
        Err(env::VarError::NotPresent) => Err(complaint(name, "is not set")),
        // The error itself holds the value, so it is dropped here.
        Err(env::VarError::NotUnicode(_)) => Err(complaint(name, "is not valid Unicode")),
    }
}

fn complaint(name: &str, problem: &str) -> ConfigError {
    ConfigError::new(format!("the environment variable {name} {problem}"))
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("imp_key", &Redacted::Value)
            .field("imp_secret", &Redacted::Value)
            .finish()
    }
}
