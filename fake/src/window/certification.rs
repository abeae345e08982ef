//! Identity verifications in the window.

use serde_json::{Map, Value, json};

use super::applicant::Applicant;
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

/// Returns what the window shows, or the report of a refusal.
///
/// # Errors
/// 400 when the plan is invalid.
pub fn open(app: &App, request: &WindowRequest) -> Result<Value, ApiError> {
    let default = app.state().window_plan.clone();
    let plan = parse_plan(&request.plan, default)?;
    let channel = match channel(app, request) {
        Ok(channel) => channel,
        Err(error) => return Ok(refusal(request, &error)),
    };
    Ok(match Applicant::of(request, &channel) {
        Err(error) => refused(failure(request, &error.message)),
        Ok(applicant) => json!({
            "gateway": channel.gateway,
            "gateway_name": app.contract.title("Gateway", &channel.gateway),
            "sandbox": channel.sandbox || plan.sandbox,
            "person": applicant.person(request),
            "carriers": applicant.carriers,
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
    let channel = match channel(app, request) {
        Ok(channel) => channel,
        Err(error) => return Ok(refusal(request, &error)),
    };
    let vanishes = choice == WindowChoice::Vanish;
    let verified = match choice {
        WindowChoice::Fail(reason) => return Ok(returned(failure(request, &reason))),
        WindowChoice::Close => return Ok(returned(failure(request, messages::LEFT_WINDOW))),
        WindowChoice::Pay | WindowChoice::Account | WindowChoice::Vanish => {
            verify(app, request, &channel)
        }
    };
    Ok(match verified {
        Err(error) => returned(failure(request, &error.message)),
        Ok(_) if vanishes => json!({ "callback": null, "redirect_query": null }),
        Ok(imp_uid) => returned(success(request, &imp_uid)),
    })
}

fn channel(app: &App, request: &WindowRequest) -> Result<Channel, ApiError> {
    let find = |state: &mut MerchantState| {
        let key = request.text("channelKey").filter(|key| key != ANY);
        let channel = match key {
            Some(key) => state.channels.list(state.contract).remove(&key),
            None => {
                let pg = request.text("pg").unwrap_or_else(|| GATEWAY.to_owned());
                let gateway = pg.split('.').next().unwrap_or(&pg).to_owned();
                Some(Channel { gateway, sandbox: false })
            }
        };
        let channel = channel.ok_or_else(|| ApiError::bad_request(messages::NO_CHANNEL))?;
        check_gateway(state, &channel.gateway).map(|()| channel)
    };
    app.state().with_merchant(request.tier.as_deref(), find)
}

fn verify(app: &App, request: &WindowRequest, channel: &Channel) -> Result<String, ApiError> {
    let applicant = Applicant::of(request, channel)?;
    let person = applicant.person(request);
    let now = app.state().clock.now();
    applicant.check(&person, now)?;
    let holder = IdentityHolder::new("", "", 1).at(&channel.gateway);
    let mut holder = person
        .into_iter()
        .fold(holder, |holder, (name, value)| holder.with(name, value))
        .with("origin", request.origin.clone());
    if let Some(merchant_uid) = request.text("merchant_uid") {
        holder = holder.with("merchant_uid", merchant_uid);
    }
    certify(app, request.tier.as_deref(), holder)
}

fn success(request: &WindowRequest, imp_uid: &str) -> Map<String, Value> {
    let report = json!({
        "success": true, "imp_uid": imp_uid, "merchant_uid": request.text("merchant_uid"),
    });
    report.as_object().cloned().unwrap_or_default()
}

fn failure(request: &WindowRequest, message: &str) -> Map<String, Value> {
    callback::failed_certification(request.text("merchant_uid").as_deref(), message)
}

/// Returns the report of a browser for whose channel no window opens.
fn refusal(request: &WindowRequest, error: &ApiError) -> Value {
    let merchant_uid = request.text("merchant_uid");
    refused(callback::refusal(None, merchant_uid.as_deref(), &error.message))
}

fn refused(callback: Map<String, Value>) -> Value {
    let mut report = returned(callback);
    report["refused"] = json!(true);
    report
}

/// Returns the report of a browser that returns to the shop.
fn returned(callback: Map<String, Value>) -> Value {
    let query = callback::certification_query(callback.clone());
    json!({ "callback": callback, "redirect_query": query })
}
