//! The fields of an untrusted request: a JSON object, a form or a query string.

use super::error::ParseError;
use super::field_value::FieldValue;
use crate::json::Document;

/// The limit of a body or a query; usually it has a few hundred bytes.
const MAX_BYTES: usize = 64 * 1024;

/// All fields in the order of the request, repeated ones too. Fields that nobody asks for are ignored,
/// whatever they hold.
pub(super) struct RequestFields(Vec<(String, FieldValue)>);

enum BodyFormat {
    Json,
    Form,
}

impl RequestFields {
    /// Reads a body. Without a content type, the format is detected.
    pub(super) fn of_body(content_type: Option<&str>, body: &[u8]) -> Result<Self, ParseError> {
        if body.len() > MAX_BYTES {
            return Err(ParseError::TooLong);
        }
        match format(content_type, body)? {
            BodyFormat::Json => Self::of_json(body),
            BodyFormat::Form => Ok(Self::of_form(body)),
        }
    }

    /// Reads a query string, with or without its `?`.
    pub(super) fn of_query(query: &str) -> Result<Self, ParseError> {
        if query.len() > MAX_BYTES {
            return Err(ParseError::TooLong);
        }
        Ok(Self::of_form(query.strip_prefix('?').unwrap_or(query).as_bytes()))
    }

    /// Bytes that are not valid UTF-8 become replacement characters, which no key may have.
    fn of_json(body: &[u8]) -> Result<Self, ParseError> {
        let text = String::from_utf8_lossy(body);
        let fields = Document::read(text.as_bytes(), |json| {
            let fields = json.as_object().filter(|_| !json.is_list())?.all();
            let fields =
                fields.filter_map(|(name, value)| Some((name.try_read()?, FieldValue::of(value))));
            Some(fields.collect())
        });
        fields.ok().flatten().map(Self).ok_or(ParseError::NotJson)
    }

    fn of_form(form: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(form).into_owned();
        Self(pairs.map(|(name, value)| (name, FieldValue::Text(value))).collect())
    }

    /// The value of a key; `None` if it is missing, null or empty.
    ///
    /// # Errors
    ///
    /// If the key is repeated with another value, so that two parsers may read two of them, or is not a
    /// short text.
    pub(super) fn key(&self, name: &'static str) -> Result<Option<&str>, ParseError> {
        match self.only(name)? {
            None | Some(FieldValue::Null) => Ok(None),
            Some(FieldValue::Text(text)) if text.is_empty() => Ok(None),
            Some(value) => value.short_text().map(Some).ok_or(ParseError::Invalid(name)),
        }
    }

    /// The value of a key that is required.
    pub(super) fn required(&self, name: &'static str) -> Result<&str, ParseError> {
        self.key(name)?.ok_or(ParseError::Missing(name))
    }

    /// A short text that the sender claims; `None` if it cannot be read.
    pub(super) fn claim(&self, name: &'static str) -> Option<String> {
        self.key(name).ok().flatten().map(str::to_owned)
    }

    /// A value of any shape that the sender claims, as text or JSON.
    pub(super) fn any(&self, name: &'static str) -> Option<String> {
        self.only(name).ok().flatten().and_then(FieldValue::any).map(str::to_owned)
    }

    /// The value of a field, which may be repeated as long as it stays the same.
    fn only(&self, name: &'static str) -> Result<Option<&FieldValue>, ParseError> {
        let mut values = self.0.iter().filter(|(other, _)| other == name).map(|(_, value)| value);
        let Some(first) = values.next() else { return Ok(None) };
        match values.all(|other| other == first) {
            true => Ok(Some(first)),
            false => Err(ParseError::Ambiguous(name)),
        }
    }
}

/// The format by the content type, whose parameters such as `charset` are ignored, or by the body.
fn format(content_type: Option<&str>, body: &[u8]) -> Result<BodyFormat, ParseError> {
    let content_type = content_type.unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence.to_ascii_lowercase().as_str() {
        "application/json" => Ok(BodyFormat::Json),
        "application/x-www-form-urlencoded" => Ok(BodyFormat::Form),
        "" if is_json(body) => Ok(BodyFormat::Json),
        "" => Ok(BodyFormat::Form),
        _ => Err(ParseError::UnknownContentType),
    }
}

/// True if the first character is that of a JSON object, after a byte-order mark and spaces.
fn is_json(body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    body.trim_ascii_start().starts_with(b"{")
}
