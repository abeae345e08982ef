//! Where webhooks go, how, how often and when.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::control::{flag, optional, optional_number};
use crate::core::Core;
use crate::refusal::Refusal;
use crate::webhooks::{MOST_COPIES, WebhookForm, Webhooks};

/// Changes what is given, and tells how everything stands.
///
/// # Errors
/// 400 when something is wrong; nothing is changed then.
pub fn set(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let webhooks = &mut core.world().webhooks;
    // First what can be refused, so that a refused command changes nothing.
    let (mut console, mut habits) = (webhooks.console.clone(), webhooks.habits);
    if let Some(url) = optional(values, "url") {
        console.url = Some(url).filter(|url| !url.is_empty());
    }
    if let Some(content_type) = optional(values, "content_type") {
        console.form = form(&content_type)?;
    }
    if values.contains_key("resends") {
        console.resends = flag(values, "resends")?;
    }
    if let Some(copies) = optional_number(values, "copies")? {
        let few = u32::try_from(copies).ok().filter(|copies| *copies <= MOST_COPIES);
        let problem = || Refusal::invalid(format!("copies are at most {MOST_COPIES}"));
        habits.copies = few.ok_or_else(problem)?;
    }
    if let Some(delay) = optional_number(values, "delay")? {
        habits.delay = Duration::from_secs(delay);
    }
    if values.contains_key("withheld") {
        habits.withheld = flag(values, "withheld")?;
    }
    (webhooks.console, webhooks.habits) = (console, habits);
    Ok(settings(webhooks))
}

fn settings(webhooks: &Webhooks) -> Value {
    let (console, habits) = (&webhooks.console, webhooks.habits);
    json!({
        "url": console.url,
        "content_type": console.form.content_type(),
        "resends": console.resends,
        "copies": habits.copies,
        "delay": habits.delay.as_secs(),
        "withheld": habits.withheld,
    })
}

fn form(content_type: &str) -> Result<WebhookForm, Refusal> {
    let found = WebhookForm::ALL.into_iter().find(|form| form.content_type() == content_type);
    found.ok_or_else(|| {
        let known = WebhookForm::ALL.map(WebhookForm::content_type).join(", ");
        Refusal::invalid(format!("content_type is one of these: {known}"))
    })
}
