//! Settings of webhooks.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::api_error::ApiError;
use crate::app::App;
use crate::control::arguments::{flag, optional, optional_number};
use crate::webhooks::{MAX_COPIES, WebhookFormat, Webhooks};

/// Changes the given settings, and returns all settings.
///
/// # Errors
/// 400 when a value is invalid; nothing is changed then.
pub fn set(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let webhooks = &mut app.state().webhooks;
    // The settings are stored at the end, so that a failed command changes nothing.
    let (mut config, mut options) = (webhooks.config.clone(), webhooks.options);
    if let Some(url) = optional(values, "url") {
        config.url = Some(url).filter(|url| !url.is_empty());
    }
    if let Some(content_type) = optional(values, "content_type") {
        config.format = format(&content_type)?;
    }
    if values.contains_key("retries") {
        config.retries = flag(values, "retries")?;
    }
    if let Some(copies) = optional_number(values, "copies")? {
        let valid = u32::try_from(copies).ok().filter(|copies| *copies <= MAX_COPIES);
        let invalid =
            || ApiError::bad_request(format!("copies is {copies}; the maximum is {MAX_COPIES}"));
        options.copies = valid.ok_or_else(invalid)?;
    }
    if let Some(delay) = optional_number(values, "delay")? {
        options.delay = Duration::from_secs(delay);
    }
    if values.contains_key("withheld") {
        options.withheld = flag(values, "withheld")?;
    }
    (webhooks.config, webhooks.options) = (config, options);
    Ok(settings(webhooks))
}

fn settings(webhooks: &Webhooks) -> Value {
    let (config, options) = (&webhooks.config, webhooks.options);
    json!({
        "url": config.url,
        "content_type": config.format.content_type(),
        "retries": config.retries,
        "copies": options.copies,
        "delay": options.delay.as_secs(),
        "withheld": options.withheld,
    })
}

fn format(content_type: &str) -> Result<WebhookFormat, ApiError> {
    let found = WebhookFormat::ALL.into_iter().find(|format| format.content_type() == content_type);
    found.ok_or_else(|| {
        let known = WebhookFormat::ALL.map(WebhookFormat::content_type).join(", ");
        ApiError::bad_request(format!(
            "unknown content_type {content_type}; expected one of {known}"
        ))
    })
}
