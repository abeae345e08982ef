//! Code tables: their content, and lossless unknown codes.

use portone_v1_generator::model::{Enumeration, Shape};
use serde_json::Value;

use crate::operations::api;
use crate::tables::{Row, TABLES};

fn json(codes: &Enumeration, code: &str) -> Value {
    if codes.integer { code.parse::<i64>().unwrap().into() } else { code.into() }
}

fn expected(codes: &'static Enumeration) -> Vec<Row> {
    let listed = codes.values.iter().map(|value| Row {
        code: value.code.clone(),
        name: Some(&value.title),
        json: json(codes, &value.code),
    });
    let unknown = "99-of-tomorrow";
    let unknown = Row { code: unknown.to_owned(), name: None, json: unknown.into() };
    listed.chain([unknown]).collect()
}

#[test]
fn every_code_matches_the_schema() {
    let enumerations = api().types.iter().filter_map(|ty| match &ty.shape {
        Shape::Enumeration(codes) => Some((&ty.name, codes)),
        _ => None,
    });
    let mut tables = TABLES.iter();
    for (name, codes) in enumerations {
        let table = tables.next().unwrap();
        assert_eq!(table.ty, name);
        assert_eq!((table.rows)(), expected(codes), "{name}");
    }
    assert!(tables.next().is_none());
}
