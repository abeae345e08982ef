//! The HTTP client that is used unless the caller sets one.

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
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(30);

pub(crate) fn default_client(
    base: &BaseUrl,
    connect: Duration,
) -> Result<reqwest::Client, ConfigError> {
    let builder = reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(connect)
        .pool_idle_timeout(POOL_IDLE_TIMEOUT)
        // A followed redirect could send a payment twice, or the token to another host.
        .redirect(Policy::none())
        // V1 has no idempotency keys: retries are decided in `retry` alone. One exception lies below:
        // hyper-util's pool (`retry_canceled_requests`, which reqwest leaves on) takes another
        // connection if a reused one turns out to be closed. It does so only if hyper returns the
        // whole request, so that nothing of it was written.
        .retry(reqwest::retry::never())
        .tls_backend_preconfigured(tls(base)?);
    // Proxies of the environment are used, but plain HTTP must not leave this machine.
    let builder = if base.is_https() { builder } else { builder.no_proxy() };
    builder
        .build()
        .map_err(|error| ConfigError::new(format!("the HTTP client cannot be built: {error}")))
}

/// TLS 1.2 and newer with *ring*, which builds with a C compiler alone, while aws-lc-rs may need CMake
/// or an assembler. It is configured here, so that no provider has to be installed for the process.
///
/// Root certificates are those of the operating system: they are updated without a release of this
/// crate and include those of a company's own proxy, and reqwest depends on the verifier anyway.
fn tls(base: &BaseUrl) -> Result<ClientConfig, ConfigError> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(tls_error)?;
    let builder = if base.is_https() {
        builder.with_platform_verifier().map_err(tls_error)?
    } else {
        // Loopback without TLS needs no root certificates, and must work where none are installed.
        builder.with_root_certificates(RootCertStore::empty())
    };
    Ok(builder.with_no_client_auth())
}

fn tls_error(error: rustls::Error) -> ConfigError {
    ConfigError::new(format!(
        "TLS is not available: {error}; install the system's root certificates \
         (often the package `ca-certificates`) or bring your own client with `http_client`"
    ))
}
