//! Access control by `Host` and `Origin`.
//!
//! A page in a browser can send requests to the local machine, and a name under its control can resolve
//! to the local machine. The first shows in the header `Origin`, the second in the header `Host`.

use std::collections::BTreeSet;
use std::net::IpAddr;

use http::header::{HOST, HeaderName, ORIGIN};
use http::uri::Authority;
use http::{HeaderMap, Uri};

use crate::api_error::ApiError;

/// Names by which the server can be addressed, besides the local machine and the server's own address.
#[derive(Clone, Debug, Default)]
pub struct AllowedHosts(BTreeSet<String>);

impl AllowedHosts {
    /// Allows a name, in requests to the server and of pages that send them.
    pub fn allow(&mut self, name: &str) {
        self.0.insert(name.to_ascii_lowercase());
    }

    /// Checks the headers `Host` and `Origin` of a request that arrived at a local address. Programs
    /// other than browsers can omit both.
    ///
    /// # Errors
    /// 403 when one of them is foreign.
    pub fn check(&self, headers: &HeaderMap, local: IpAddr) -> Result<(), ApiError> {
        let values = |name: HeaderName| {
            headers.get_all(name).into_iter().map(|value| value.to_str().unwrap_or_default())
        };
        for host in values(HOST) {
            let authority: Option<Authority> = host.parse().ok();
            let is_own = |authority: &Authority| self.is_known(authority.host(), Some(local));
            authority.filter(is_own).ok_or_else(|| foreign("host", host))?;
        }
        let is_own = |origin: &str| values(HOST).any(|host| origin == format!("http://{host}"));
        values(ORIGIN).filter(|origin| !is_own(origin)).try_for_each(|it| self.check_page(it))
    }

    /// Checks the origin of a page: `http://localhost:3000`.
    ///
    /// # Errors
    /// 403 when it is foreign.
    pub fn check_page(&self, origin: &str) -> Result<(), ApiError> {
        let uri: Uri = origin.parse().map_err(|_| foreign("origin", origin))?;
        let name = uri.scheme().and(uri.host()).unwrap_or_default();
        // Without a path, which could become more than an origin where it is copied to.
        let is_bare = origin.matches('/').count() == 2 && !origin.contains('@');
        (is_bare && self.is_known(name, None))
            .then_some(())
            .ok_or_else(|| foreign("origin", origin))
    }

    fn is_known(&self, host: &str, local: Option<IpAddr>) -> bool {
        let name = host.trim_end_matches('.').to_ascii_lowercase();
        let address: Option<IpAddr> = name.trim_matches(['[', ']']).parse().ok();
        let is_local = |address: IpAddr| address.is_loopback() || Some(address) == local;
        // Browsers resolve every name below `localhost` to the local machine.
        let is_localhost = name == "localhost" || name.ends_with(".localhost");
        address.is_some_and(is_local) || is_localhost || self.0.contains(&name)
    }
}

fn foreign(kind: &str, value: &str) -> ApiError {
    let message =
        format!("the {kind} {value} is not the server's own; use --allow-host to allow it");
    ApiError::new(403, message)
}
