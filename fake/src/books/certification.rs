//! People who proved who they are, or are about to.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::identity::Identity;
use crate::contract::Contract;
use crate::record;
use crate::refusal::Refusal;

/// The docs' name of the record.
const TYPE: &str = "CertificationAnnotation";
/// The length of the key that a person has everywhere.
const UNIQUE_KEY: usize = 88;
/// The length of the key that a person has at one site.
const UNIQUE_IN_SITE: usize = 64;
/// The gateway that tells nobody whether people are foreigners.
const DANAL: &str = "danal";

/// A verification as the server keeps it.
#[derive(Clone, Debug)]
pub struct Certification {
    /// Who is verified.
    pub identity: Identity,
    /// The code of the gateway.
    pub gateway: String,
    /// The merchant's number of it.
    pub merchant_uid: Option<String>,
    /// What the person has to say; nothing where an app or a window asks.
    pub otp: Option<String>,
    /// When the person was verified.
    pub certified_at: Option<i64>,
    /// The page on which it was done.
    pub origin: Option<String>,
}

/// Verifications by their `imp_uid`.
#[derive(Debug, Default)]
pub struct Certifications {
    branch: u32,
    begun: u64,
    list: BTreeMap<String, Certification>,
}

impl Certifications {
    /// None yet.
    pub fn new(branch: u32) -> Self {
        Self { branch, ..Self::default() }
    }

    /// Enters one. Returns its `imp_uid`, which no payment has.
    pub fn enter(&mut self, certification: Certification) -> String {
        self.begun += 1;
        let imp_uid = format!("imp_{:02}9{:09}", self.branch, self.begun);
        self.list.insert(imp_uid.clone(), certification);
        imp_uid
    }

    /// Six digits for the next person.
    pub fn next_otp(&self) -> String {
        format!("{}", 100_000 + self.begun * 7_919 % 900_000)
    }

    /// The verification with this `imp_uid`.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, imp_uid: &str) -> Result<&Certification, Refusal> {
        self.list.get(imp_uid).ok_or_else(|| unknown(imp_uid))
    }

    /// The same, to be changed.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get_mut(&mut self, imp_uid: &str) -> Result<&mut Certification, Refusal> {
        self.list.get_mut(imp_uid).ok_or_else(|| unknown(imp_uid))
    }

    /// Erases it.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn remove(&mut self, imp_uid: &str) -> Result<Certification, Refusal> {
        self.list.remove(imp_uid).ok_or_else(|| unknown(imp_uid))
    }
}

fn unknown(imp_uid: &str) -> Refusal {
    Refusal::not_found(format_args!("certification {imp_uid}"))
}

impl Certification {
    /// The person has proved it. A wrong password leaves the chance to give the right one.
    ///
    /// # Errors
    /// 400 when that was done before, or the password is missing or wrong.
    pub fn confirm(&mut self, otp: Option<&str>, now: i64) -> Result<(), Refusal> {
        if self.certified_at.is_some() {
            return Err(Refusal::invalid("it is certified already"));
        }
        match (&self.otp, otp) {
            (Some(_), None) => return Err(Refusal::missing("otp")),
            (Some(expected), Some(given)) if expected != given => {
                return Err(Refusal::invalid("otp is wrong"));
            }
            _ => self.certified_at = Some(now),
        }
        Ok(())
    }

    /// As it is answered.
    pub fn answer(&self, contract: &Contract, imp_uid: &str) -> Value {
        let (person, certified) = (&self.identity, self.certified_at.is_some());
        let tells_foreigners = self.gateway != DANAL;
        let key = |site, length| certified.then(|| person.key(site, length));
        let values = json!({
            "imp_uid": imp_uid, "merchant_uid": self.merchant_uid,
            "pg_tid": format!("tid-of-{imp_uid}"), "pg_provider": self.gateway,
            "name": person.name, "gender": person.gender(), "birth": person.birth(),
            "birthday": person.birthday(), "foreigner": tells_foreigners && person.is_foreign(),
            "phone": person.phone, "carrier": person.carrier, "certified": certified,
            "certified_at": self.certified_at, "origin": self.origin,
            "unique_key": key("", UNIQUE_KEY), "unique_in_site": key(&self.gateway, UNIQUE_IN_SITE),
        });
        let mut record = values.as_object().map(|values| record::of(contract, TYPE, values));
        if let Some(record) = &mut record {
            record["foreigner_v2"] = json!(tells_foreigners.then(|| person.is_foreign()));
        }
        record.unwrap_or_default()
    }
}
