//! The call of an operation by curl.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use super::sample::{self, Sample, Sent};
use crate::model::{Api, Operation, ParamLocation, Parameter};

/// All characters but those that a URL never encodes.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The command, with an argument on each line. The access token is in a variable of the shell.
pub fn text(api: &Api, operation: &Operation) -> String {
    let sent = sample::parameters(api, operation);
    let (path, query) = (path(operation, &sent), query(&of(&sent, ParamLocation::Query)));
    let url = quoted(&format!("{}{path}{query}", api.base_url));
    let mut arguments = vec![format!("curl --request {} {url}", operation.route.method.word())];
    if operation.authorized {
        arguments.push("--header \"Authorization: Bearer $ACCESS_TOKEN\"".to_owned());
    }
    arguments.extend(body(&of(&sent, ParamLocation::Body)));
    arguments.join(" \\\n  ")
}

type Located<'s, 'a> = (&'a Parameter, &'s Sample<'a>);

fn of<'s, 'a>(sent: &'s Sent<'a>, location: ParamLocation) -> Vec<Located<'s, 'a>> {
    let there = sent.iter().filter(|(parameter, _)| parameter.location == location);
    there.map(|(parameter, sample)| (*parameter, sample)).collect()
}

/// The path; a placeholder without a value is left out with its slash.
fn path(operation: &Operation, sent: &Sent<'_>) -> String {
    let mut path = operation.route.path.clone();
    for name in operation.route.placeholders() {
        let value = sent.iter().find(|(parameter, _)| parameter.field.wire == name);
        path = match value {
            Some((_, sample)) => path.replace(&format!("{{{name}}}"), &encoded(&sample.json())),
            None => path.replace(&format!("/{{{name}}}"), ""),
        };
    }
    path
}

/// The query with its question mark. The server reads a list from a repeated name with brackets, which curl takes for
/// a range unless they are encoded.
fn query(sent: &[Located<'_, '_>]) -> String {
    let mut pairs = Vec::new();
    for (parameter, sample) in sent {
        let name = &parameter.field.wire;
        match sample.json() {
            Value::Array(items) => {
                pairs.extend(items.iter().map(|item| format!("{name}%5B%5D={}", encoded(item))));
            }
            value => pairs.push(format!("{name}={}", encoded(&value))),
        }
    }
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn encoded(value: &Value) -> String {
    utf8_percent_encode(&plain(value), UNRESERVED).to_string()
}

fn body(sent: &[Located<'_, '_>]) -> Option<String> {
    let members =
        sent.iter().map(|(parameter, sample)| (parameter.field.wire.clone(), sample.json()));
    let members: Map<_, _> = members.collect();
    let text = format!("{:#}", Value::Object(members.clone()));
    (!members.is_empty()).then(|| {
        format!("--header 'Content-Type: application/json' \\\n  --data {}", quoted(&text))
    })
}

/// A text without its quotes, and anything else as JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A word of the shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
