//! The validation of a builder's settings, and the client made of them.

use std::sync::Arc;

use super::api_client::ApiClient;
use super::builder::ClientBuilder;
use super::shared::Shared;
use super::transport::Transport;
use crate::auth::{KEY_VARIABLE, SECRET_VARIABLE};
use crate::error::{ConfigError, Error};
use crate::journal::fingerprint;
use crate::per_process::PerProcess;
use crate::request::header;

impl<C> ClientBuilder<C> {
    /// Builds the client. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the credentials are missing, or the base URL, the tier, the proxy, a root
    /// certificate or a header is invalid.
    pub fn build(self) -> Result<C, Error>
    where
        C: ApiClient + TryFrom<Transport, Error: Into<Error>>,
    {
        C::try_from(self.transport(C::BASE_URL)?).map_err(Into::into)
    }

    fn transport(self, default_url: &str) -> Result<Transport, ConfigError> {
        let credentials = self.credentials.ok_or_else(no_credentials)?;
        credentials.validate()?;
        self.config.tier.as_deref().map_or(Ok(()), validate_tier)?;
        let base_url = self.http.base_url(self.base_url.as_deref().unwrap_or(default_url))?;
        let headers = self.http.headers()?;
        let runtime = self.http.runtime();
        let backend = self.http.backend(&base_url)?;
        let account = fingerprint(&credentials.imp_key);
        let journal = self.journal;
        let (config, token_store) = (Arc::new(self.config), self.token_store);
        let process = PerProcess::new();
        Ok(Transport::new(Shared {
            base_url,
            credentials,
            headers,
            config,
            backend,
            runtime,
            token_store,
            account,
            journal,
            process,
        }))
    }
}

fn no_credentials() -> ConfigError {
    ConfigError::new(format!(
        "no credentials: call `credentials`, or set {KEY_VARIABLE} and {SECRET_VARIABLE} and begin with `from_env`"
    ))
}

fn validate_tier(tier: &str) -> Result<(), ConfigError> {
    match header::from_visible_ascii(tier) {
        Some(_) => Ok(()),
        None => Err(ConfigError::new("the tier must be a code of visible ASCII characters")),
    }
}
