//! The fields of a notification, from JSON or from a form.

use std::collections::BTreeMap;

use super::error::WebhookError;
use crate::json::{Document, Json};

/// A body is a few hundred bytes.
const LONGEST_BODY: usize = 64 * 1024;

/// What stands in for bytes that are no UTF-8 once a form is decoded.
const REPLACEMENT: char = '\u{fffd}';

/// Fields by name: a text, or a list or object as JSON.
pub(super) struct Fields(BTreeMap<String, Field>);

enum Field {
    Text(String),
    Structure(String),
    Nothing,
}

enum Format {
    Json,
    Form,
}

impl Fields {
    pub(super) fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, WebhookError> {
        if body.len() > LONGEST_BODY {
            return Err(WebhookError::TooLong);
        }
        let text = std::str::from_utf8(body).map_err(|_| WebhookError::NotUtf8)?;
        match format(content_type, text)? {
            Format::Json => Self::from_json(text),
            Format::Form => Self::from_form(text),
        }
    }

    fn from_json(text: &str) -> Result<Self, WebhookError> {
        let fields = Document::read(text.as_bytes(), |json| {
            let fields = json.as_object().filter(|_| !json.is_list())?.all();
            let fields =
                fields.map(|(name, value)| Some((name.try_read()?, Field::from_json(value))));
            fields.collect::<Option<Vec<_>>>()
        });
        let fields = fields.ok().flatten().ok_or(WebhookError::NotJson)?;
        Self::collect(fields.into_iter())
    }

    fn from_form(text: &str) -> Result<Self, WebhookError> {
        let pairs: Vec<_> = form_urlencoded::parse(text.as_bytes()).into_owned().collect();
        if pairs
            .iter()
            .any(|(name, value)| name.contains(REPLACEMENT) || value.contains(REPLACEMENT))
        {
            return Err(WebhookError::NotUtf8);
        }
        Self::collect(pairs.into_iter().map(|(name, value)| (name, Field::Text(value))))
    }

    fn collect(fields: impl Iterator<Item = (String, Field)>) -> Result<Self, WebhookError> {
        let mut collected = BTreeMap::new();
        for (name, field) in fields {
            if collected.insert(name, field).is_some() {
                return Err(WebhookError::Repeated);
            }
        }
        Ok(Self(collected))
    }

    /// A text that must not be empty, nor long, nor of more than one line.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<String>, WebhookError> {
        match self.0.remove(name) {
            None | Some(Field::Nothing) => Ok(None),
            Some(Field::Text(text)) if text.is_empty() => Ok(None),
            Some(Field::Text(text)) if is_short(&text) => Ok(Some(text)),
            Some(_) => Err(WebhookError::Invalid(name)),
        }
    }

    /// Whatever is there.
    pub(super) fn any(&mut self, name: &str) -> Option<String> {
        match self.0.remove(name)? {
            Field::Text(text) | Field::Structure(text) => Some(text),
            Field::Nothing => None,
        }
    }
}

impl Field {
    fn from_json(json: Json<'_>) -> Self {
        match json.scalar_text() {
            _ if json.is_null() => Self::Nothing,
            Some(text) => Self::Text(text.into_owned()),
            None => Self::Structure(json.text().to_owned()),
        }
    }
}

/// An identifier has a few dozen characters. Control characters would forge lines in a log.
fn is_short(text: &str) -> bool {
    text.len() <= 256 && !text.chars().any(char::is_control)
}

/// Parameters like `charset` say nothing that the bytes do not say themselves.
fn format(content_type: Option<&str>, text: &str) -> Result<Format, WebhookError> {
    let content_type = content_type.unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence.to_ascii_lowercase().as_str() {
        "application/json" => Ok(Format::Json),
        "application/x-www-form-urlencoded" => Ok(Format::Form),
        "" if text.trim_start().starts_with('{') => Ok(Format::Json),
        "" => Ok(Format::Form),
        _ => Err(WebhookError::UnknownContentType),
    }
}
