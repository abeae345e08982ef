//! The page of the shop, and its script.

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};

use crate::checkout::Checkout;

/// Returns the page, with the address of PortOne's script and the merchant's user code.
pub async fn checkout(State(shop): State<Checkout>) -> Html<String> {
    let page = include_str!("pages/checkout.html");
    let page = page.replace("{script}", &escape(&shop.settings.script));
    Html(page.replace("{user_code}", &escape(&shop.settings.user_code)))
}

/// Returns the script of the page.
pub async fn script() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("pages/checkout.js"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
