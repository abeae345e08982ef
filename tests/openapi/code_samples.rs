//! The programs in `x-codeSamples`.

use portone_v1_generator::examples;
use serde_json::Value;

use crate::openapi::schemas::{self, operations};

/// The labels and the texts of the programs.
pub fn sources(operation: &Value) -> Vec<(&str, &str)> {
    let samples = operation["x-codeSamples"].as_array().into_iter().flatten();
    samples
        .map(|sample| (sample["label"].as_str().unwrap(), sample["source"].as_str().unwrap()))
        .collect()
}

#[test]
fn rust_is_the_program_of_the_documentation() {
    let schema = schemas::real();
    let programs = examples::all(&schema.api);
    for (path, method, operation) in operations(&schema.document) {
        let [_, ("portone-v1", source)] = sources(operation)[..] else { panic!("{method} {path}") };
        let found = programs.iter().find(|program| program.text == source);
        let name = found.map(|program| program.operation.replace('.', "_"));
        assert_eq!(operation["operationId"].as_str(), name.as_deref(), "{method} {path}");
    }
}

#[test]
fn curl_requests_the_operation() {
    for (path, method, operation) in operations(&schemas::real().document) {
        let ("curl", source) = sources(operation)[0] else { panic!("{method} {path}") };
        let line = source.lines().next().unwrap();
        let request = format!("curl --request {} 'https://api.iamport.kr/", method.to_uppercase());
        let url = line.strip_prefix(&request).unwrap_or_else(|| panic!("{line}"));
        let first = path.trim_start_matches('/').split('{').next().unwrap();
        assert!(url.starts_with(first.trim_end_matches('/')) && !url.contains('{'), "{source}");
    }
}
