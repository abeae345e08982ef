//! Identity verification in the window, and one-time passwords.

use serde_json::{Map, Value, json};

use super::arguments::{optional, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::state::MerchantState;
use crate::state::certification::Certification;
use crate::state::identity::Identity;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new("GET", "otp", "Returns the one-time password of a verification: imp_uid.", otp),
    Command::new(
        "POST",
        "certify",
        "Completes a verification in the window: name, birth, gender_digit, phone, carrier, \
        merchant_uid, pg_provider, imp_uid. With otp, the password was sent and is not confirmed yet.",
        respond,
    ),
];

/// Default gateway.
const GATEWAY: &str = "inicis_unified";
/// Default page that opens the window.
const ORIGIN: &str = "https://shop.example/sign-up";

/// Person who verifies their identity in the window.
#[derive(Clone, Debug)]
#[must_use]
pub struct IdentityHolder(Map<String, Value>);

impl IdentityHolder {
    /// Creates a person with a date of birth like `900131`. The digit is the first of the second half
    /// of the resident registration number, which encodes gender, century and nationality.
    pub fn new(name: impl Into<String>, birth: impl Into<String>, gender_digit: u8) -> Self {
        Self(Map::new())
            .with("name", name.into())
            .with("birth", birth.into())
            .with("gender_digit", gender_digit.to_string())
    }

    /// Sets the gateway: `danal`.
    pub fn at(self, gateway: impl Into<String>) -> Self {
        self.with("pg_provider", gateway.into())
    }

    /// Sets the `imp_uid` of the verification instead of a generated one.
    pub fn with_imp_uid(self, imp_uid: impl Into<String>) -> Self {
        self.with("imp_uid", imp_uid.into())
    }

    /// Was sent this one-time password, and has not confirmed it yet.
    pub fn with_pending_otp(self, otp: impl Into<String>) -> Self {
        self.with("otp", otp.into())
    }

    /// Sets a value: `phone`, `carrier`, `is_mvno`, `merchant_uid` or `origin`.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }
}

impl Fake {
    /// Returns the one-time password that a person received by text message.
    ///
    /// # Errors
    /// Fails when there is no such verification, or it has no password.
    pub fn otp(&self, imp_uid: &str) -> Result<String, ApiError> {
        self.app().state().with_merchant(None, |state| find_otp(state, imp_uid))
    }

    /// Verifies a person's identity in the window. Returns the `imp_uid`.
    ///
    /// # Errors
    /// Fails when a value is invalid, or the gateway does not support verification.
    pub fn certify(&self, holder: IdentityHolder) -> Result<String, ApiError> {
        certify(self.app(), None, holder)
    }
}

/// Verifies a person's identity in the window of the merchant or of a sub-merchant. Returns the
/// `imp_uid`.
///
/// # Errors
/// Fails when a value is invalid, or the gateway does not support verification.
pub fn certify(app: &App, tier: Option<&str>, holder: IdentityHolder) -> Result<String, ApiError> {
    app.state().with_merchant(tier, |state| verify(state, &holder.0))
}

fn find_otp(state: &MerchantState, imp_uid: &str) -> Result<String, ApiError> {
    let otp = state.certifications.get(imp_uid)?.otp.clone();
    otp.ok_or_else(|| ApiError::not_found(format_args!("one-time password for {imp_uid}")))
}

fn verify(state: &mut MerchantState, given: &Map<String, Value>) -> Result<String, ApiError> {
    let mut values = given.clone();
    values.entry("phone").or_insert_with(|| json!("01012345678"));
    values.entry("carrier").or_insert_with(|| json!("SKT"));
    let gateway = optional(given, "pg_provider").unwrap_or_else(|| GATEWAY.to_owned());
    check_gateway(state, &gateway)?;
    let otp = optional(given, "otp");
    let certification = Certification {
        identity: Identity::of(&values)?,
        gateway,
        merchant_uid: optional(given, "merchant_uid"),
        certified_at: otp.is_none().then_some(state.now),
        otp,
        origin: Some(optional(given, "origin").unwrap_or_else(|| ORIGIN.to_owned())),
    };
    match optional(given, "imp_uid") {
        Some(imp_uid) => {
            state.certifications.insert_as(&imp_uid, certification)?;
            Ok(imp_uid)
        }
        None => Ok(state.certifications.insert(certification)),
    }
}

/// Checks that a gateway supports identity verification.
///
/// # Errors
/// 400 when it does not.
pub fn check_gateway(state: &MerchantState, gateway: &str) -> Result<(), ApiError> {
    let operation = state.contract.operation("certifications.get");
    match operation.is_some_and(|operation| operation.is_supported_at(gateway)) {
        true => Ok(()),
        false => {
            Err(ApiError::bad_request(format!("{gateway} does not support identity verification")))
        }
    }
}

fn otp(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let imp_uid = text(values, "imp_uid")?;
    let otp = app.state().with_merchant(None, |state| find_otp(state, imp_uid))?;
    Ok(json!({ "otp": otp }))
}

fn respond(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    text(values, "name")?;
    let imp_uid = app.state().with_merchant(None, |state| verify(state, values))?;
    Ok(json!({ "imp_uid": imp_uid }))
}
