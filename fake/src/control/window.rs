//! The payment window: visits, the browser's report, and approvals that come later.

use serde_json::{Map, Value, json};

use super::arguments::{amount, flag, number, optional, text};
use super::buyer::Buyer;
use super::command::{CONTROL_PREFIX, Command};
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::request::HttpRequest;
use crate::server_state::ServerState;
use crate::state::callback;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "POST",
        PAY,
        "Pays in the payment window, or fails to: merchant_uid, amount, imp_uid, pg_provider, \
        fail_reason, leaves, vanishes, sandbox, product_orders, notice_url, confirm_url, \
        webhook_first, fields.",
        pay,
    ),
    Command::new("POST", "approve", "Approves a failed or unpaid payment: imp_uid.", approve),
    Command::new("GET", "callback", "Returns the browser's report of a payment: imp_uid.", read),
];

const PAY: &str = "pay";

type SetText = fn(Buyer, String) -> Buyer;
type SetFlag = fn(Buyer) -> Buyer;

impl Fake {
    /// Simulates a buyer in the payment window. Returns the `imp_uid`. With a
    /// [`confirm_url`](Buyer::confirm_url), [wait](Self::wait_until_idle) for the merchant's answer.
    ///
    /// # Errors
    /// Fails when there is no such gateway, the order is already paid or was prepared with another
    /// amount, or the `confirm_url` is not allowed.
    pub fn pay(&self, buyer: Buyer) -> Result<String, ApiError> {
        visit(self.app(), None, buyer)
    }

    /// Approves a payment that failed or was left: the gateway decided later. The webhook says `paid`.
    ///
    /// # Errors
    /// Fails when there is no such payment, or it is `paid` or `cancelled`.
    pub fn approve(&self, imp_uid: &str) -> Result<(), ApiError> {
        self.app().state().with_merchant(None, |state| state.approve_later(imp_uid))
    }

    /// Returns what the browser reports of a payment, as the argument of the shop's callback, or `None`
    /// if it never returns. A shop must not rely on it: buyers can forge all of it.
    ///
    /// # Errors
    /// Fails when there is no such payment.
    pub fn callback(&self, imp_uid: &str) -> Result<Option<Value>, ApiError> {
        let report = report(self.app(), None, imp_uid)?;
        Ok(Some(report["callback"].clone()).filter(|callback| !callback.is_null()))
    }
}

/// Returns `true` if the response to a request waits until no webhook and no confirmation is pending.
pub fn waits_until_idle(request: &HttpRequest, values: &Map<String, Value>) -> bool {
    let is_visit = request.path.strip_prefix(CONTROL_PREFIX) == Some(PAY);
    let webhook_first = flag(values, "webhook_first").unwrap_or_default();
    is_visit && (webhook_first || values.contains_key("confirm_url"))
}

/// Returns the `imp_uid`, the argument of the shop's callback, and the query of a redirect.
///
/// # Errors
/// 404 when there is no such payment.
pub fn report(app: &App, tier: Option<&str>, imp_uid: &str) -> Result<Value, ApiError> {
    app.state().with_merchant(tier, |state| {
        let payment = state.payments.get(imp_uid)?;
        Ok(json!({
            "imp_uid": imp_uid,
            "callback": callback::callback(payment),
            "redirect_query": callback::callback(payment).and_then(callback::redirect_query),
        }))
    })
}

/// Visits the window of the merchant or of a sub-merchant. Returns the `imp_uid`.
///
/// # Errors
/// Fails when the window does not open.
pub fn visit(app: &App, tier: Option<&str>, buyer: Buyer) -> Result<String, ApiError> {
    let state = &mut *app.state();
    check_confirmation(state, &buyer)?;
    state.with_merchant(tier, |state| buyer.visit(state))
}

/// Checks that the window opens for a buyer.
///
/// # Errors
/// Fails when it does not.
pub fn check(app: &App, tier: Option<&str>, buyer: &Buyer) -> Result<(), ApiError> {
    let state = &mut *app.state();
    check_confirmation(state, buyer)?;
    state.with_merchant(tier, |state| buyer.check(state).map(|_| ()))
}

fn check_confirmation(state: &ServerState, buyer: &Buyer) -> Result<(), ApiError> {
    buyer.confirmation_address().map_or(Ok(()), |url| state.webhooks.check_address(url))
}

fn pay(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    flag(values, "webhook_first")?;
    let imp_uid = visit(app, None, buyer(values)?)?;
    report(app, None, &imp_uid)
}

fn buyer(values: &Map<String, Value>) -> Result<Buyer, ApiError> {
    let mut buyer = Buyer::new(text(values, "merchant_uid")?, amount(values, "amount")?);
    let texts: [(&str, SetText); 5] = [
        ("imp_uid", Buyer::with_imp_uid),
        ("pg_provider", Buyer::at),
        ("fail_reason", Buyer::failing),
        ("notice_url", Buyer::notice_url),
        ("confirm_url", Buyer::confirm_url),
    ];
    for (name, set) in texts {
        buyer = match optional(values, name) {
            Some(value) => set(buyer, value),
            None => buyer,
        };
    }
    let flags: [(&str, SetFlag); 3] = [
        ("sandbox", Buyer::through_test_channel),
        ("leaves", Buyer::leaving),
        ("vanishes", Buyer::vanishing),
    ];
    for (name, set) in flags {
        buyer = if flag(values, name)? { set(buyer) } else { buyer };
    }
    if values.contains_key("product_orders") {
        let count = number(values, "product_orders")?;
        buyer = buyer.product_orders(usize::try_from(count).unwrap_or(usize::MAX));
    }
    let fields = values.get("fields").and_then(Value::as_object).cloned().unwrap_or_default();
    Ok(fields.into_iter().fold(buyer, |buyer, (name, value)| buyer.with(name, value)))
}

fn approve(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let imp_uid = text(values, "imp_uid")?;
    app.state().with_merchant(None, |state| state.approve_later(imp_uid))?;
    Ok(json!({}))
}

fn read(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    report(app, None, text(values, "imp_uid")?)
}
