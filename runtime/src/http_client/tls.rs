//! The TLS configuration of the default client.

use std::sync::Arc;

use rustls::client::Resumption;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::Verifier;

use crate::error::ConfigError;

/// The number of sessions to resume: all are with one server, or two with a proxy.
const SESSIONS: usize = 8;

/// TLS 1.2 and newer with *ring*, which builds with a C compiler alone, while aws-lc-rs may need CMake
/// or an assembler. It is configured here, so that no provider has to be installed for the process.
///
/// Root certificates are those of the operating system, which are updated without a release of this
/// crate and include those of a company's own proxy, and the extra ones.
pub(super) fn config(extra_roots: &[CertificateDer<'static>]) -> Result<ClientConfig, ConfigError> {
    let provider = Arc::new(ring::default_provider());
    let verifier = verifier(extra_roots, Arc::clone(&provider))?;
    let config = builder(provider)?
        .dangerous() // a custom verifier, and here that of the operating system
        .with_custom_certificate_verifier(Arc::new(verifier));
    Ok(config.with_no_client_auth())
}

#[cfg(not(target_os = "android"))]
fn verifier(
    extra_roots: &[CertificateDer<'static>],
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, ConfigError> {
    Verifier::new_with_extra_roots(extra_roots.to_vec(), provider).map_err(tls_error)
}

/// Android verifies by itself, with the certificates of its own store alone.
#[cfg(target_os = "android")]
fn verifier(
    extra_roots: &[CertificateDer<'static>],
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, ConfigError> {
    if extra_roots.is_empty() {
        return Verifier::new(provider).map_err(tls_error);
    }
    Err(ConfigError::new("`root_certificate` is not supported on Android"))
}

/// A configuration that trusts nobody. Loopback without TLS needs no root certificates, and must work
/// where none are installed.
pub(super) fn unused() -> Result<ClientConfig, ConfigError> {
    let builder = builder(Arc::new(ring::default_provider()))?;
    Ok(builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth())
}

/// The same configuration with sessions of its own.
pub(super) fn with_own_sessions(config: &ClientConfig) -> ClientConfig {
    let mut config = config.clone();
    config.resumption = Resumption::in_memory_sessions(SESSIONS);
    config
}

/// Reads certificates: one in DER, or one or more in PEM.
pub(crate) fn certificates(bytes: &[u8]) -> Result<Vec<CertificateDer<'static>>, ConfigError> {
    const PEM: &[u8] = b"-----BEGIN ";
    let is_pem = bytes.windows(PEM.len()).any(|window| window == PEM);
    let certificates = if is_pem {
        let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(bytes).collect();
        read.map_err(|error| invalid_certificate(&error))?
    } else {
        vec![CertificateDer::from(bytes.to_vec())]
    };
    if certificates.is_empty() {
        return Err(invalid_certificate("the PEM text has none"));
    }
    let mut store = RootCertStore::empty();
    for certificate in &certificates {
        store.add(certificate.clone()).map_err(|error| invalid_certificate(&error))?;
    }
    Ok(certificates)
}

type Builder<State> = ConfigBuilder<ClientConfig, State>;

fn builder(provider: Arc<CryptoProvider>) -> Result<Builder<WantsVerifier>, ConfigError> {
    let builder = ClientConfig::builder_with_provider(provider);
    builder.with_safe_default_protocol_versions().map_err(tls_error)
}

fn tls_error(error: rustls::Error) -> ConfigError {
    ConfigError::new(format!(
        "TLS is not available: {error}; install the system's root certificates (often the package \
         `ca-certificates`), or add the one that you need with `root_certificate`"
    ))
}

fn invalid_certificate(problem: impl std::fmt::Display) -> ConfigError {
    ConfigError::new(format!("the root certificate cannot be read: {problem}"))
}
