//! Target of a request: the channel and currency of the record that it acts on, or those that it names.

use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::channels::{self, Channel};
use crate::contract::OperationSpec;
use crate::state::MerchantState;
use crate::state::billing_key::BillingKey;
use crate::state::payment::PaymentRecord;

/// Currency of requests that name none.
const WON: &str = "KRW";

/// Operations that need the billing key of `customer_uid`. Others read, store or ignore it.
const NEED_BILLING_KEY: [&str; 6] = [
    "billing_keys.delete",
    "billing_keys.get",
    "billing_keys.payments",
    "kcp_quick.delete_autopay_key",
    "kcp_quick.pay_with_autopay_key",
    "subscribe.pay_again",
];

/// Channel and currency that the rules of a request depend on.
pub struct Target {
    /// Channel of the payment, billing key or schedule, or the one that the request names.
    pub channel: Channel,
    /// `KRW`
    pub currency: String,
}

/// Record that a request acts on.
enum ActedOn<'s> {
    Payment(&'s PaymentRecord),
    Other(Channel),
    Absent,
    Unnamed,
}

/// Returns the target of a request, or `None` when the record that it acts on does not exist.
///
/// # Errors
/// 400 when the request names an unknown `channel_key`.
pub fn target(
    state: &MerchantState,
    operation: &OperationSpec,
    values: &Map<String, Value>,
) -> Result<Option<Target>, ApiError> {
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    let (channel, currency) = match subject(state, operation, values) {
        ActedOn::Absent => return Ok(None),
        ActedOn::Payment(payment) => (payment.channel(), payment.currency.as_str()),
        ActedOn::Other(channel) => (channel, WON),
        ActedOn::Unnamed => (named_channel(state, operation, text("pg")), WON),
    };
    let currency = text("currency").unwrap_or(currency).to_owned();
    let channel = match text("channel_key").or_else(|| text("channelKey")) {
        Some(key) => state.channels.find(state.contract, key, operation)?,
        None => channel,
    };
    Ok(Some(Target { channel, currency }))
}

fn subject<'s>(
    state: &'s MerchantState,
    operation: &OperationSpec,
    values: &Map<String, Value>,
) -> ActedOn<'s> {
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    if let Some(imp_uid) = text("imp_uid") {
        return by_imp_uid(state, operation, imp_uid);
    }
    match text("merchant_uid") {
        Some(order) if operation.is_of("payments") => {
            return state.payments.latest_of(order).map_or(ActedOn::Absent, ActedOn::Payment);
        }
        Some(order) if operation.is_of("schedules") => {
            let schedule = state.schedules.get(order).ok();
            return other(schedule.map(|schedule| schedule.order.channel.clone()));
        }
        _ => {}
    }
    match text("customer_uid").map(|uid| state.billing_keys.get(uid)) {
        Some(Some(BillingKey { channel, .. })) => ActedOn::Other(channel.clone()),
        Some(None) if needs_billing_key(operation, values) => ActedOn::Absent,
        _ => ActedOn::Unnamed,
    }
}

/// A certification and a payment never share an `imp_uid`.
fn by_imp_uid<'s>(
    state: &'s MerchantState,
    operation: &OperationSpec,
    imp_uid: &str,
) -> ActedOn<'s> {
    if operation.is_of("certifications") {
        let certification = state.certifications.get(imp_uid).ok();
        let channel = |gateway: &String| Channel { gateway: gateway.clone(), sandbox: false };
        return other(certification.map(|certification| channel(&certification.gateway)));
    }
    state.payments.get(imp_uid).map_or(ActedOn::Absent, ActedOn::Payment)
}

fn other<'s>(channel: Option<Channel>) -> ActedOn<'s> {
    channel.map_or(ActedOn::Absent, ActedOn::Other)
}

/// A schedule issues a billing key if there is none, for which it needs a card.
fn needs_billing_key(operation: &OperationSpec, values: &Map<String, Value>) -> bool {
    NEED_BILLING_KEY.contains(&operation.name.as_str())
        || (operation.name == "schedules.create" && !values.contains_key("card_number"))
}

/// Returns the channel of `pg`, such as `nice.MID1`. An unknown gateway counts as omitted.
fn named_channel(state: &MerchantState, operation: &OperationSpec, pg: Option<&str>) -> Channel {
    let named = pg.and_then(|pg| pg.split('.').next());
    match named.filter(|code| channels::is_gateway(state.contract, code)) {
        Some(gateway) => Channel { gateway: gateway.to_owned(), sandbox: false },
        None => Channel::default_of(operation),
    }
}
