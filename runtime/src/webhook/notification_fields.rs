//! The fields of a notification, in JSON or in a form.

use std::collections::BTreeMap;

use super::error::WebhookError;
use crate::json::{Document, Json};

/// The limit of a body; usually it has a few hundred bytes.
const MAX_BODY_BYTES: usize = 64 * 1024;

/// The replacement for bytes that are not valid UTF-8 in a decoded form.
const REPLACEMENT: char = '\u{fffd}';

/// NotificationFields by name: a text, or a list or object as JSON.
pub(super) struct NotificationFields(BTreeMap<String, FieldValue>);

enum FieldValue {
    Text(String),
    Json(String),
    Null,
}

enum BodyFormat {
    Json,
    Form,
}

impl NotificationFields {
    pub(super) fn parse(content_type: Option<&str>, body: &[u8]) -> Result<Self, WebhookError> {
        if body.len() > MAX_BODY_BYTES {
            return Err(WebhookError::TooLong);
        }
        let text = std::str::from_utf8(body).map_err(|_| WebhookError::NotUtf8)?;
        match format(content_type, text)? {
            BodyFormat::Json => Self::from_json(text),
            BodyFormat::Form => Self::from_form(text),
        }
    }

    fn from_json(text: &str) -> Result<Self, WebhookError> {
        let fields = Document::read(text.as_bytes(), |json| {
            let fields = json.as_object().filter(|_| !json.is_list())?.all();
            let fields =
                fields.map(|(name, value)| Some((name.try_read()?, FieldValue::from_json(value))));
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
        Self::collect(pairs.into_iter().map(|(name, value)| (name, FieldValue::Text(value))))
    }

    fn collect(fields: impl Iterator<Item = (String, FieldValue)>) -> Result<Self, WebhookError> {
        let mut collected = BTreeMap::new();
        for (name, field) in fields {
            if collected.insert(name, field).is_some() {
                return Err(WebhookError::DuplicateField);
            }
        }
        Ok(Self(collected))
    }

    /// Takes a short text of one line; none if it is empty.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Option<String>, WebhookError> {
        match self.0.remove(name) {
            None | Some(FieldValue::Null) => Ok(None),
            Some(FieldValue::Text(text)) if text.is_empty() => Ok(None),
            Some(FieldValue::Text(text)) if is_short(&text) => Ok(Some(text)),
            Some(_) => Err(WebhookError::Invalid(name)),
        }
    }

    /// Takes a value of any shape, as text or JSON.
    pub(super) fn any(&mut self, name: &str) -> Option<String> {
        match self.0.remove(name)? {
            FieldValue::Text(text) | FieldValue::Json(text) => Some(text),
            FieldValue::Null => None,
        }
    }
}

impl FieldValue {
    fn from_json(json: Json<'_>) -> Self {
        match json.scalar_text() {
            _ if json.is_null() => Self::Null,
            Some(text) => Self::Text(text.into_owned()),
            None => Self::Json(json.text().to_owned()),
        }
    }
}

/// Identifiers have a few dozen characters. Control characters would forge lines in a log.
fn is_short(text: &str) -> bool {
    text.len() <= 256 && !text.chars().any(char::is_control)
}

/// The format by the content type, whose parameters such as `charset` are ignored, or by the body.
fn format(content_type: Option<&str>, text: &str) -> Result<BodyFormat, WebhookError> {
    let content_type = content_type.unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence.to_ascii_lowercase().as_str() {
        "application/json" => Ok(BodyFormat::Json),
        "application/x-www-form-urlencoded" => Ok(BodyFormat::Form),
        "" if text.trim_start().starts_with('{') => Ok(BodyFormat::Json),
        "" => Ok(BodyFormat::Form),
        _ => Err(WebhookError::UnknownContentType),
    }
}
