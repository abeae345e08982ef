//! The HTTP client that is used unless the caller sets one: hyper, and rustls for TLS.

use std::error::Error;
use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderValue;
use http::header::USER_AGENT;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;
use rustls::pki_types::CertificateDer;
use tokio::time::error::Elapsed;

use super::backend::{HttpClient, HttpFuture};
use super::base_url::BaseUrl;
use super::body::HttpBody;
use super::connector::Connector;
use super::proxy::Proxy;
use super::tls;
use crate::error::{ConfigError, HttpError};

const AGENT: HeaderValue =
    HeaderValue::from_static(concat!("portone-v1-rust/", env!("CARGO_PKG_VERSION")));

/// Shorter than the usual 60 to 75 seconds of servers and load balancers: a POST written into a
/// connection that is just being closed leaves open whether it was carried out.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(30);

/// The settings of a [`DefaultClient`], from which each process makes its own.
pub(crate) struct DefaultClientConfig {
    proxy: Option<Proxy>,
    tls: ClientConfig,
    connect_timeout: Duration,
}

impl DefaultClientConfig {
    /// Without a proxy, that of the environment is used.
    pub(crate) fn new(
        base_url: &BaseUrl,
        proxy: Option<Proxy>,
        extra_roots: &[CertificateDer<'static>],
        connect_timeout: Duration,
    ) -> Result<Self, ConfigError> {
        let proxy = match proxy {
            Some(proxy) => Some(proxy),
            None => Proxy::from_env(base_url)?,
        };
        let needs_tls = base_url.is_https() || proxy.as_ref().is_some_and(Proxy::is_https);
        let tls = if needs_tls { tls::config(extra_roots)? } else { tls::unused()? };
        Ok(Self { proxy, tls, connect_timeout })
    }

    pub(crate) fn client(&self) -> DefaultClient {
        let tls = tls::with_own_sessions(&self.tls);
        let connector = Connector::new(self.proxy.clone(), tls, self.connect_timeout);
        let client = legacy::Client::builder(TokioExecutor::new())
            .pool_idle_timeout(POOL_IDLE_TIMEOUT)
            .pool_timer(TokioTimer::new())
            // V1 has no idempotency keys: retries are decided in `retry` alone. This one stays: if a
            // reused connection turns out to be closed, another is taken. It does so only if hyper
            // returns the whole request, so that nothing of it was written.
            .retry_canceled_requests(true)
            .build(connector);
        DefaultClient(client)
    }
}

/// An HTTP/1.1 client. It follows no redirects. It runs within the driver.
#[derive(Clone)]
pub struct DefaultClient(legacy::Client<Connector, Full<Bytes>>);

impl DefaultClient {
    /// Creates a client, for the tests of this crate: they put faults around it.
    ///
    /// # Errors
    ///
    /// If the base URL is invalid, or there is no TLS.
    pub fn for_url(base_url: &str, connect_timeout: Duration) -> Result<Self, ConfigError> {
        let base_url = BaseUrl::parse(base_url, &[])?;
        Ok(DefaultClientConfig::new(&base_url, None, &[], connect_timeout)?.client())
    }
}

impl HttpClient for DefaultClient {
    fn send(&self, mut request: http::Request<Bytes>) -> HttpFuture<'_> {
        request.headers_mut().entry(USER_AGENT).or_insert(AGENT);
        let response = self.0.request(request.map(Full::new));
        Box::pin(async move {
            let response = response.await.map_err(connection_error)?;
            Ok(response.map(|body| HttpBody::new(body.map_err(body_error))))
        })
    }
}

fn connection_error(error: legacy::Error) -> HttpError {
    let (is_connect, is_timeout) = (error.is_connect(), is_timeout(&error));
    let error = if is_connect { HttpError::not_sent(error) } else { HttpError::lost(error) };
    if is_timeout { error.timed_out() } else { error }
}

fn body_error(error: hyper::Error) -> HttpError {
    let is_timeout = is_timeout(&error);
    let error = HttpError::lost(error);
    if is_timeout { error.timed_out() } else { error }
}

/// True if the limit for connecting has passed, or the system gave up waiting.
fn is_timeout(error: &(dyn Error + 'static)) -> bool {
    let mut error = Some(error);
    while let Some(current) = error {
        let is_io = |error: &io::Error| error.kind() == io::ErrorKind::TimedOut;
        if current.is::<Elapsed>() || current.downcast_ref().is_some_and(is_io) {
            return true;
        }
        error = current.source();
    }
    false
}
