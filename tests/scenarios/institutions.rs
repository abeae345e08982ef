//! Banks and card companies.

use portone_v1::institutions::{GetBank, GetCardCompany, ListBanks, ListCardCompanies};

use crate::refusals::assert_not_found;
use crate::shop::Shop;

pub(crate) async fn banks_and_card_companies_have_codes(shop: &Shop) {
    let institutions = shop.client.institutions();
    let banks = institutions.list_banks(&ListBanks::new()).await.unwrap();
    assert!(banks.len() > 20, "{banks:?}");
    for bank in &banks {
        let one = institutions.get_bank(&GetBank::new(bank.code.clone())).await.unwrap();
        assert_eq!(one, *bank);
    }
    let cards = institutions.list_cards(&ListCardCompanies::new()).await.unwrap();
    assert!(cards.len() > 10, "{cards:?}");
    for card in &cards {
        let one = institutions.get_card(&GetCardCompany::new(&*card.code)).await.unwrap();
        assert_eq!(one, *card);
    }
    assert_not_found(institutions.get_bank(&GetBank::new("none".to_owned())).await);
    assert_not_found(institutions.get_card(&GetCardCompany::new("none")).await);
}
