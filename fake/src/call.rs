//! A request that has passed every check: what operations are given.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::channels::Channel;
use crate::contract::{Contract, Operation};
use crate::money;

/// The values of a request by their names on the wire, each of the type that the schema gives it:
/// what was left out, null or empty is not there.
#[derive(Debug)]
pub struct Call<'a> {
    /// What the schema says of everything.
    pub contract: &'a Contract,
    /// What is called.
    pub operation: &'a Operation,
    /// Where the request goes: the channel that it names, or the one of the payment or the billing key
    /// that it is about.
    pub channel: Channel,
    /// Path, query and body.
    pub values: Map<String, Value>,
}

impl Call<'_> {
    /// A value as it is.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// The same to be put into an answer: null when it was left out.
    pub fn value(&self, name: &str) -> Value {
        self.get(name).cloned().unwrap_or_default()
    }

    /// A text or a code.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// A text that the schema requires; empty when the schema does not.
    pub fn required(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }

    /// A whole number, or a time.
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.get(name)?.as_i64()
    }

    /// Money. 0 is what the server takes as left out.
    pub fn amount(&self, name: &str) -> Option<Decimal> {
        money::read(self.get(name)?).filter(|amount| !amount.is_zero())
    }

    /// Whether it is there and true.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    /// The texts of a list; `None` when it was left out or empty.
    pub fn texts(&self, name: &str) -> Option<Vec<&str>> {
        let list = self.get(name)?.as_array()?;
        Some(list.iter().filter_map(Value::as_str).collect())
    }

    /// The records of a list.
    pub fn records(&self, name: &str) -> Vec<&Map<String, Value>> {
        let list = self.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_object).collect()
    }
}
