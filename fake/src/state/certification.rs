//! Identity verifications, pending and completed.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::identity::Identity;
use super::record;
use crate::api_error::ApiError;
use crate::contract::Contract;
use crate::messages;

/// Name of the record in the docs.
const TYPE: &str = "CertificationAnnotation";
/// Length of `unique_key`, which identifies a person everywhere.
const UNIQUE_KEY: usize = 88;
/// Length of `unique_in_site`, which identifies a person at one site.
const UNIQUE_IN_SITE: usize = 64;
/// The gateway that does not report whether a person is a foreigner.
const DANAL: &str = "danal";

/// Identity verification.
#[derive(Clone, Debug)]
pub struct Certification {
    /// Person to verify.
    pub identity: Identity,
    /// Code of the gateway.
    pub gateway: String,
    /// The merchant's identifier.
    pub merchant_uid: Option<String>,
    /// Expected one-time password; `None` when an app or a window verifies.
    pub otp: Option<String>,
    /// Time of the verification.
    pub certified_at: Option<i64>,
    /// Page that opened the window.
    pub origin: Option<String>,
}

/// Verifications by `imp_uid`.
#[derive(Debug, Default)]
pub struct Certifications {
    branch: u32,
    created: u64,
    list: BTreeMap<String, Certification>,
}

impl Certifications {
    /// Creates an empty store.
    pub fn new(branch: u32) -> Self {
        Self { branch, ..Self::default() }
    }

    /// Stores a verification. Returns its `imp_uid`, which differs from those of payments.
    pub fn insert(&mut self, certification: Certification) -> String {
        self.created += 1;
        let imp_uid = format!("imp_{:02}9{:09}", self.branch, self.created);
        self.list.insert(imp_uid.clone(), certification);
        imp_uid
    }

    /// Stores a verification under a given `imp_uid`.
    ///
    /// # Errors
    /// 400 when there is one with this `imp_uid`.
    pub fn insert_as(&mut self, imp_uid: &str, stored: Certification) -> Result<(), ApiError> {
        if self.list.contains_key(imp_uid) {
            return Err(ApiError::bad_request(format!(
                "there already is a verification {imp_uid}"
            )));
        }
        self.list.insert(imp_uid.to_owned(), stored);
        Ok(())
    }

    /// Returns the one-time password for the next verification: six digits.
    pub fn next_otp(&self) -> String {
        format!("{}", 100_000 + self.created * 7_919 % 900_000)
    }

    /// Returns the verification with this `imp_uid`.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, imp_uid: &str) -> Result<&Certification, ApiError> {
        self.list.get(imp_uid).ok_or_else(not_found)
    }

    /// Returns the verification with this `imp_uid` for modification.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get_mut(&mut self, imp_uid: &str) -> Result<&mut Certification, ApiError> {
        self.list.get_mut(imp_uid).ok_or_else(not_found)
    }

    /// Deletes the verification with this `imp_uid`.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn remove(&mut self, imp_uid: &str) -> Result<Certification, ApiError> {
        self.list.remove(imp_uid).ok_or_else(not_found)
    }
}

fn not_found() -> ApiError {
    ApiError::absent(messages::NO_CERTIFICATION)
}

impl Certification {
    /// Completes the verification. After a wrong password, it can be tried again.
    ///
    /// # Errors
    /// 400 when it is already completed, or the password is missing or wrong.
    pub fn confirm(&mut self, otp: Option<&str>, now: i64) -> Result<(), ApiError> {
        if self.certified_at.is_some() {
            return Err(ApiError::bad_request("the person is already certified"));
        }
        match (&self.otp, otp) {
            (Some(_), None) => return Err(ApiError::missing_parameter("otp")),
            (Some(expected), Some(given)) if expected != given => {
                return Err(ApiError::bad_request("otp is incorrect"));
            }
            _ => self.certified_at = Some(now),
        }
        Ok(())
    }

    /// Returns the verification as the API returns it.
    pub fn to_json(&self, contract: &Contract, imp_uid: &str) -> Value {
        let (person, certified) = (&self.identity, self.certified_at.is_some());
        let reports_foreigners = self.gateway != DANAL;
        let key = |site, length| certified.then(|| person.key(site, length));
        let values = json!({
            "imp_uid": imp_uid, "merchant_uid": self.merchant_uid,
            "pg_tid": format!("tid-of-{imp_uid}"), "pg_provider": self.gateway,
            "name": person.name, "gender": person.gender(), "birth": person.birth(),
            "birthday": person.birthday(), "foreigner": reports_foreigners && person.is_foreign(),
            "phone": person.phone, "carrier": person.carrier, "certified": certified,
            "certified_at": self.certified_at, "origin": self.origin,
            "unique_key": key("", UNIQUE_KEY), "unique_in_site": key(&self.gateway, UNIQUE_IN_SITE),
        });
        let mut record = values.as_object().map(|values| record::build(contract, TYPE, values));
        if let Some(record) = &mut record {
            record["foreigner_v2"] = json!(reports_foreigners.then(|| person.is_foreign()));
        }
        record.unwrap_or_default()
    }
}
