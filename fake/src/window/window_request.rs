//! Request of the window's own page, for a page of a shop.

use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::app::App;
use crate::request::HttpRequest;

/// Request of the window's own page.
pub struct WindowRequest {
    /// Origin of the shop's page.
    pub origin: String,
    /// `tier_code` of the sub-merchant, if the shop named one.
    pub tier: Option<String>,
    /// Parameters that the shop's page gave.
    pub params: Map<String, Value>,
    /// The plan of the page, or the action of the buyer.
    pub plan: Map<String, Value>,
}

impl WindowRequest {
    /// Reads a request.
    ///
    /// # Errors
    /// 403 when another page than the window sends it, or the shop's page is foreign, 400 when it is
    /// invalid.
    pub fn read(app: &App, request: &HttpRequest) -> Result<Self, ApiError> {
        if !request.is_same_origin() {
            return Err(ApiError::new(403, "only the payment window can send this request"));
        }
        let mut values = request.body_values()?;
        let origin =
            text(&values, "origin").ok_or_else(|| ApiError::missing_parameter("origin"))?;
        check_page(app, request, &origin)?;
        let mut object = |name| match values.remove(name) {
            Some(Value::Object(object)) => object,
            _ => Map::new(),
        };
        let (params, mut plan) = (object("params"), object("plan"));
        plan.retain(|_, value| !value.is_null());
        Ok(Self { origin, tier: text(&values, "tier_code"), params, plan })
    }

    /// Returns a parameter that is text, if it is not empty.
    pub fn text(&self, name: &str) -> Option<String> {
        text(&self.params, name)
    }
}

/// Checks the origin of a page that uses the window. The server's own pages may.
///
/// # Errors
/// 403 when it is foreign.
pub fn check_page(app: &App, request: &HttpRequest, origin: &str) -> Result<(), ApiError> {
    match request.is_own_origin(origin) {
        true => Ok(()),
        false => app.allowed_hosts.check_page(origin),
    }
}

fn text(values: &Map<String, Value>, name: &str) -> Option<String> {
    values.get(name)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}
