//! Format of webhook bodies.

use serde_json::{Map, Value};

/// Format of webhook bodies, as configured in PortOne's console.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WebhookFormat {
    /// `application/json`
    #[default]
    Json,
    /// `application/json; charset=utf-8`
    JsonWithCharset,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `application/x-www-form-urlencoded; charset=utf-8`
    FormWithCharset,
}

impl WebhookFormat {
    /// All formats.
    pub(crate) const ALL: [Self; 4] =
        [Self::Json, Self::JsonWithCharset, Self::Form, Self::FormWithCharset];

    /// Returns the content type.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::JsonWithCharset => "application/json; charset=utf-8",
            Self::Form => "application/x-www-form-urlencoded",
            Self::FormWithCharset => "application/x-www-form-urlencoded; charset=utf-8",
        }
    }

    pub(super) fn write(self, body: &Map<String, Value>) -> String {
        match self {
            Self::Json | Self::JsonWithCharset => serde_json::to_string(body).unwrap_or_default(),
            Self::Form | Self::FormWithCharset => {
                let config = serde_qs::Config::new().use_form_encoding(true);
                config.serialize_string(body).unwrap_or_default()
            }
        }
    }
}
