//! Code tables: what is in them, and that nothing is lost which is not.

use std::collections::HashSet;

use portone_v1::codes::{Bank, Gateway, NaverDeliveryCompany};
use portone_v1::types::{CardType, CustomerUidUsage, PayMethod, PaymentChannel, PaymentStatus};

/// Every code leads back to its variant, and has a Korean name of its own kind.
macro_rules! assert_table {
    ($table:ty, $count:expr) => {
        let codes: HashSet<_> = <$table>::ALL.iter().map(|value| value.code()).collect();
        assert_eq!((codes.len(), <$table>::ALL.len()), ($count, $count));
        for value in <$table>::ALL {
            assert_eq!(<$table>::from(value.code()), *value);
            assert_eq!(value.to_string(), value.code());
            assert!(value.name().is_some_and(|name| !name.is_empty()), "{value}");
        }
        let unknown = <$table>::from("of-tomorrow");
        assert_eq!((unknown.code(), unknown.name()), ("of-tomorrow", None));
        assert_eq!(unknown, <$table>::from("of-tomorrow".to_owned()));
    };
}

#[test]
fn every_code_is_itself() {
    assert_table!(Bank, 45);
    assert_table!(Gateway, Gateway::ALL.len());
    assert_table!(NaverDeliveryCompany, NaverDeliveryCompany::ALL.len());
    assert_table!(PayMethod, 19);
    assert_table!(PaymentChannel, 3);
    assert_table!(PaymentStatus, 4);
    assert_table!(CustomerUidUsage, 3);
    assert_table!(CardType, 2);
}

#[test]
fn banks_are_named_as_the_docs_name_them() {
    for (code, bank, name) in [
        ("004", Bank::KbKookmin, "KB국민은행"),
        ("088", Bank::Shinhan, "신한은행"),
        ("020", Bank::Woori, "우리은행"),
        ("071", Bank::KoreaPost, "우체국"),
    ] {
        assert_eq!((Bank::from(code), bank.name()), (bank.clone(), Some(name)));
    }
}
