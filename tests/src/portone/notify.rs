//! Telling the merchant's server, as the console is set to: as JSON or as a form.

use std::error::Error;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::answer::Refusal;
use super::books::Books;

/// Why nobody was told.
pub type NotifyError = Box<dyn Error + Send + Sync>;

/// How a notification is written.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// `application/json`
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
}

impl Books {
    /// What is told of a payment. It is not signed, so anybody could write it.
    pub(super) fn notification(&mut self, imp_uid: &str) -> Result<Value, NotifyError> {
        let payment = self.payment(imp_uid).map_err(|_: Refusal| "there is no such payment")?;
        let told = ["imp_uid", "merchant_uid", "status"];
        Ok(told.into_iter().map(|name| (name.to_owned(), payment[name].clone())).collect())
    }
}

/// The notification of somebody who has read the documentation and would like to be given something.
///
/// # Errors
/// Fails when nobody answers.
pub async fn forge(url: &str, imp_uid: &str, merchant_uid: &str) -> Result<u16, NotifyError> {
    let claim = json!({ "imp_uid": imp_uid, "merchant_uid": merchant_uid, "status": "paid" });
    send(url, &claim, Format::Json).await
}

/// Returns the HTTP status of the answer.
pub(super) async fn send(
    url: &str,
    notification: &Value,
    format: Format,
) -> Result<u16, NotifyError> {
    let (content_type, body) = match format {
        Format::Json => ("application/json", notification.to_string()),
        Format::Form => ("application/x-www-form-urlencoded; charset=utf-8", form(notification)),
    };
    let request = Request::post(url).header(CONTENT_TYPE, content_type).body(Body::from(body))?;
    let client: Client<_, Body> = Client::builder(TokioExecutor::new()).build_http();
    Ok(client.request(request).await?.status().as_u16())
}

fn form(notification: &Value) -> String {
    let fields = notification.as_object().into_iter().flatten().map(|(name, value)| {
        let value = value.as_str().unwrap_or_default();
        format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))
    });
    fields.collect::<Vec<_>>().join("&")
}
