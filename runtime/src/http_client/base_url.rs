//! The base URL of the API: HTTPS, or a loopback address.

use std::fmt;
use std::net::IpAddr;

use http::Uri;

use crate::error::ConfigError;

/// The URL that routes are appended to.
#[derive(Clone)]
pub(crate) struct BaseUrl(Uri);

impl BaseUrl {
    /// Reads a URL. Plain HTTP is refused, except for loopback addresses and these hosts.
    pub(crate) fn parse(text: &str, plain_http: &[String]) -> Result<Self, ConfigError> {
        let text = text.trim_ascii();
        let url: Uri = text
            .parse()
            .map_err(|error| ConfigError::new(format!("the base URL is not a URL: {error}")))?;
        match violation(&url, text, plain_http) {
            Some(violation) => Err(ConfigError::new(format!("the base URL {violation}"))),
            None => Ok(Self(url)),
        }
    }

    /// True if requests use TLS.
    pub(crate) fn is_https(&self) -> bool {
        self.0.scheme_str() == Some("https")
    }

    pub(crate) fn uri(&self) -> &Uri {
        &self.0
    }

    /// The name or the address of the server.
    #[cfg(feature = "tracing")]
    pub(crate) fn host(&self) -> &str {
        self.0.host().unwrap_or_default()
    }

    /// The port of the server, that of the scheme unless the URL names one.
    #[cfg(feature = "tracing")]
    pub(crate) fn port(&self) -> u16 {
        self.0.port_u16().unwrap_or(if self.is_https() { 443 } else { 80 })
    }

    /// The text before the path of a call, which begins with a slash.
    pub(crate) fn prefix(&self) -> String {
        self.to_string().trim_end_matches('/').to_owned()
    }
}

fn violation(url: &Uri, text: &str, plain_http: &[String]) -> Option<&'static str> {
    let host = url.host().unwrap_or_default();
    let is_allowed =
        || is_loopback(host) || plain_http.iter().any(|it| it.eq_ignore_ascii_case(host));
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if is_allowed() => {}
        _ => {
            return Some(
                "must begin with https:// (http:// is for loopback addresses, and for hosts that are \
                 named with `danger_allow_plain_http` or PORTONE_DANGER_ALLOW_PLAIN_HTTP)",
            );
        }
    }
    let authority = url.authority()?.as_str();
    if authority.contains('@') {
        return Some("must not hold a user name or a password");
    }
    if host.is_empty() {
        return Some("must name a host");
    }
    if authority.len() > host.len() && url.port_u16().is_none() {
        return Some("must have a valid port, or none");
    }
    // A fragment is not part of a parsed `Uri`.
    if text.contains(['?', '#']) {
        return Some("must not hold a query or a fragment");
    }
    None
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
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
            " https://api.iamport.kr\n",
            "https://api.iamport.kr:443",
            "http://127.0.0.1:8080",
            "http://127.9.9.9",
            "http://[::1]:8080",
            "http://localhost:8080",
            "http://LOCALHOST",
        ] {
            assert!(BaseUrl::parse(text, &[]).is_ok(), "{text}");
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
            "https://",
            "https:///path",
            "https://:443",
            "https://api.iamport.kr:port",
            "https://api.iamport.kr:",
            "https://api.iamport.kr:99999",
            "https://user@api.iamport.kr",
            "https://:password@api.iamport.kr",
            "https://api.iamport.kr?x=1",
            "https://api.iamport.kr/?",
            "https://api.iamport.kr#x",
        ] {
            assert!(BaseUrl::parse(text, &[]).is_err(), "{text}");
        }
    }

    #[test]
    fn plain_http_is_accepted_for_the_named_host_only() {
        let allowed = ["fake".to_owned()];
        for text in ["http://fake", "http://fake:8080", "http://FAKE:8080/v1"] {
            assert!(BaseUrl::parse(text, &allowed).is_ok(), "{text}");
        }
        for text in ["http://fake.example", "http://a.fake", "http://fake@other", "ftp://fake"] {
            assert!(BaseUrl::parse(text, &allowed).is_err(), "{text}");
        }
    }

    #[test]
    fn a_base_path_is_kept() {
        for base in ["https://a.example/base", "https://a.example/base/"] {
            assert_eq!(BaseUrl::parse(base, &[]).unwrap().prefix(), "https://a.example/base");
        }
    }

    #[test]
    fn errors_do_not_repeat_the_url() {
        let error = BaseUrl::parse("https://me:hunter2@api.iamport.kr", &[]).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
}
