//! One small document as a whole, to be read.

use portone_v1_generator::{openapi, openapi_yaml};
use portone_v1_tests::fixture;

#[test]
fn the_document_reads_as_expected() {
    fixture::every(&fixture::all("openapi"), |fixture| {
        let api = portone_v1_generator::read(&fixture.sources()).expect("the schema is sound");
        fixture.expect(&openapi_yaml(&openapi::document(&api)).expect("the document is YAML"));
    });
}
