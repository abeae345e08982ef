//! Person in the window of an identity verification: suggested values, and restrictions of the request.

use serde_json::{Map, Value, json};

use super::window_request::WindowRequest;
use crate::api_error::ApiError;
use crate::channels::Channel;
use crate::state::identity::Identity;

/// The gateway that reads the parameters about a person. The others ignore them.
const DANAL: &str = "danal";

/// Person who verifies in the automatic mode, unless the request names one.
const PERSON: [(&str, &str); 5] = [
    ("name", "홍길동"),
    ("birth", "900131"),
    ("gender_digit", "1"),
    ("phone", "01012345678"),
    ("carrier", "SKT"),
];

/// All carriers.
const CARRIERS: [&str; 6] = ["SKT", "KT", "LGT", "SKT_MVNO", "KT_MVNO", "LGT_MVNO"];

/// Carriers that a person can choose, by the parameter `carrier`.
const CHOICES: [(&str, &[&str]); 4] = [
    ("SKT", &["SKT"]),
    ("KTF", &["KT"]),
    ("LGT", &["LGT"]),
    ("MVNO", &["SKT_MVNO", "KT_MVNO", "LGT_MVNO"]),
];

/// Person in the window, with the restrictions of the request.
pub struct Applicant {
    /// Carriers to choose from.
    pub carriers: &'static [&'static str],
    suggested: Map<String, Value>,
    min_age: Option<i16>,
}

impl Applicant {
    /// Reads the parameters of a request that the gateway knows.
    ///
    /// # Errors
    /// 400 when one of them is invalid.
    pub fn of(request: &WindowRequest, channel: &Channel) -> Result<Self, ApiError> {
        let reads = channel.gateway == DANAL;
        let carrier = request.text("carrier").filter(|_| reads);
        let carriers = carrier.map_or(Ok(&CARRIERS[..]), |code| choice(&code))?;
        let min_age = request.params.get("min_age").filter(|_| reads).map(age).transpose()?;
        let mut suggested: Map<String, Value> =
            PERSON.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
        for name in ["name", "phone"].into_iter().filter(|_| reads) {
            if let Some(value) = request.text(name) {
                suggested.insert(name.to_owned(), json!(value));
            }
        }
        suggested.insert("carrier".to_owned(), json!(carriers[0]));
        Ok(Self { carriers, suggested, min_age: min_age.flatten() })
    }

    /// Returns the values of the window's form, or the suggested ones.
    pub fn person(&self, request: &WindowRequest) -> Map<String, Value> {
        let value = |(name, suggested): (&String, &Value)| {
            (name.clone(), request.plan.get(name).unwrap_or(suggested).clone())
        };
        self.suggested.iter().map(value).collect()
    }

    /// Checks that a person is old enough, and a customer of one of the carriers.
    ///
    /// # Errors
    /// 400 when a value is invalid, or the person is not.
    pub fn check(&self, person: &Map<String, Value>, now: i64) -> Result<(), ApiError> {
        let identity = Identity::of(person)?;
        if !self.carriers.contains(&identity.carrier.as_str()) {
            let carriers = self.carriers.join(", ");
            return Err(ApiError::bad_request(format!("carrier must be one of {carriers}")));
        }
        let age = identity.age(now);
        match self.min_age.filter(|min_age| age < *min_age) {
            None => Ok(()),
            Some(min_age) => {
                let message = format!("the person is {age} years old; min_age is {min_age}");
                Err(ApiError::bad_request(message))
            }
        }
    }
}

fn choice(code: &str) -> Result<&'static [&'static str], ApiError> {
    let found = CHOICES.iter().find(|(known, _)| *known == code).map(|(_, carriers)| *carriers);
    found.ok_or_else(|| ApiError::bad_request("carrier must be SKT, KTF, LGT or MVNO"))
}

/// Reads an age, which is absent if it is null or empty.
fn age(value: &Value) -> Result<Option<i16>, ApiError> {
    let text = match value {
        Value::Null => return Ok(None),
        Value::String(text) if text.is_empty() => return Ok(None),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let age = text.parse().ok().filter(|age: &i16| !age.is_negative());
    age.map(Some).ok_or_else(|| ApiError::bad_request("min_age must be a number of years"))
}
