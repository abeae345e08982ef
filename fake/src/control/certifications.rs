//! What people do who prove who they are.

use serde_json::{Map, Value, json};

use super::{Entry, optional, text};
use crate::books::Books;
use crate::books::certification::Certification;
use crate::books::identity::Identity;
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "otp", "Reads the password that a person was sent: imp_uid.", otp),
    (
        "POST",
        "certify",
        "A person proves in the window who they are: name, birth, gender_digit, phone, carrier, merchant_uid, pg_provider.",
        certify,
    ),
];

/// The gateway of a window that nobody cares about.
const GATEWAY: &str = "inicis_unified";
/// The page on which windows open.
const ORIGIN: &str = "https://shop.example/sign-up";

/// Somebody who proves in the browser's window who they are.
#[derive(Clone, Debug)]
#[must_use]
pub struct Person(Map<String, Value>);

impl Person {
    /// Of this name, born on a day like `900131`; the digit is the first of the second half of the
    /// resident registration number, which tells sex, century and whether the person is foreign.
    pub fn new(name: impl Into<String>, birth: impl Into<String>, gender_digit: u8) -> Self {
        Self(Map::new())
            .with("name", name.into())
            .with("birth", birth.into())
            .with("gender_digit", gender_digit.to_string())
    }

    /// At this gateway: `danal`.
    pub fn at(self, gateway: impl Into<String>) -> Self {
        self.with("pg_provider", gateway.into())
    }

    /// Something else: `phone`, `carrier`, `is_mvno`, `merchant_uid` or `origin`.
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }
}

impl Fake {
    /// The one-time password that a person got by text message.
    ///
    /// # Errors
    /// Fails when there is no such certification, or it needs no password.
    pub fn otp(&self, imp_uid: &str) -> Result<String, Refusal> {
        self.core().world().act(None, |books| sent(books, imp_uid))
    }

    /// Has somebody prove in the browser who they are. Returns the `imp_uid`.
    ///
    /// # Errors
    /// Fails when nobody can be that person, or the gateway verifies nobody.
    pub fn certify(&self, person: Person) -> Result<String, Refusal> {
        self.core().world().act(None, |books| prove(books, &person.0))
    }
}

fn sent(books: &Books, imp_uid: &str) -> Result<String, Refusal> {
    let otp = books.certifications.get(imp_uid)?.otp.clone();
    otp.ok_or_else(|| Refusal::not_found(format_args!("password for {imp_uid}")))
}

fn prove(books: &mut Books, said: &Map<String, Value>) -> Result<String, Refusal> {
    let mut values = said.clone();
    values.entry("phone").or_insert_with(|| json!("01012345678"));
    values.entry("carrier").or_insert_with(|| json!("SKT"));
    let gateway = optional(said, "pg_provider").unwrap_or_else(|| GATEWAY.to_owned());
    let operation = books.contract.operation("certifications.get");
    if !operation.is_some_and(|operation| operation.is_supported_at(&gateway)) {
        return Err(Refusal::invalid(format!("{gateway} verifies nobody")));
    }
    Ok(books.certifications.enter(Certification {
        identity: Identity::of(&values)?,
        gateway,
        merchant_uid: optional(said, "merchant_uid"),
        otp: None,
        certified_at: Some(books.now),
        origin: Some(optional(said, "origin").unwrap_or_else(|| ORIGIN.to_owned())),
    }))
}

fn otp(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let imp_uid = text(values, "imp_uid")?;
    let otp = core.world().act(None, |books| sent(books, imp_uid))?;
    Ok(json!({ "otp": otp }))
}

fn certify(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    text(values, "name")?;
    let imp_uid = core.world().act(None, |books| prove(books, values))?;
    Ok(json!({ "imp_uid": imp_uid }))
}
