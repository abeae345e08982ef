//! PortOne's own description, Swagger 2.0 as JSON or YAML, with its defects, as facts.

mod json;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::facts::{Facts, FieldFacts, OTHERS, OperationFacts};
use super::prose;
use json::{list, number, object, squeeze, text};
use values::{reference, references, rules, statuses, supported, type_of, values};

/// All methods of a path, including those that the schema language lacks, so that none is overlooked.
const METHODS: [&str; 7] = ["get", "post", "put", "delete", "patch", "head", "options"];

/// Reads a document.
///
/// # Errors
/// Fails if the text is not a Swagger 2.0 document; the message is one sentence.
pub fn read(text: &str) -> Result<Facts, String> {
    let document = parse(text)?;
    if document.get("swagger").and_then(Value::as_str) != Some("2.0") {
        return Err("this is not a Swagger 2.0 document: it has no `swagger: \"2.0\"`".to_owned());
    }
    let Some(all) = document.get("paths").and_then(Value::as_object) else {
        return Err("the document has no `paths`".to_owned());
    };
    let reader = Reader { definitions: object(&document, "definitions") };
    let mut facts = Facts { types: reader.types(&document["paths"]), ..Facts::default() };
    for (path, item) in all {
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                let route = format!("{} {path}", method.to_uppercase());
                facts.operations.insert(route, reader.operation(method, item, operation));
            }
        }
    }
    Ok(facts)
}

/// JSON is nearly YAML, but for characters that are escaped in pairs.
fn parse(text: &str) -> Result<Value, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        let json = serde_json::from_str(text).map_err(|error| error.to_string());
        return json.or_else(|error| crate::syntax::yaml::json(text).map_err(|_| error));
    }
    crate::syntax::yaml::json(text)
}

struct Reader<'d> {
    definitions: Option<&'d Map<String, Value>>,
}

impl Reader<'_> {
    fn operation(&self, method: &str, item: &Value, operation: &Value) -> OperationFacts {
        OperationFacts {
            title: squeeze(text(operation, "summary")),
            page: text(operation, "x-portone-category").to_owned(),
            docs_id: Some(text(operation, "operationId").to_owned()).filter(|id| !id.is_empty()),
            gateways: supported(operation),
            parameters: self.parameters(method, item, operation),
            returns: self.returns(operation),
            statuses: statuses(operation),
            members: answer(operation).map(|answer| self.members(answer)).unwrap_or_default(),
            undocumented_since: None,
            prose: prose::of(operation),
        }
    }

    /// Those that all methods of a path share come first.
    fn parameters(&self, method: &str, item: &Value, own: &Value) -> BTreeMap<String, FieldFacts> {
        let mut parameters = BTreeMap::new();
        let all_gateways = supported(own);
        let all = list(item, "parameters").iter().chain(list(own, "parameters"));
        for (place, parameter) in all.enumerate() {
            let name = text(parameter, "name");
            let inside = match text(parameter, "in") {
                // A GET has no form: the parameter is in the query.
                "formData" if method == "get" => "query",
                "formData" => "body",
                "body" if self.record(parameter).is_some() => {
                    let members = self.record(parameter).map(|record| self.members(record));
                    let members = members.into_iter().flatten();
                    parameters.extend(members.map(|(name, field)| (format!("body.{name}"), field)));
                    continue;
                }
                other => other,
            };
            // On the wire, every list of a query has the brackets.
            let name = if inside == "query" { name.trim_end_matches("[]") } else { name };
            let required = parameter.get("required") == Some(&Value::Bool(true));
            let mut field = self.field(parameter, required, place);
            // What the whole operation does not support, no parameter need.
            field.gateways.retain(|gateway, rule| {
                let elsewhere = !all_gateways.is_empty() && !all_gateways.contains(gateway);
                gateway == OTHERS || rule != "unsupported" || !elsewhere
            });
            parameters.insert(format!("{inside}.{name}"), field);
        }
        parameters
    }

    /// The record that a parameter is when it is the whole body.
    fn record<'v>(&'v self, parameter: &'v Value) -> Option<&'v Value> {
        let schema = parameter.get("schema")?;
        match reference(schema) {
            Some(name) => self.definitions?.get(name),
            None => schema.get("properties").map(|_| schema),
        }
    }

    fn returns(&self, operation: &Value) -> Vec<String> {
        let Some(schema) = operation.pointer("/responses/200/schema") else { return Vec::new() };
        if let Some(answer) = answer(operation) {
            return vec![type_of(answer)];
        }
        let mut returns: Vec<String> = match reference(schema) {
            Some(name) => self.inside_envelope(name).into_iter().collect(),
            // The answer is shown as an object that holds one alternative in each property.
            None => object(schema, "properties")
                .into_iter()
                .flatten()
                .filter_map(|(_, alternative)| reference(alternative))
                .filter_map(|name| self.inside_envelope(name))
                .collect(),
        };
        returns.sort();
        returns.dedup();
        returns
    }

    /// The type of `response` in an envelope definition.
    fn inside_envelope(&self, name: &str) -> Option<String> {
        let definition = self.definitions?.get(name)?;
        let parts = definition.get("allOf").and_then(Value::as_array);
        let own = parts.into_iter().flatten().chain([definition]);
        own.filter_map(|part| part.pointer("/properties/response")).map(type_of).next()
    }

    /// The records that some operation carries: not the envelopes, and not what nothing names.
    fn types(&self, paths: &Value) -> BTreeMap<String, BTreeMap<String, FieldFacts>> {
        let definitions = self.definitions.into_iter().flatten();
        let named = self.named(paths);
        let records = definitions
            .filter(|(name, definition)| named.contains(name.as_str()) && !is_envelope(definition));
        records.map(|(name, definition)| (name.clone(), self.members(definition))).collect()
    }

    /// The names of all definitions that a value refers to, directly or through others.
    fn named<'v>(&'v self, value: &'v Value) -> BTreeSet<&'v str> {
        let mut named = BTreeSet::new();
        let mut pending = references(value);
        while let Some(name) = pending.pop() {
            if named.insert(name) {
                let definition = self.definitions.and_then(|definitions| definitions.get(name));
                pending.extend(definition.map(references).unwrap_or_default());
            }
        }
        named
    }

    fn members(&self, definition: &Value) -> BTreeMap<String, FieldFacts> {
        let required = list(definition, "required");
        let properties = object(definition, "properties").into_iter().flatten().enumerate();
        properties
            .map(|(place, (name, property))| {
                let needed = required.iter().any(|required| required == name);
                (name.clone(), self.field(property, needed, place))
            })
            .collect()
    }

    fn field(&self, field: &Value, required: bool, place: usize) -> FieldFacts {
        let ty = type_of(field);
        FieldFacts {
            values: values(field, &ty),
            members: self.members(inline(field)),
            rules_in_prose: prose::names_gateways(text(field, "description")),
            ty,
            title: squeeze(text(field, "x-portone-name")),
            required,
            max: number(field, "maxLength"),
            minimum: number(field, "minimum"),
            maximum: number(field, "maximum"),
            gateways: rules(field, required),
            undocumented_since: None,
            prose: prose::of(field),
            place,
        }
    }
}

/// The envelope's `response`, where the whole answer is spelled out in place.
fn answer(operation: &Value) -> Option<&Value> {
    let schema = operation.pointer("/responses/200/schema")?;
    let properties = object(schema, "properties")?;
    properties.get("response").filter(|_| properties.contains_key("code"))
}

/// The part of a field that can hold members: itself, its schema or its items.
fn inline(field: &Value) -> &Value {
    let inside = ["schema", "items"].iter().filter_map(|key| field.get(key));
    let holder = inside.chain([field]).find(|part| part.get("properties").is_some());
    holder.unwrap_or(field)
}

/// An envelope extends `ResponseAnnotation`, or is that, or spells its members out.
fn is_envelope(definition: &Value) -> bool {
    let has = |name: &str| definition.pointer(&format!("/properties/{name}")).is_some();
    definition.get("allOf").is_some() || (has("code") && has("message"))
}
