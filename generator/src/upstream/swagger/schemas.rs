//! The definitions of a document: references and compositions resolved.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::json::{list, object};
use super::values::{reference, type_of};

const SHARED: [&str; 2] = ["/parameters/", "/responses/"];

/// Everything in a document that a `$ref` can name.
pub struct Schemas<'d> {
    definitions: Option<&'d Map<String, Value>>,
    document: &'d Value,
}

/// The members of a schema, those of its `allOf` included.
#[derive(Default)]
pub struct Merged<'d> {
    /// By name, in the order of the document.
    pub properties: Vec<(&'d str, &'d Value)>,
    /// The names of the required ones.
    pub required: BTreeSet<&'d str>,
}

impl<'d> Merged<'d> {
    /// A member.
    pub fn get(&self, name: &str) -> Option<&'d Value> {
        self.properties.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    }

    /// True if this is the envelope of a response.
    pub fn is_envelope(&self) -> bool {
        let code = self.get("code").map(type_of);
        self.get("message").is_some() && code.is_some_and(|ty| ty == "integer" || ty == "number")
    }
}

impl<'d> Schemas<'d> {
    /// The definitions of a document.
    pub fn of(document: &'d Value) -> Self {
        Self { definitions: object(document, "definitions"), document }
    }

    /// The shared parameter or response that a node refers to, or the node itself.
    pub fn shared<'v>(&self, node: &'v Value) -> &'v Value
    where
        'd: 'v,
    {
        let pointer = node.get("$ref").and_then(Value::as_str);
        let pointer = pointer.and_then(|pointer| pointer.strip_prefix('#'));
        let is_shared = |pointer: &&str| SHARED.iter().any(|place| pointer.starts_with(place));
        let pointer = pointer.filter(is_shared);
        pointer.and_then(|pointer| self.document.pointer(pointer)).unwrap_or(node)
    }

    /// The definition that a schema names, or the schema itself.
    pub fn named<'v>(&self, schema: &'v Value) -> &'v Value
    where
        'd: 'v,
    {
        let definition = reference(schema).and_then(|name| self.definitions?.get(name));
        definition.unwrap_or(schema)
    }

    /// The members of a schema, or of the definition that it names.
    pub fn merged<'v>(&self, schema: &'v Value) -> Merged<'v>
    where
        'd: 'v,
    {
        let mut merged = Merged::default();
        self.merge(schema, &mut BTreeSet::new(), &mut merged);
        merged
    }

    fn merge<'v>(&self, schema: &'v Value, seen: &mut BTreeSet<&'v str>, into: &mut Merged<'v>)
    where
        'd: 'v,
    {
        if reference(schema).is_some_and(|name| !seen.insert(name)) {
            return;
        }
        let schema = self.named(schema);
        for part in list(schema, "allOf") {
            self.merge(part, seen, into);
        }
        for (name, property) in object(schema, "properties").into_iter().flatten() {
            into.properties.retain(|(own, _)| own != name);
            into.properties.push((name, property));
        }
        into.required.extend(list(schema, "required").iter().filter_map(Value::as_str));
    }

    /// All definitions.
    pub fn definitions(&self) -> impl Iterator<Item = (&'d String, &'d Value)> {
        self.definitions.into_iter().flatten()
    }
}
