//! Identity verifications in the window.

use serde_json::{Map, Value, json};

use super::payment::refused;
use super::window_request::WindowRequest;
use crate::api_error::ApiError;
use crate::app::App;
use crate::channels::{ANY, Channel};
use crate::control::{IdentityHolder, certify, check_gateway, parse_plan, plan_to_json};
use crate::messages;
use crate::server_state::window_plan::{WindowChoice, WindowPlan};
use crate::state::MerchantState;
use crate::state::callback;

/// Gateway of a request that names none.
const GATEWAY: &str = "inicis_unified";

/// Person who verifies in the automatic mode, unless the request names one.
const PERSON: [(&str, &str); 5] = [
    ("name", "홍길동"),
    ("birth", "900131"),
    ("gender_digit", "1"),
    ("phone", "01012345678"),
    ("carrier", "SKT"),
];

/// Returns what the window shows, or the report of a refusal.
///
/// # Errors
/// 400 when the plan is invalid.
pub fn open(app: &App, request: &WindowRequest) -> Result<Value, ApiError> {
    let default = app.state().window_plan.clone();
    let plan = parse_plan(&request.plan, default)?;
    Ok(match channel(app, request) {
        Err(error) => refusal(request, &error.message),
        Ok(channel) => json!({
            "gateway": channel.gateway,
            "gateway_name": app.contract.title("Gateway", &channel.gateway),
            "sandbox": channel.sandbox || plan.sandbox,
            "person": person(request),
            "plan": plan_to_json(&plan),
        }),
    })
}

/// Acts for the person. Returns the argument of the shop's callback and the query of a redirect, which
/// are `null` if the browser never returns.
///
/// # Errors
/// 400 when the action is missing or invalid.
pub fn finish(app: &App, request: &WindowRequest) -> Result<Value, ApiError> {
    let plan = parse_plan(&request.plan, WindowPlan::default())?;
    let choice = plan.choice.ok_or_else(|| ApiError::missing_parameter("auto"))?;
    let vanishes = choice == WindowChoice::Vanish;
    match choice {
        WindowChoice::Fail(reason) => return Ok(refusal(request, &reason)),
        WindowChoice::Close => return Ok(refusal(request, messages::LEFT_WINDOW)),
        WindowChoice::Pay | WindowChoice::Account | WindowChoice::Vanish => {}
    }
    let verified = channel(app, request).and_then(|channel| verify(app, request, &channel));
    Ok(match verified {
        Err(error) => refusal(request, &error.message),
        Ok(_) if vanishes => json!({ "callback": null, "redirect_query": null }),
        Ok(imp_uid) => {
            let report = json!({
                "success": true, "imp_uid": imp_uid, "merchant_uid": request.text("merchant_uid"),
            });
            let callback = report.as_object().cloned().unwrap_or_default();
            let query = callback::redirect_query(callback.clone());
            json!({ "callback": callback, "redirect_query": query })
        }
    })
}

fn channel(app: &App, request: &WindowRequest) -> Result<Channel, ApiError> {
    let find = |state: &mut MerchantState| {
        let key = request.text("channelKey").filter(|key| key != ANY);
        let channel = match key {
            Some(key) => state
                .channels
                .list(state.contract)
                .remove(&key)
                .ok_or_else(|| ApiError::bad_request(format!("there is no channel {key}")))?,
            None => {
                let pg = request.text("pg").unwrap_or_else(|| GATEWAY.to_owned());
                let gateway = pg.split('.').next().unwrap_or(&pg).to_owned();
                Channel { gateway, sandbox: false }
            }
        };
        check_gateway(state, &channel.gateway).map(|()| channel)
    };
    app.state().with_merchant(request.tier.as_deref(), find)
}

/// Returns the values of the window's form, or those of the request and the usual person.
fn person(request: &WindowRequest) -> Map<String, Value> {
    let value = |(name, usual): (&str, &str)| {
        let given = request.plan.get(name).or_else(|| request.params.get(name)).cloned();
        (name.to_owned(), given.unwrap_or_else(|| json!(usual)))
    };
    PERSON.into_iter().map(value).collect()
}

fn verify(app: &App, request: &WindowRequest, channel: &Channel) -> Result<String, ApiError> {
    let holder = IdentityHolder::new("", "", 1).at(&channel.gateway);
    let mut holder = person(request)
        .into_iter()
        .fold(holder, |holder, (name, value)| holder.with(name, value))
        .with("origin", request.origin.clone());
    if let Some(merchant_uid) = request.text("merchant_uid") {
        holder = holder.with("merchant_uid", merchant_uid);
    }
    certify(app, request.tier.as_deref(), holder)
}

fn refusal(request: &WindowRequest, message: &str) -> Value {
    refused(callback::refusal("", request.text("merchant_uid").as_deref(), message))
}
