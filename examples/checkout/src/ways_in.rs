//! The ways into the shop: its page, the callback, the redirect, the confirm request and the webhook.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use portone_v1::verification::{
    ConfirmRequest, ConfirmResponse, UntrustedNotification, UntrustedPayment, WindowResult,
};
use serde::Deserialize;
use serde_json::json;

use crate::checkout::{Checkout, CheckoutError, Completion};

/// Body of a request to place an order.
#[derive(Deserialize)]
pub struct NewOrder {
    product: String,
}

/// Places an order. Returns the parameters of `IMP.request_pay`.
pub async fn order(
    State(shop): State<Checkout>,
    Json(new): Json<NewOrder>,
) -> Result<Response, CheckoutError> {
    let merchant_uid = format!("order-{:016x}", fastrand::u64(..));
    let Some(order) = shop.orders.place(merchant_uid, new.product).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let url = &shop.settings.url;
    Ok(Json(json!({
        "merchant_uid": order.merchant_uid, "name": order.name, "amount": order.price,
        "channelKey": shop.settings.channel_key, "confirm_url": format!("{url}/confirm"),
        "notice_url": format!("{url}/webhook"), "m_redirect_url": format!("{url}/return"),
    }))
    .into_response())
}

/// Returns what became of an order.
pub async fn state(
    State(shop): State<Checkout>,
    Path(merchant_uid): Path<String>,
) -> Result<Response, CheckoutError> {
    Ok(match shop.orders.find(&merchant_uid).await? {
        None => StatusCode::NOT_FOUND.into_response(),
        Some(order) => Json(json!({
            "merchant_uid": order.merchant_uid, "name": order.name, "price": order.price,
            "paid_by": order.imp_uid, "parcels": order.parcels,
        }))
        .into_response(),
    })
}

/// Looks an order up that nobody reported: the browser was lost, and the webhook, too.
pub async fn look_up(
    State(shop): State<Checkout>,
    Path(merchant_uid): Path<String>,
) -> Result<Response, CheckoutError> {
    let completion = shop.complete(&UntrustedPayment::of_order(merchant_uid)).await?;
    Ok(answer(completion))
}

/// Takes the result of the callback, which the page posts. The buyer can forge all of it.
pub async fn complete(
    State(shop): State<Checkout>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, CheckoutError> {
    Ok(match WindowResult::parse(content_type(&headers), &body) {
        Err(error) => (status(error.status()), error.to_string()).into_response(),
        Ok(WindowResult::Refused(_)) => answer(Completion::NotPaid),
        Ok(WindowResult::Payment(payment)) => answer(shop.complete(&payment).await?),
    })
}

/// Takes the browser that comes back from the window on a phone, and leads it to the order.
pub async fn come_back(
    State(shop): State<Checkout>,
    RawQuery(query): RawQuery,
) -> Result<Response, CheckoutError> {
    let order = match WindowResult::from_query(&query.unwrap_or_default()) {
        Err(error) => return Ok((status(error.status()), error.to_string()).into_response()),
        Ok(WindowResult::Payment(payment)) => {
            let completion = shop.complete(&payment).await?;
            (completion != Completion::NoOrder).then(|| payment.merchant_uid().to_owned())
        }
        Ok(WindowResult::Refused(refusal)) => match refusal.order() {
            Some(order) => {
                shop.orders.find(order.merchant_uid()).await?.map(|order| order.merchant_uid)
            }
            None => None,
        },
    };
    // Only the number of an order that exists is repeated.
    let target = order.map_or_else(|| "/".to_owned(), |order| format!("/?order={order}"));
    Ok(Redirect::to(&target).into_response())
}

/// Decides right before the approval: a known order, not paid yet, in stock, at its price.
pub async fn confirm(
    State(shop): State<Checkout>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, CheckoutError> {
    let request = match ConfirmRequest::parse(content_type(&headers), &body) {
        Err(error) => return Ok((status(error.status()), error.to_string()).into_response()),
        Ok(request) => request,
    };
    let response = match shop.orders.find(request.merchant_uid()).await? {
        None => ConfirmResponse::refuse("없는 주문입니다."),
        Some(order) if order.imp_uid.is_some() => {
            ConfirmResponse::refuse("이미 결제된 주문입니다.")
        }
        Some(order) if order.stock <= 0 => ConfirmResponse::refuse("품절되었습니다."),
        Some(order) => request.compare(order.price),
    };
    let json = [(CONTENT_TYPE, "application/json")];
    Ok((status(response.status()), json, response.body()).into_response())
}

/// Takes a webhook, which anybody can send.
pub async fn webhook(
    State(shop): State<Checkout>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, CheckoutError> {
    match UntrustedNotification::parse(content_type(&headers), &body) {
        Err(error) => Ok(status(error.status())),
        Ok(notification) => {
            // An error is a 500, so that PortOne tells it again.
            shop.complete(notification.payment()).await?;
            Ok(StatusCode::OK)
        }
    }
}

fn answer(completion: Completion) -> Response {
    Json(json!({ "state": completion.code() })).into_response()
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
