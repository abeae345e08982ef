//! Payments in the window: the checks before it opens, and the buyer's action.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::purchase;
use super::window_request::WindowRequest;
use crate::api_error::ApiError;
use crate::app::App;
use crate::channels::Channel;
use crate::control::{check_visit, parse_plan, plan_to_json, report, visit};
use crate::server_state::resets::NextReset;
use crate::server_state::window_plan::{WebhookTiming, WindowChoice, WindowPlan};
use crate::state::callback;

/// Time between the return of the browser and a webhook after it.
const RETURN: Duration = Duration::from_secs(1);

/// Returns what the window shows, or the report of a refusal.
///
/// # Errors
/// 400 when the plan is invalid.
pub fn open(app: &App, request: &WindowRequest) -> Result<Value, ApiError> {
    let default = app.state().window_plan.clone();
    let plan = parse_plan(&request.plan, default)?;
    let channel = match channel(app, request, &plan) {
        Ok(channel) => channel,
        Err(error) => return Ok(refusal(request, None, &error)),
    };
    let buyer = purchase::buyer(request, &channel, app.state().clock.now());
    match buyer.and_then(|buyer| check_visit(app, request.tier.as_deref(), &buyer)) {
        Err(error) => Ok(refusal(request, Some(&channel.gateway), &error)),
        Ok(()) => Ok(json!({
            "gateway": channel.gateway,
            "gateway_name": app.contract.title("Gateway", &channel.gateway),
            "sandbox": channel.sandbox,
            "currency": purchase::currency(request, &channel),
            "plan": plan_to_json(&plan),
        })),
    }
}

/// Acts for the buyer. Returns the argument of the shop's callback and the query of a redirect, which
/// are `null` if the browser never returns.
///
/// # Errors
/// 400 when the action is missing or invalid.
pub async fn finish(app: &Arc<App>, request: &WindowRequest) -> Result<Value, ApiError> {
    let plan = parse_plan(&request.plan, WindowPlan::default())?;
    let choice = plan.choice.clone().ok_or_else(|| ApiError::missing_parameter("auto"))?;
    let channel = match channel(app, request, &plan) {
        Ok(channel) => channel,
        Err(error) => return Ok(refusal(request, None, &error)),
    };
    let reset = app.state().next_reset();
    match act(app, request, &channel, choice, plan.webhook) {
        Err(error) => Ok(refusal(request, Some(&channel.gateway), &error)),
        Ok(imp_uid) => {
            app.wait_for_confirmations().await;
            return_browser(app, request, plan.webhook, reset).await;
            report(app, request.tier.as_deref(), &imp_uid)
        }
    }
}

fn channel(app: &App, request: &WindowRequest, plan: &WindowPlan) -> Result<Channel, ApiError> {
    let find = |state: &mut crate::state::MerchantState| purchase::channel(state, request);
    let mut channel = app.state().with_merchant(request.tier.as_deref(), find)?;
    channel.sandbox |= plan.sandbox;
    Ok(channel)
}

fn act(
    app: &App,
    request: &WindowRequest,
    channel: &Channel,
    choice: WindowChoice,
    webhook: WebhookTiming,
) -> Result<String, ApiError> {
    let buyer = purchase::buyer(request, channel, app.state().clock.now())?;
    let buyer = match choice {
        WindowChoice::Pay => buyer,
        WindowChoice::Fail(reason) => buyer.failing(reason),
        WindowChoice::Close => buyer.leaving(),
        WindowChoice::Account => buyer.by("vbank"),
        WindowChoice::Vanish => buyer.vanishing(),
    };
    if matches!(webhook, WebhookTiming::After | WebhookTiming::Withheld) {
        app.state().webhooks.hold_order(&order(request));
    }
    visit(app, request.tier.as_deref(), buyer)
}

/// Sends the webhooks before the browser returns, or plans to send them afterwards.
async fn return_browser(
    app: &Arc<App>,
    request: &WindowRequest,
    webhook: WebhookTiming,
    reset: NextReset,
) {
    match webhook {
        WebhookTiming::Before => app.wait_until_idle().await,
        WebhookTiming::After => {
            let (app, order) = (Arc::clone(app), order(request));
            tokio::spawn(async move {
                tokio::select! {
                    () = tokio::time::sleep(RETURN) => {
                        let state = &mut *app.state();
                        state.webhooks.release_order(state.clock.now(), &order);
                    }
                    () = reset.wait() => {}
                }
            });
        }
        WebhookTiming::Concurrent | WebhookTiming::Withheld => {}
    }
}

fn order(request: &WindowRequest) -> String {
    request.text("merchant_uid").unwrap_or_default()
}

fn refusal(request: &WindowRequest, gateway: Option<&str>, error: &ApiError) -> Value {
    let merchant_uid = request.text("merchant_uid");
    let callback = callback::refusal(gateway, merchant_uid.as_deref(), &error.message);
    let query = callback::redirect_query(callback.clone());
    json!({ "refused": true, "callback": callback, "redirect_query": query })
}
