//! The HTTP settings of a client.

use std::sync::Arc;
use std::time::Duration;

use http::header::{
    ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, EXPECT, HOST,
    PROXY_AUTHORIZATION, TRANSFER_ENCODING, UPGRADE,
};
use http::uri::Authority;
use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::runtime::Handle;

use super::shared::{Backend, TIER};
use crate::error::ConfigError;
use crate::http_client::{BaseUrl, DefaultClientConfig, HttpClient, Proxy, certificates};
use crate::per_process::PerProcess;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Headers that the client or its connections set.
const RESERVED: [HeaderName; 12] = [
    ACCEPT,
    ACCEPT_ENCODING,
    AUTHORIZATION,
    CONNECTION,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    EXPECT,
    HOST,
    PROXY_AUTHORIZATION,
    TIER,
    TRANSFER_ENCODING,
    UPGRADE,
];

/// The settings as they were made; they are read when the client is built.
pub(super) struct HttpSettings {
    pub(super) connect_timeout: Duration,
    pub(super) plain_http: Vec<String>,
    pub(super) proxy: Option<String>,
    pub(super) root_certificates: Vec<Vec<u8>>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) backend: Option<Arc<dyn HttpClient>>,
    pub(super) runtime: Option<Handle>,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            connect_timeout: CONNECT_TIMEOUT,
            plain_http: Vec::new(),
            proxy: None,
            root_certificates: Vec::new(),
            headers: Vec::new(),
            backend: None,
            runtime: None,
        }
    }
}

impl HttpSettings {
    pub(super) fn base_url(&self, text: &str) -> Result<BaseUrl, ConfigError> {
        let hosts: Result<Vec<_>, _> =
            self.plain_http.iter().map(|host| host_alone(host)).collect();
        BaseUrl::parse(text, &hosts?)
    }

    pub(super) fn headers(&self) -> Result<HeaderMap, ConfigError> {
        let mut headers = HeaderMap::new();
        for (name, value) in &self.headers {
            let (name, value) = header(name, value)?;
            headers.insert(name, value);
        }
        Ok(headers)
    }

    /// The runtime in this process, and none in a fork of it.
    pub(super) fn runtime(&self) -> PerProcess<Option<Handle>> {
        let runtime = PerProcess::new();
        runtime.get(|| self.runtime.clone());
        runtime
    }

    pub(super) fn backend(self, base_url: &BaseUrl) -> Result<Backend, ConfigError> {
        let Some(backend) = self.backend else {
            let proxy = self.proxy.as_deref().map(Proxy::parse).transpose()?;
            let mut roots = Vec::new();
            for certificate in &self.root_certificates {
                roots.extend(certificates(certificate)?);
            }
            let timeout = self.connect_timeout;
            let config = DefaultClientConfig::new(base_url, proxy, &roots, timeout)?;
            return Ok(Backend::Default(Box::new(config)));
        };
        if self.proxy.is_some() || !self.root_certificates.is_empty() {
            return Err(ConfigError::new(
                "`proxy` and `root_certificate` do not apply to an `http_client` of your own: \
                 set them there",
            ));
        }
        Ok(Backend::Custom(backend))
    }
}

fn host_alone(text: &str) -> Result<String, ConfigError> {
    let text = text.trim_ascii();
    match text.parse::<Authority>() {
        Ok(authority) if authority.host() == text => Ok(text.to_owned()),
        _ => Err(ConfigError::new(
            "a host that is allowed plain HTTP must be a name or an address alone, such as `fake`",
        )),
    }
}

/// The value is not repeated in errors: it may be a secret.
fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), ConfigError> {
    let invalid = |problem| ConfigError::new(format!("the default header {name:?} {problem}"));
    let header: HeaderName = name.parse().map_err(|_| invalid("is not the name of a header"))?;
    if RESERVED.contains(&header) {
        return Err(invalid("is set by the client"));
    }
    let mut value: HeaderValue =
        value.trim_ascii().parse().map_err(|_| invalid("has an invalid value"))?;
    value.set_sensitive(true);
    Ok((header, value))
}
