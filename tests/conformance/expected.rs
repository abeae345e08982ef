//! Expected requests, computed from the schema without the generator's emitters.

use portone_v1_generator::model::{Method, Operation, ParamLocation, Parameter};

use crate::json;
use crate::samples::Sample;

type Sent<'a> = (&'a Parameter, Sample<'a>);

/// A request, to the letter.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) body: String,
    pub(crate) content_type: Option<String>,
    pub(crate) authorization: Option<String>,
    pub(crate) tier: Option<String>,
    pub(crate) user_agent: Option<String>,
    pub(crate) accept: Option<String>,
}

pub(crate) fn request(operation: &Operation, sent: &[Sent<'_>], tier: Option<&str>) -> Request {
    let body = body(operation, sent);
    Request {
        method: operation.route.method.word().to_owned(),
        target: format!("{}{}", path(operation, sent), query(sent)),
        content_type: body.as_ref().map(|_| "application/json".to_owned()),
        body: body.unwrap_or_default(),
        authorization: operation.authorized.then(|| "Bearer token-1".to_owned()),
        tier: tier.map(str::to_owned),
        user_agent: Some(format!("portone-v1-rust/{}", env!("CARGO_PKG_VERSION"))),
        accept: Some("application/json".to_owned()),
    }
}

fn at<'s>(
    location: ParamLocation,
    sent: &'s [Sent<'s>],
) -> impl Iterator<Item = (&'s str, &'s Sample<'s>)> {
    let sent = sent.iter().filter(move |(parameter, _)| parameter.location == location);
    sent.map(|(parameter, value)| (parameter.field.wire.as_str(), value))
}

/// A part that is left out goes with its slash.
fn path(operation: &Operation, sent: &[Sent<'_>]) -> String {
    let parts = operation.route.path.split('/').filter_map(|part| {
        let Some(name) = part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) else {
            return Some(part.to_owned());
        };
        let value = at(ParamLocation::Path, sent).find(|(wire, _)| *wire == name)?.1;
        Some(encoded(&scalar(value)))
    });
    parts.collect::<Vec<_>>().join("/")
}

fn query(sent: &[Sent<'_>]) -> String {
    let pairs: Vec<_> =
        at(ParamLocation::Query, sent).flat_map(|(wire, value)| pairs(wire, value)).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn pairs(wire: &str, value: &Sample<'_>) -> Vec<String> {
    match value {
        Sample::List(values) => {
            values.iter().flat_map(|value| pairs(&format!("{wire}[]"), value)).collect()
        }
        value => vec![format!("{wire}={}", encoded(&scalar(value)))],
    }
}

/// POST and PUT always have one.
fn body(operation: &Operation, sent: &[Sent<'_>]) -> Option<String> {
    let mut fields = at(ParamLocation::Body, sent).peekable();
    let always = matches!(operation.route.method, Method::Post | Method::Put);
    let has = always || fields.peek().is_some();
    has.then(|| json::object(fields.map(|(wire, value)| (wire, json::text(value)))))
}

fn scalar(value: &Sample<'_>) -> String {
    match value {
        Sample::Text(text) | Sample::Amount(text) | Sample::Code(_, text) => text.clone(),
        Sample::Integer(number) | Sample::Time(number) => number.to_string(),
        Sample::Boolean(value) => value.to_string(),
        Sample::Record(..) | Sample::List(_) => panic!("{value:?} is no single value"),
    }
}

/// RFC 3986: what is not unreserved is percent-encoded, byte by byte.
fn encoded(text: &str) -> String {
    let bytes = text.bytes().map(|byte| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    });
    bytes.collect()
}
