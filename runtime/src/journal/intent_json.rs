//! The JSON of an intent, which every journal stores.

use std::time::Duration;

use super::intent::Intent;
use super::intent_id::IntentId;
use crate::error::JsonError;
use crate::json::{Document, Fields, FromJson, Json};

/// The version of the format. A later one may add members; a reader ignores those that it does not know.
const VERSION: i64 = 1;

impl Intent {
    /// Writes it as JSON on one line, without secrets or personal data.
    pub fn to_json(&self) -> String {
        let deadline = i64::try_from(self.deadline.as_millis()).unwrap_or(i64::MAX);
        Fields::new()
            .with("v", &VERSION)
            .with("id", &self.id.to_string())
            .with("operation", &self.operation)
            .with("account", &self.account)
            .with("label", &self.label)
            .with("tier", &self.tier)
            .with("deadline_ms", &deadline)
            .with("reads", &self.reads)
            .with("withheld", &self.is_withheld.then_some(true))
            .with("identity", &self.identity)
            .with("balance", &self.balance)
            .with("amount", &self.amount)
            .to_text()
    }

    /// Reads the JSON of [`to_json`](Self::to_json), also of a later version of this crate.
    ///
    /// # Errors
    ///
    /// If the text is anything else.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        Ok(Document::read(text.as_bytes(), <Self as FromJson>::from_json)?)
    }
}

impl FromJson for Intent {
    fn from_json(json: Json<'_>) -> Self {
        let mut intent = json.object();
        let Version = intent.required("v");
        let Milliseconds(deadline) = intent.required("deadline_ms");
        Self {
            id: intent.required("id"),
            operation: intent.required("operation"),
            account: intent.required("account"),
            label: intent.optional_strict("label"),
            tier: intent.optional_strict("tier"),
            deadline,
            reads: intent.list_strict("reads"),
            is_withheld: intent.optional_strict("withheld").unwrap_or(false),
            identity: intent.list_strict("identity"),
            balance: intent.optional_strict("balance"),
            amount: intent.optional_strict("amount"),
        }
    }
}

impl FromJson for IntentId {
    fn from_json(json: Json<'_>) -> Self {
        let id = json.scalar_text().and_then(|text| text.parse().ok());
        json.expect("the identifier of an intent", id)
    }
}

/// The version that this reader knows.
struct Version;

impl FromJson for Version {
    fn from_json(json: Json<'_>) -> Self {
        if i64::from_json(json) != VERSION {
            json.mismatch("the version 1 of an intent");
        }
        Self
    }
}

struct Milliseconds(Duration);

impl FromJson for Milliseconds {
    fn from_json(json: Json<'_>) -> Self {
        let milliseconds = u64::try_from(i64::from_json(json)).ok();
        Self(Duration::from_millis(json.expect("milliseconds", milliseconds)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = concat!(
        r#"{"v":1,"id":"019a8c3f1b2a0000000a0123456789ab","operation":"payments.cancel","account":"1a2b3c4d","#,
        r#""label":"order \"17\"\n","tier":"A1","deadline_ms":90000,"reads":[{"operation":"payments.get","#,
        r#""evidence":"balance","path":[["imp_uid","imp_1"]],"query":[["page",1],["all",true]]}],"#,
        r#""identity":[[["imp_uid","imp_1"],["merchant_uid","null"]]],"balance":1000.5,"amount":100}"#
    );

    #[test]
    fn the_written_json_is_read_back() {
        let intent = Intent::from_json(JSON).unwrap();
        assert_eq!(intent.to_json(), JSON);
        assert_eq!(intent.subject().as_deref(), Some("imp_uid=imp_1"));
        let keys: Vec<_> = intent.keys().collect();
        let expected =
            [("imp_uid", "imp_1"), ("page", "1"), ("all", "true"), ("merchant_uid", "null")];
        assert_eq!(keys, expected);
        assert_eq!(intent.label(), Some("order \"17\"\n"));
    }

    #[test]
    fn an_intent_without_optional_members_is_read_back() {
        let json = concat!(
            r#"{"v":1,"id":"019a8c3f1b2a0000000a0123456789ab","operation":"a.b","account":"1a2b3c4d","#,
            r#""deadline_ms":0,"reads":[],"withheld":true,"identity":[]}"#
        );
        let intent = Intent::from_json(json).unwrap();
        assert_eq!(intent.to_json(), json);
        assert_eq!(intent.subject(), None);
        assert_eq!(intent.keys().count(), 0);
    }

    #[test]
    fn unknown_members_are_ignored_and_other_versions_are_not_read() {
        let later = JSON.replace(r#""v":1,"#, r#""v":1,"new":{"a":[1]},"#);
        assert_eq!(Intent::from_json(&later).unwrap().to_json(), JSON);
        let error = Intent::from_json(&JSON.replace(r#""v":1"#, r#""v":2"#)).unwrap_err();
        assert_eq!((&*error.path, error.expected), ("$.v", "the version 1 of an intent"));
    }

    #[test]
    fn a_torn_or_changed_text_is_an_error_that_does_not_repeat_it() {
        for end in (0..JSON.len()).filter(|end| JSON.is_char_boundary(*end)) {
            assert!(Intent::from_json(&JSON[..end]).is_err(), "{end}");
        }
        for (from, to) in [
            (r#""imp_uid","imp_1""#, r#""imp_uid""#),
            (r#"["page",1]"#, r#"["page",1,2]"#),
            (r#"["page",1]"#, r#"[1,"page"]"#),
            ("\"balance\"", "\"canary\""),
            ("019a8c", "canary"),
            ("90000", "-1"),
        ] {
            let changed = JSON.replacen(from, to, 1);
            let error = Intent::from_json(&changed).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("canary"), "{error}");
        }
    }

    #[test]
    fn debug_shows_the_identifiers_of_payments_alone() {
        let shown = format!("{:?}", Intent::from_json(JSON).unwrap());
        assert!(shown.contains("imp_uid=imp_1") && shown.contains("payments.cancel"), "{shown}");
        for hidden in ["order", "1000", "A1", "1a2b3c4d"] {
            assert!(!shown.contains(hidden), "{hidden}: {shown}");
        }
    }
}
