//! The HTTP client that is used when the caller brings none.

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use super::base_url::BaseUrl;
use crate::error::ConfigError;

const USER_AGENT: &str = concat!("portone-v1-rust/", env!("CARGO_PKG_VERSION"));

/// Shorter than the usual 60 to 75 seconds of servers and load balancers: a POST written into a
/// connection that is just being closed leaves open whether it was carried out.
const IDLE: Duration = Duration::from_secs(30);

pub(crate) fn default_client(
    base: &BaseUrl,
    connect: Duration,
) -> Result<reqwest::Client, ConfigError> {
    let builder = reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(connect)
        .pool_idle_timeout(IDLE)
        // A followed redirect could send a payment twice, or the token to someone else.
        .redirect(Policy::none())
        // V1 has no idempotency key: what is sent again is decided in `retry`, and nowhere else. One
        // thing goes on beneath: hyper-util's pool, which reqwest leaves at its default
        // (`retry_canceled_requests`), takes another connection when one that was used before turns
        // out closed. It does so only if hyper hands the whole request back, which is to say that
        // nothing of it was ever written.
        .retry(reqwest::retry::never())
        .tls_backend_preconfigured(tls(base)?);
    // Proxies of the environment are honoured, but plain HTTP must not leave this machine.
    let builder = if base.is_https() { builder } else { builder.no_proxy() };
    builder
        .build()
        .map_err(|error| ConfigError::new(format!("the HTTP client cannot be built: {error}")))
}

/// TLS 1.2 and newer, by *ring*: it builds with a C compiler alone and quicker, where aws-lc-rs may
/// ask for CMake or an assembler too. Handed over ready-made, so that no provider has to be
/// installed for the whole process.
///
/// Roots are those of the operating system: they are updated without a release of this crate, know
/// the certificates of a company's own proxy, and reqwest brings the verifier along anyway.
fn tls(base: &BaseUrl) -> Result<ClientConfig, ConfigError> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(refusal)?;
    let builder = if base.is_https() {
        builder.with_platform_verifier().map_err(refusal)?
    } else {
        // Loopback without TLS works where no roots are installed, and trusts nobody.
        builder.with_root_certificates(RootCertStore::empty())
    };
    Ok(builder.with_no_client_auth())
}

fn refusal(error: rustls::Error) -> ConfigError {
    ConfigError::new(format!(
        "TLS is not available: {error}; install the system's root certificates \
         (often the package `ca-certificates`) or bring your own client with `http_client`"
    ))
}
