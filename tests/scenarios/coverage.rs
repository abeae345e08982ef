//! The scenarios cover every operation.

use crate::registry;
use crate::shop::Shop;

#[tokio::test]
async fn every_operation_succeeds_in_some_scenario() {
    let succeeded = registry::succeeded().await;
    let operations = Shop::open().portone.operations();
    let names = operations.iter().map(|operation| operation.name);
    let uncovered: Vec<_> = names.filter(|name| !succeeded.contains(name)).collect();
    assert!(
        uncovered.is_empty(),
        "these operations succeed in no scenario: {}. Write one in tests/scenarios/, and list it in registry.rs",
        uncovered.join(", ")
    );
    assert_eq!(succeeded.len(), operations.len());
}
