//! The builder of a client from environment variables.

use super::builder::ClientBuilder;
use crate::auth::Credentials;
use crate::environment;
use crate::error::Error;

const BASE_URL_VARIABLE: &str = "PORTONE_BASE_URL";
const PLAIN_HTTP_VARIABLE: &str = "PORTONE_DANGER_ALLOW_PLAIN_HTTP";
const TEST_PAYMENTS_VARIABLE: &str = "PORTONE_INCLUDE_TEST_PAYMENTS";

impl<C> ClientBuilder<C> {
    /// Creates a builder with the credentials in the environment variables `PORTONE_IMP_KEY` and
    /// `PORTONE_IMP_SECRET`, and the [base URL](Self::base_url) in `PORTONE_BASE_URL` if that is set.
    /// Whitespace around a value, such as the newline of a secret file, is dropped.
    ///
    /// `PORTONE_DANGER_ALLOW_PLAIN_HTTP` names hosts that the base URL may reach without TLS, see
    /// [`danger_allow_plain_http`](Self::danger_allow_plain_http).
    ///
    /// `PORTONE_INCLUDE_TEST_PAYMENTS`, if it is `true`, [includes](Self::include_test_payments) payments
    /// of test channels.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] naming the variable that is not set, empty, not valid Unicode or invalid.
    pub fn from_env() -> Result<Self, Error> {
        let mut builder = Self::new();
        builder.credentials = Some(Credentials::from_env()?);
        if let Some(base_url) = environment::optional(BASE_URL_VARIABLE)? {
            builder = builder.base_url(base_url);
        }
        if let Some(hosts) = environment::optional(PLAIN_HTTP_VARIABLE)? {
            builder = hosts.split(',').fold(builder, Self::danger_allow_plain_http);
        }
        Ok(builder.include_test_payments(environment::flag(TEST_PAYMENTS_VARIABLE)?))
    }
}
