//! Purchase: the parameters of `IMP.request_pay`.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::deadline;
use super::methods;
use super::requirements;
use super::window_request::WindowRequest;
use crate::api_error::ApiError;
use crate::channels::{ANY, Channel, is_gateway};
use crate::control::Buyer;
use crate::messages;
use crate::money;
use crate::state::MerchantState;

/// Gateway of a request that names none.
const GATEWAY: &str = "html5_inicis";

/// Gateways whose amounts are in US dollars, unless the request says otherwise.
const DOLLARS: [&str; 2] = ["paypal", "paypal_v2"];

/// Maximum length of `merchant_uid` and `name`.
const MAX_LENGTH: usize = 40;

/// Parameters that payments return under the same name.
const COPIED: [&str; 7] =
    ["name", "buyer_name", "buyer_email", "buyer_tel", "buyer_addr", "buyer_postcode", "escrow"];

/// Returns the channel of a request.
///
/// # Errors
/// 400 when there is none.
pub fn channel(state: &MerchantState, request: &WindowRequest) -> Result<Channel, ApiError> {
    let key = request.text("channelKey").or_else(|| request.text("channel_key"));
    if let Some(key) = key.filter(|key| key != ANY) {
        let channel = state.channels.list(state.contract).remove(&key);
        return channel.ok_or_else(|| unknown(format_args!("there is no channel {key}")));
    }
    // `nice.shop-id` names a gateway and the merchant's shop there.
    let pg = request.text("pg");
    let code = pg.as_deref().map_or(GATEWAY, |pg| pg.split('.').next().unwrap_or(pg));
    match is_gateway(state.contract, code) {
        true => Ok(Channel { gateway: code.to_owned(), sandbox: false }),
        false => Err(unknown(format_args!("there is no gateway {code}"))),
    }
}

fn unknown(detail: std::fmt::Arguments<'_>) -> ApiError {
    ApiError::bad_request(format!("{} ({detail})", messages::NO_CHANNEL))
}

/// Returns the currency of a request.
pub fn currency(request: &WindowRequest, channel: &Channel) -> String {
    let is_dollar = DOLLARS.contains(&channel.gateway.as_str());
    request.text("currency").unwrap_or_else(|| if is_dollar { "USD" } else { "KRW" }.to_owned())
}

/// Returns the buyer of a request, who pays.
///
/// # Errors
/// 400 when a parameter is missing or invalid.
pub fn buyer(request: &WindowRequest, channel: &Channel, now: i64) -> Result<Buyer, ApiError> {
    let merchant_uid =
        request.text("merchant_uid").ok_or_else(|| ApiError::missing_parameter("merchant_uid"))?;
    check_length("merchant_uid", &merchant_uid)?;
    check_length("name", &request.text("name").unwrap_or_default())?;
    let amount = amount(request)?;
    let (method, currency) = (methods::method(request)?, currency(request, channel));
    requirements::check(request, &channel.gateway, &method, &currency)?;
    let mut buyer = Buyer::new(merchant_uid, amount).at(&channel.gateway);
    if methods::is_embedded(&method, &channel.gateway) {
        buyer = buyer.with("emb_pg_provider", method.clone());
    }
    buyer = buyer.by(method).with("currency", currency);
    if channel.sandbox {
        buyer = buyer.through_test_channel();
    }
    buyer = with_optional(buyer, request);
    match request.text("vbank_due") {
        Some(due) => Ok(buyer.with("vbank_date", deadline::parse(&due, now)?)),
        None => Ok(buyer),
    }
}

fn with_optional(mut buyer: Buyer, request: &WindowRequest) -> Buyer {
    for name in COPIED {
        if let Some(value) = request.params.get(name).filter(|value| !value.is_null()) {
            buyer = buyer.with(name, value.clone());
        }
    }
    match request.params.get("custom_data") {
        None | Some(Value::Null) => {}
        Some(Value::String(text)) => buyer = buyer.with("custom_data", text.clone()),
        Some(other) => buyer = buyer.with("custom_data", other.to_string()),
    }
    if request.params.get("mobile") == Some(&json!(true)) {
        buyer = buyer.with("channel", "mobile");
    }
    if let Some(uid) = request.text("customer_uid") {
        buyer = buyer.storing_card(uid);
    }
    if let Some(url) = request.text("confirm_url") {
        buyer = buyer.confirm_url(url);
    }
    let products = request.params.get("naverProducts").and_then(Value::as_array);
    if let Some(products) = products.filter(|products| !products.is_empty()) {
        buyer = buyer.product_orders(products.len());
    }
    notice_urls(request).into_iter().fold(buyer, Buyer::notice_url)
}

fn amount(request: &WindowRequest) -> Result<Decimal, ApiError> {
    match request.params.get("amount") {
        None | Some(Value::Null) => Err(ApiError::missing_parameter("amount")),
        Some(value) => value
            .is_number()
            .then(|| money::read(value))
            .flatten()
            .ok_or_else(|| ApiError::bad_request("amount must be a number, not a string")),
    }
}

fn check_length(name: &str, text: &str) -> Result<(), ApiError> {
    let length = text.chars().count();
    match length <= MAX_LENGTH {
        true => Ok(()),
        false => Err(ApiError::bad_request(format!(
            "{name} is {length} characters long; the maximum is {MAX_LENGTH}"
        ))),
    }
}

fn notice_urls(request: &WindowRequest) -> Vec<String> {
    let texts = |value: &Value| value.as_str().map(str::to_owned);
    match request.params.get("notice_url") {
        Some(Value::Array(urls)) => urls.iter().filter_map(texts).collect(),
        Some(url) => texts(url).into_iter().collect(),
        None => Vec::new(),
    }
}
