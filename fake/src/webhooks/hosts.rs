//! Allowed webhook hosts: the local machine, unless a test allows more.

use std::collections::BTreeSet;
use std::net::IpAddr;

use http::Uri;

/// Checks that webhooks may be sent to an address.
///
/// # Errors
/// Returns the reason if they may not.
pub fn check(url: &str, allowed: &BTreeSet<String>) -> Result<(), String> {
    let uri: Uri = url.parse().map_err(|_| "the address is not a valid URL".to_owned())?;
    if uri.scheme_str() != Some("http") {
        return Err("the address must begin with http://".to_owned());
    }
    let host = uri.host().unwrap_or_default();
    if is_local(host) || allowed.contains(host) {
        return Ok(());
    }
    Err(format!(
        "{host} is not the local machine: allow it with allow_webhooks_to or --allow-webhooks-to"
    ))
}

fn is_local(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}
