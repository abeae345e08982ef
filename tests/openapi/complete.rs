//! The whole model is in the document, and nothing is duplicated.

use std::collections::BTreeSet;

use portone_v1_generator::model::{Operation, ParamLocation, Shape};
use serde_json::Value;

use crate::openapi::schemas::{self, SchemaCase, entries, operations};

#[test]
fn every_operation_is_at_its_route() {
    for SchemaCase { name, api, document } in schemas::all() {
        let all = api.sections.iter().flat_map(|section| &section.operations);
        for operation in all {
            let method = operation.route.method.word().to_lowercase();
            let found = &document["paths"][&operation.route.path][method];
            assert_eq!(
                found["x-portone-title"],
                operation.title.as_str(),
                "{name}: {}",
                operation.route
            );
        }
        assert_eq!(operations(document).count(), api.operation_count(), "{name}");
    }
}

#[test]
fn operation_ids_are_unique() {
    for SchemaCase { name, document, .. } in schemas::all() {
        let ids: Vec<_> = operations(document).map(|(.., it)| it["operationId"].as_str()).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert!(ids.iter().all(Option::is_some) && ids.len() == unique.len(), "{name}: {ids:?}");
    }
}

#[test]
fn every_parameter_is_where_the_wire_has_it() {
    for SchemaCase { name, api, document } in schemas::all() {
        for operation in api.sections.iter().flat_map(|section| &section.operations) {
            let method = operation.route.method.word().to_lowercase();
            let written = written(document, &document["paths"][&operation.route.path][method]);
            assert_eq!(written, expected(operation), "{name}: {}", operation.route);
        }
    }
}

type Parameters = BTreeSet<(String, String, bool)>;

/// Place, name and whether it is required.
fn expected(operation: &Operation) -> Parameters {
    let own = operation.parameters.iter().map(|parameter| {
        let field = &parameter.field;
        let (location, brackets) = match parameter.location {
            ParamLocation::Path => ("path", ""),
            ParamLocation::Query if field.ty.list => ("query", "[]"),
            ParamLocation::Query => ("query", ""),
            ParamLocation::Body => ("body", ""),
        };
        // OpenAPI has no optional part of a path.
        let required = field.required || parameter.location == ParamLocation::Path;
        (location.to_owned(), format!("{}{brackets}", field.wire), required)
    });
    let tier = ("header".to_owned(), "Tier".to_owned(), false);
    own.chain(operation.authorized.then_some(tier)).collect()
}

fn written(document: &Value, operation: &Value) -> Parameters {
    let parameters = operation["parameters"].as_array().into_iter().flatten().map(|parameter| {
        let parameter = match parameter["$ref"].as_str() {
            Some(_) => &document["components"]["parameters"]["Tier"],
            None => parameter,
        };
        let required = parameter["required"] == true;
        (text(&parameter["in"]), text(&parameter["name"]), required)
    });
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"]["$ref"];
    let schema = document.pointer(schema.as_str().unwrap_or("#")[1..].as_ref());
    let schema = schema.unwrap_or(&Value::Null);
    let members = entries(&schema["properties"]).map(|(name, _)| {
        let required = schema["required"].as_array().is_some_and(|all| all.contains(&name.into()));
        ("body".to_owned(), name.to_owned(), required)
    });
    parameters.chain(members).collect()
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

#[test]
fn every_type_has_a_schema_with_all_its_members() {
    for SchemaCase { name, api, document } in schemas::all() {
        for ty in &api.types {
            let schema = &document["components"]["schemas"][&ty.name];
            let (wanted, found) = match &ty.shape {
                Shape::Record(fields) => (fields.len(), entries(&schema["properties"]).count()),
                Shape::Enumeration(codes) => {
                    (codes.values.len(), length(&schema["x-extensible-enum"]))
                }
                Shape::Choice(choices) => (choices.len(), length(&schema["anyOf"])),
                Shape::GatewayCodes(codes) => {
                    (codes.tables.len(), length(&schema["x-portone-gateway-codes"]))
                }
            };
            assert_eq!(
                (wanted, &schema["x-portone-title"]),
                (found, &ty.title.as_str().into()),
                "{name}: {}",
                ty.name
            );
        }
    }
}

/// Code generators name types and files by titles, and functions by operation ids.
#[test]
fn titles_are_english_and_unique() {
    for SchemaCase { name, document, .. } in schemas::all() {
        let schemas = entries(&document["components"]["schemas"]);
        let titles = schemas.filter_map(|(_, schema)| schema.get("title"));
        expect_unique(titles.map(text), name);
        expect_unique(operations(document).map(|(.., it)| text(&it["summary"])), name);
        assert!(text(&document["info"]["title"]).is_ascii(), "{name}");
    }
}

fn expect_unique(titles: impl Iterator<Item = String>, schema: &str) {
    let titles: Vec<_> = titles.collect();
    let unique: BTreeSet<_> = titles.iter().map(|title| title.to_lowercase()).collect();
    assert!(titles.iter().all(|title| title.is_ascii()), "{schema}: {titles:?}");
    assert_eq!(titles.len(), unique.len(), "{schema}: {titles:?}");
}

/// The Korean label of the docs stays beside the English text.
#[test]
fn members_have_their_korean_label() {
    let document = &schemas::real().document;
    let member = &document["components"]["schemas"]["Payment"]["properties"]["paid_at"];
    assert_eq!((member.get("title"), &member["x-portone-title"]), (None, &"결제 시각".into()));
    assert!(text(&member["description"]).ends_with("(결제 시각)"), "{member}");
}

/// A type of the schema called like one of the document's own would have replaced it.
#[test]
fn no_two_schemas_share_a_name() {
    for SchemaCase { name, api, document } in schemas::all() {
        let bodies = operations(document).filter(|(.., it)| it.get("requestBody").is_some());
        let wanted = api.types.len() + bodies.count() + 1;
        assert_eq!(entries(&document["components"]["schemas"]).count(), wanted, "{name}");
    }
}

fn length(value: &Value) -> usize {
    value.as_array().map_or(0, Vec::len)
}
