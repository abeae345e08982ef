//! The tour leaves nothing out.

use crate::shop::Shop;
use crate::stories;

#[tokio::test]
async fn every_operation_succeeds_in_some_story() {
    let answered = stories::answered().await;
    let operations = Shop::open().portone.operations();
    let names = operations.iter().map(|operation| operation.name);
    let untold: Vec<_> = names.filter(|name| !answered.contains(name)).collect();
    assert!(
        untold.is_empty(),
        "no story has these operations succeed: {}. Write one in tests/tour/, and list it in stories.rs",
        untold.join(", ")
    );
    assert_eq!(answered.len(), operations.len());
}
