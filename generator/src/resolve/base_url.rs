//! The base URL of the API, which is the default of the clients.

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::syntax::values::Text;

/// Reports a base URL that no client could be built with.
pub fn check(base_url: &Text, log: &mut Log) {
    let Some(span) = base_url.span else { return };
    if !is_base_url(&base_url.value) {
        let message = format!("invalid value `{}`; expected an address with HTTPS", base_url.value);
        log.push(
            Diagnostic::new(&codes::E007, message)
                .at(span, "no client could be built with it")
                .help(
                    "write it as `https://api.iamport.kr`, without a query and without credentials",
                ),
        );
    }
}

fn is_base_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_word = |text: &str, others: &str| {
        text.chars().all(|letter| letter.is_ascii_alphanumeric() || others.contains(letter))
    };
    !host.is_empty() && is_word(host, "-.") && port.parse::<u16>().is_ok() && is_word(path, "-._~/")
}
