//! Fields whose names suggest personal data are marked as hidden.

use portone_v1_generator::model::{Field, Shape};

use crate::operations::{api, every_operation};

const PATTERNS: [&str; 7] =
    ["receipt_url", "tracking", "invoice", "apply_num", "memo", "card_number", "buyer_"];

fn leads_to_a_buyer(field: &Field) -> bool {
    PATTERNS.iter().any(|pattern| field.wire.contains(pattern))
}

#[test]
fn fields_that_lead_to_a_buyer_are_hidden() {
    let sent: Vec<_> = every_operation()
        .flat_map(|subject| subject.operation.parameters.iter().map(|parameter| &parameter.field))
        .collect();
    let records = api().types.iter().filter_map(|ty| match &ty.shape {
        Shape::Record(fields) => Some(fields),
        _ => None,
    });
    let mut found = 0;
    for field in sent.into_iter().chain(records.flatten()).filter(|one| leads_to_a_buyer(one)) {
        assert!(field.privacy.hidden(), "`{}` needs `personal: true`", field.wire);
        found += 1;
    }
    assert!(found > 20, "{found} fields match");
}
