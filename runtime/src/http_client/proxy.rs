//! The proxy of the default client.

use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::Matcher;

use super::base_url::BaseUrl;
use crate::error::ConfigError;

/// An HTTP proxy that is asked for a tunnel (`CONNECT`), so that it sees none of the requests.
#[derive(Clone)]
pub(crate) struct Proxy {
    pub(super) uri: Uri,
    /// The credentials of the proxy, as the value of a header.
    pub(super) authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Reads the URL of a proxy, which may hold a user name and a password.
    pub(crate) fn parse(url: &str) -> Result<Self, ConfigError> {
        let matcher = Matcher::builder().all(url.trim_ascii().to_owned()).build();
        let proxy = Self::of(&matcher, &Uri::from_static("https://any.example"))?;
        proxy.ok_or_else(|| invalid("is not a URL such as http://proxy.example:3128"))
    }

    /// The proxy that the environment names for a URL (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`). Plain
    /// HTTP needs none: it is for hosts of one's own.
    pub(super) fn from_env(base_url: &BaseUrl) -> Result<Option<Self>, ConfigError> {
        if !base_url.is_https() {
            return Ok(None);
        }
        Self::of(&Matcher::from_env(), base_url.uri())
    }

    fn of(matcher: &Matcher, destination: &Uri) -> Result<Option<Self>, ConfigError> {
        let Some(proxy) = matcher.intercept(destination) else { return Ok(None) };
        if !matches!(proxy.uri().scheme_str(), Some("http" | "https")) {
            return Err(invalid("must begin with http:// or https://; SOCKS is not supported"));
        }
        let authorization = proxy.basic_auth().cloned();
        Ok(Some(Self { uri: proxy.uri().clone(), authorization }))
    }

    pub(super) fn is_https(&self) -> bool {
        self.uri.scheme_str() == Some("https")
    }
}

/// Without the URL, which may hold a password.
fn invalid(problem: &str) -> ConfigError {
    ConfigError::new(format!("the URL of the proxy {problem}"))
}
