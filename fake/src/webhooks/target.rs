//! Who may be told anything: this machine, unless a test allows more.

use std::collections::BTreeSet;
use std::net::IpAddr;

use http::Uri;

/// Whether an address may be told.
///
/// # Errors
/// Says why not.
pub fn check(url: &str, allowed: &BTreeSet<String>) -> Result<(), String> {
    let uri: Uri = url.parse().map_err(|_| "the address is no URL".to_owned())?;
    if uri.scheme_str() != Some("http") {
        return Err("only http:// is spoken".to_owned());
    }
    let host = uri.host().unwrap_or_default();
    if is_this_machine(host) || allowed.contains(host) {
        return Ok(());
    }
    Err(format!("{host} is not this machine: allow it with allow_webhooks_to"))
}

fn is_this_machine(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}
