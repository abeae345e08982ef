//! Validated call of an operation.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::channels::Channel;
use crate::contract::{Contract, OperationSpec};
use crate::money;

/// Validated call. Its values have the types of the contract; omitted, null and empty values are
/// absent.
#[derive(Debug)]
pub struct ApiCall<'a> {
    /// The API contract.
    pub contract: &'a Contract,
    /// The called operation.
    pub operation: &'a OperationSpec,
    /// Channel of the request: the one that it names, or the one of its payment, billing key or
    /// schedule.
    pub channel: Channel,
    /// Values of the path, query and body by their names on the wire.
    pub values: Map<String, Value>,
}

impl ApiCall<'_> {
    /// Returns a value.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// Returns a value, or null if it is absent.
    pub fn value(&self, name: &str) -> Value {
        self.get(name).cloned().unwrap_or_default()
    }

    /// Returns a string or a code.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// Returns a string that the contract requires, or an empty string if it is absent.
    pub fn required(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }

    /// Returns an integer or a time.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.get(name)?.as_i64()
    }

    /// Returns an amount. 0 counts as absent.
    pub fn amount(&self, name: &str) -> Option<Decimal> {
        money::read(self.get(name)?).filter(|amount| !amount.is_zero())
    }

    /// Returns `true` if the value is present and true.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    /// Returns the strings of a list, or `None` if it is absent.
    pub fn texts(&self, name: &str) -> Option<Vec<&str>> {
        let list = self.get(name)?.as_array()?;
        Some(list.iter().filter_map(Value::as_str).collect())
    }

    /// Returns the records of a list.
    pub fn records(&self, name: &str) -> Vec<&Map<String, Value>> {
        let list = self.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_object).collect()
    }
}
