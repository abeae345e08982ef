//! JSON objects with raw values, so that 10.1 differs from 10.10 and 1 from "1".

use std::collections::BTreeMap;

use serde_json::value::RawValue;

pub(crate) type Fields = BTreeMap<String, String>;

pub(crate) fn fields(object: &str) -> Fields {
    let fields: BTreeMap<String, Box<RawValue>> = serde_json::from_str(object).unwrap();
    fields.into_iter().map(|(name, value)| (name, value.get().to_owned())).collect()
}

pub(crate) fn object(fields: &Fields) -> String {
    let fields = fields.iter().map(|(name, value)| format!("{name:?}:{value}"));
    format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
}
