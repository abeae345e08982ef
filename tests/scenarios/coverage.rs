//! The scenarios cover every operation.

use std::path::Path;

use portone_v1_tests::snapshot;

use crate::registry;
use crate::shop::Shop;

/// The snapshot lists the operations without a scenario. A new operation can wait there; write a
/// scenario, and list it in `registry.rs`.
#[tokio::test]
async fn every_operation_succeeds_in_some_scenario() {
    let succeeded = registry::succeeded().await;
    let operations = Shop::open().portone.operations();
    let names = operations.iter().map(|operation| operation.name);
    let uncovered: Vec<_> = names.filter(|name| !succeeded.contains(name)).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    snapshot::assert(&folder, "without_scenario", &uncovered.join("\n"));
}
