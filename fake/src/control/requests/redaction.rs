//! Redaction of secrets in logged queries and bodies.

use std::borrow::Cow;
use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::contract::{Contract, FieldSpec};

/// Replacement of a secret.
const REDACTED: &str = "<redacted>";

/// Names besides the secret parameters of the schema: the access token in the query, and card data.
const OTHERS: [&str; 3] = ["_token", "card_number", "expiry"];

/// Names of all secret parameters.
pub struct Redaction(BTreeSet<&'static str>);

impl Redaction {
    /// Collects the names of secret parameters and fields.
    pub fn new(contract: &'static Contract) -> Self {
        let parameters = contract.operations.iter().flat_map(|operation| &operation.parameters);
        let fields = parameters.chain(contract.types.values().flat_map(|spec| &spec.record));
        let secret = fields.filter(|field| field.secret).map(last_name);
        Self(secret.chain(OTHERS).collect())
    }

    /// Redacts a query or a form.
    pub fn form(&self, text: &str) -> String {
        let pairs = text.split('&').map(|pair| match pair.split_once('=') {
            Some((name, _)) if self.is_secret_parameter(name) => format!("{name}={REDACTED}"),
            _ => pair.to_owned(),
        });
        pairs.collect::<Vec<_>>().join("&")
    }

    /// Redacts a body. One that is neither JSON nor a form is replaced if it names a secret.
    pub fn body<'t>(&self, content_type: &str, text: &'t str) -> Cow<'t, str> {
        if content_type.to_ascii_lowercase().contains("form") {
            return self.form(text).into();
        }
        let Ok(mut value) = serde_json::from_str::<Value>(text) else {
            let names_a_secret = self.0.iter().any(|name| text.contains(name));
            return if names_a_secret { REDACTED } else { text }.into();
        };
        match self.redact(&mut value) {
            true => value.to_string().into(),
            false => text.into(),
        }
    }

    /// Redacts the members of a value. Returns `true` if there were secrets.
    fn redact(&self, value: &mut Value) -> bool {
        match value {
            Value::Object(members) => members.iter_mut().fold(false, |any, (name, value)| {
                if self.0.contains(name.as_str()) {
                    *value = REDACTED.into();
                    return true;
                }
                self.redact(value) | any
            }),
            Value::Array(items) => {
                items.iter_mut().fold(false, |any, item| self.redact(item) | any)
            }
            _ => false,
        }
    }

    fn is_secret_parameter(&self, name: &str) -> bool {
        let name = percent_decode_str(name).decode_utf8_lossy();
        name.split(['[', ']']).any(|part| self.0.contains(part))
    }
}

/// `extra[requester]` → `requester`
fn last_name(field: &FieldSpec) -> &str {
    field.name.split(['[', ']']).rfind(|part| !part.is_empty()).unwrap_or_default()
}
