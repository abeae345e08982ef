//! The stored form of a [`Partial`]: an object of its fields.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::partial::{FAILED, Partial};
use crate::json::serde::{deserialize, serialize};
use crate::json::{Fields, FromJson, Json, ToJson, Value};

impl<T: ToJson> ToJson for Partial<T> {
    fn to_json(&self) -> Value {
        let fields = Fields::new().with("items", &self.items);
        fields.with("complete", &self.complete).with(FAILED, &self.failed).into()
    }
}

impl<T: FromJson> FromJson for Partial<T> {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        Self {
            items: object.list_strict("items"),
            complete: object.required("complete"),
            failed: object.list(FAILED),
        }
    }
}

impl<T: ToJson> Serialize for Partial<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl<'de, T: FromJson> Deserialize<'de> for Partial<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}
