//! Code tables: their content, and lossless unknown codes.

use std::collections::HashSet;

use portone_v1::codes::{Bank, CardCompany, Courier, Gateway, NaverDeliveryCompany};
use portone_v1::types::{CardType, CustomerUidUsage, PayMethod, PaymentChannel, PaymentStatus};

/// Every code leads back to its variant, and has a Korean name of its own kind.
macro_rules! assert_table {
    ($table:ty) => {
        let codes: HashSet<_> = <$table>::ALL.iter().map(|value| value.code()).collect();
        assert!(!codes.is_empty());
        assert_eq!(codes.len(), <$table>::ALL.len());
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
    assert_table!(Bank);
    assert_table!(CardCompany);
    assert_table!(Courier);
    assert_table!(Gateway);
    assert_table!(NaverDeliveryCompany);
    assert_table!(PayMethod);
    assert_table!(PaymentChannel);
    assert_table!(PaymentStatus);
    assert_table!(CustomerUidUsage);
    assert_table!(CardType);
}

#[test]
fn banks_are_named_as_the_docs_name_them() {
    for (code, bank, name) in [
        ("004", Bank::KbKookmin, "KB국민은행"),
        ("088", Bank::Shinhan, "신한은행"),
        ("020", Bank::Woori, "우리은행"),
        ("071", Bank::KoreaPost, "우체국"),
        ("045", Bank::Saemaul, "새마을금고"),
        ("092", Bank::TossBank, "토스뱅크"),
    ] {
        assert_eq!((Bank::from(code), bank.name()), (bank.clone(), Some(name)));
    }
}

#[test]
fn a_bank_has_a_code_of_its_own_at_each_gateway() {
    for (bank, gateway, code) in [
        (Bank::Shinhan, Gateway::Kcp, Some("BK88")),
        (Bank::Shinhan, Gateway::KcpBilling, Some("BK88")),
        (Bank::Shinhan, Gateway::Html5Inicis, Some("88")),
        (Bank::Shinhan, Gateway::Daou, Some("10")),
        (Bank::Shinhan, Gateway::TossPayments, Some("088")),
        (Bank::Shinhan, Gateway::NiceV2, Some("088")),
        (Bank::Shinhan, Gateway::Welcome, Some("088")),
        // The same digits are SC First at one gateway and NongHyup at another.
        (Bank::ScFirst, Gateway::Daou, Some("11")),
        (Bank::Nonghyup, Gateway::Daou, Some("08")),
        (Bank::Nonghyup, Gateway::Html5Inicis, Some("11")),
        // Before the merger with Hana, and after.
        (Bank::KoreaExchange, Gateway::Daou, Some("05")),
        (Bank::KoreaExchange, Gateway::Kcp, None),
        (Bank::Hana, Gateway::Daou, Some("12")),
        (Bank::Hana, Gateway::Kcp, Some("BK81")),
        (Bank::Saemaul, Gateway::Kcp, Some("BK45")),
        (Bank::Saemaul, Gateway::Daou, None),
        (Bank::TossBank, Gateway::Smartro, Some("092")),
        (Bank::TossBank, Gateway::NiceV2, None),
        (Bank::Suhyup, Gateway::Welcome, Some("007")),
        (Bank::Suhyup, Gateway::NiceV2, None),
        // Neither securities firms nor gateways without a table have codes.
        (Bank::SamsungSecurities, Gateway::Kcp, None),
        (Bank::Shinhan, Gateway::KakaoPay, None),
        (Bank::Shinhan, Gateway::from("of-tomorrow"), None),
        (Bank::from("of-tomorrow"), Gateway::Kcp, None),
    ] {
        let found = bank.at(&gateway);
        assert_eq!(found.as_ref().map(|found| found.code()), code, "{bank} at {gateway}");
    }
}

#[test]
fn card_companies_from_abroad_have_codes_too() {
    assert_eq!(CardCompany::from("10005"), CardCompany::ForeignVisa);
    assert_eq!(CardCompany::from("045").name(), Some("새마을"));
    for letters in ["MAS", "VIS"] {
        assert_eq!(
            (CardCompany::from(letters).code(), CardCompany::from(letters).name()),
            (letters, None)
        );
    }
}
