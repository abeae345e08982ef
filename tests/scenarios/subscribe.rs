//! Card charges, by card number and by billing key.

use portone_v1::billing_keys::{GetBillingKey, ListBillingKeyPayments};
use portone_v1::subscribe::{PayAgain, PayOnce};
use portone_v1::types::{CustomerUidUsage, PaymentStatus};
use portone_v1_fake::Decline;

use crate::refusals::assert_against_the_rules;
use crate::shop::{Shop, won};

fn by_number(order: &str, amount: i64) -> PayOnce {
    PayOnce::new(order, amount, "9410-0000-0000-0000", "2030-12").birth("900101").pwd_2digit("00")
}

pub(crate) async fn a_card_is_charged_and_kept(shop: &Shop) {
    let subscribe = shop.client.subscribe();
    let first = subscribe.pay_once(&by_number("order-1", 9_900).customer_uid("card-1")).await;
    let first = first.unwrap();
    assert_eq!((first.status, first.amount), (PaymentStatus::Paid, won(9_900)));
    assert_eq!(first.customer_uid.as_deref(), Some("card-1"));
    assert_eq!(first.customer_uid_usage, Some(CustomerUidUsage::Issue));
    shop.client.billing_keys().get(&GetBillingKey::new("card-1")).await.unwrap();

    let second = PayAgain::new("card-1", "order-2", 4_900, "Newspaper");
    let paid = subscribe.pay_again(&second).await.unwrap();
    assert_eq!((&paid.status, paid.amount), (&PaymentStatus::Paid, won(4_900)));
    assert_eq!((paid.name.as_deref(), paid.card_number), (Some("Newspaper"), first.card_number));
    assert_eq!(paid.customer_uid_usage, Some(CustomerUidUsage::Payment));
    assert_against_the_rules(subscribe.pay_again(&second).await);

    shop.portone.decline(Decline::next("잔액부족").of_billing_key("card-1"));
    let third = PayAgain::new("card-1", "order-3", 4_900, "Newspaper");
    let failed = subscribe.pay_again(&third).await.unwrap();
    assert_eq!((&failed.status, failed.paid_at), (&PaymentStatus::Failed, None));
    assert_eq!(failed.fail_reason.as_deref(), Some("잔액부족"));
    assert_eq!(subscribe.pay_again(&third).await.unwrap().status, PaymentStatus::Paid);

    let unknown = PayAgain::new("card-2", "order-4", 4_900, "Newspaper");
    assert_against_the_rules(subscribe.pay_again(&unknown).await);
    let history = ListBillingKeyPayments::new("card-1");
    assert_eq!(shop.client.billing_keys().payments(&history).await.unwrap().total, Some(4));
}

pub(crate) async fn dollars_have_cents(shop: &Shop) {
    let price: portone_v1::Decimal = "10.45".parse().unwrap();
    let request = PayOnce::new("order-1", price, "9410-0000-0000-0000", "2030-12").currency("USD");
    let paid = shop.client.subscribe().pay_once(&request.birth("900101").pwd_2digit("00")).await;
    let paid = paid.unwrap();
    assert_eq!((paid.amount, paid.currency.as_deref()), (price, Some("USD")));
    assert_eq!(shop.payment(&paid.imp_uid).await.amount, price);
}
