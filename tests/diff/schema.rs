//! The project's own schema.

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use portone_v1_generator::diff;
use portone_v1_generator::model::Api;
use portone_v1_generator::output::Target;
use portone_v1_generator::source::Sources;

pub fn api() -> &'static Api {
    static API: LazyLock<Api> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
        portone_v1_generator::read(&Sources::read(&root).unwrap()).unwrap()
    });
    &API
}

/// The crate that is generated from it.
pub fn files() -> &'static [Target] {
    static FILES: LazyLock<Vec<Target>> =
        LazyLock::new(|| portone_v1_generator::generate(api()).expect("the generator writes Rust"));
    &FILES
}

#[test]
fn equal_models_have_no_changes() {
    assert_eq!(diff::compare(api(), &api().clone()), []);
}

#[test]
fn the_whole_schema_is_compared_at_once() {
    let (api, begin) = (api(), Instant::now());
    diff::compare(api, api);
    assert!(begin.elapsed() < Duration::from_secs(5), "{:?}", begin.elapsed());
}
