//! The base URL of the API: HTTPS, or a loopback address.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;

use crate::error::ConfigError;

/// The URL that routes are appended to.
#[derive(Clone)]
pub(crate) struct BaseUrl(Url);

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, ConfigError> {
        let url = Url::parse(text)
            .map_err(|error| ConfigError::new(format!("the base URL is not a URL: {error}")))?;
        match violation(&url) {
            Some(violation) => Err(ConfigError::new(format!("the base URL {violation}"))),
            None => Ok(Self(url)),
        }
    }

    /// True if requests use TLS; if not, they stay on this machine.
    pub(crate) fn is_https(&self) -> bool {
        self.0.scheme() == "https"
    }

    pub(crate) fn url(&self) -> &Url {
        &self.0
    }

    /// The URL of a call, with a path and a query that are percent-encoded.
    pub(crate) fn join(&self, path: &str, query: Option<&str>) -> String {
        let base = self.0.as_str().trim_end_matches('/');
        match query {
            Some(query) => [base, path, "?", query].concat(),
            None => [base, path].concat(),
        }
    }
}

fn violation(url: &Url) -> Option<&'static str> {
    if url.scheme() != "https" && !(url.scheme() == "http" && is_loopback(url)) {
        return Some("must begin with https:// (http:// is for loopback addresses only)");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some("must not hold a user name or a password");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Some("must not hold a query or a fragment");
    }
    None
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_and_loopback_are_accepted() {
        for text in [
            "https://api.iamport.kr",
            "https://static-api.iamport.kr/",
            "https://proxy.example/portone/",
            "http://127.0.0.1:8080",
            "http://127.9.9.9",
            "http://[::1]:8080",
            "http://localhost:8080",
            "http://LOCALHOST",
        ] {
            assert!(BaseUrl::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn other_urls_are_rejected() {
        for text in [
            "",
            "api.iamport.kr",
            "http://api.iamport.kr",
            "http://localhost.example",
            "http://127.0.0.1.example",
            "http://0.0.0.0",
            "http://[::]",
            "http://10.0.0.1",
            "ftp://localhost",
            "file:///etc/passwd",
            "https://user@api.iamport.kr",
            "https://:password@api.iamport.kr",
            "https://api.iamport.kr?x=1",
            "https://api.iamport.kr#x",
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_base_path_is_kept() {
        for base in ["https://a.example/base", "https://a.example/base/"] {
            let url = BaseUrl::parse(base).unwrap().join("/x%2Fy", Some("z[]=%5B"));
            assert_eq!(url, "https://a.example/base/x%2Fy?z[]=%5B");
        }
    }

    #[test]
    fn errors_do_not_repeat_the_url() {
        let error = BaseUrl::parse("https://me:hunter2@api.iamport.kr").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
}
