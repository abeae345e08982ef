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
    /// The key and the secret without the whitespace around them: files of secrets often end in a newline.
    pub(crate) fn new(imp_key: &str, imp_secret: &str) -> Self {
        Self {
            imp_key: environment::trim(imp_key).to_owned(),
            imp_secret: environment::trim(imp_secret).to_owned(),
        }
    }

    pub(crate) fn from_env() -> Result<Self, ConfigError> {
        let imp_key = environment::required(KEY_VARIABLE)?;
        let imp_secret = environment::required(SECRET_VARIABLE)?;
        Ok(Self { imp_key, imp_secret })
    }

    pub(crate) fn validate(&self) -> Result<(), ConfigError> {
        validate("imp_key", &self.imp_key)?;
        validate("imp_secret", &self.imp_secret)
    }
}

fn validate(name: &str, value: &str) -> Result<(), ConfigError> {
    if value.is_empty() {
        return Err(ConfigError::new(format!("the {name} is empty")));
    }
    if value.contains(char::is_control) {
        return Err(ConfigError::new(format!("the {name} has a control character within it")));
    }
    Ok(())
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("imp_key", &Redacted::Value)
            .field("imp_secret", &Redacted::Value)
            .finish()
    }
}
