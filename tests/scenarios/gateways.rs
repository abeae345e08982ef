//! Operations of single gateways.

use portone_v1::codes::Gateway;
use portone_v1::kakao::ListKakaoOrders;
use portone_v1::partners::{PartnerSale, RegisterPartnerReceipt};
use portone_v1::payco::{ChangePaycoOrderStatus, PaycoOrderStatus};
use portone_v1::paymentwall::{
    PaymentwallDeliveryStatus, PaymentwallProductType, PaymentwallRefundable,
    RegisterPaymentwallDelivery,
};
use portone_v1::types::PaymentStatus;
use portone_v1::users::ListGatewaySettings;
use portone_v1_fake::Buyer;

use crate::refusals::{assert_against_the_rules, assert_refused};
use crate::shop::{DAY, Shop};

pub(crate) async fn payco_receives_a_status(shop: &Shop) {
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 1_000).at("payco")).unwrap();
    assert_eq!(shop.portone.payco_status(&imp_uid), None);
    for status in [PaycoOrderStatus::DeliveryStart, PaycoOrderStatus::PurchaseDecision] {
        let request = ChangePaycoOrderStatus::new(&imp_uid, status.clone());
        let response = shop.client.payco().change_status(&request).await.unwrap();
        assert_eq!(response.status, status);
        assert_eq!(shop.portone.payco_status(&imp_uid).as_deref(), Some(status.code()));
    }
    assert_eq!(shop.payment(&imp_uid).await.status, PaymentStatus::Paid);
    let unknown = ChangePaycoOrderStatus::new("imp_0", PaycoOrderStatus::Canceled);
    assert_against_the_rules(shop.client.payco().change_status(&unknown).await);
}

pub(crate) async fn paymentwall_receives_a_delivery(shop: &Shop) {
    let pay = |buyer: Buyer| shop.portone.pay(buyer.at("paymentwall")).unwrap();
    let delivery = |imp_uid: &str, order: &str| {
        let (kind, status) =
            (PaymentwallProductType::Physical, PaymentwallDeliveryStatus::OrderShipped);
        let (there, known) = (shop.now() + 2 * DAY, shop.now() + DAY);
        let email = "buyer@shop.example";
        let refundable = PaymentwallRefundable::Yes;
        RegisterPaymentwallDelivery::new(
            imp_uid, order, kind, status, there, known, refundable, email,
        )
        .carrier_tracking_id("1")
        .carrier_type("CJGLS")
        .shipping_address_country("KR")
        .shipping_address_city("남원")
        .shipping_address_zip("55750")
        .shipping_address_state("전북")
        .shipping_address_street("광한루길 1")
        .shipping_address_phone("01012345678")
        .shipping_address_firstname("춘향")
        .shipping_address_lastname("성")
    };
    let sent = pay(Buyer::new("order-1", 1_000));
    let request = delivery(&sent, "order-1");
    let response = shop.client.paymentwall().register_delivery(&request).await.unwrap();
    assert_eq!((response.error_code, response.error), (None, None));
    let known = shop.portone.paymentwall_delivery(&sent).unwrap();
    assert_eq!(known["status"], "order_shipped");

    let unpaid = pay(Buyer::new("order-2", 1_000).failing("no"));
    let request = delivery(&unpaid, "order-2");
    let response = shop.client.paymentwall().register_delivery(&request).await.unwrap();
    assert!(response.error_code.is_some() && response.error.is_some(), "{response:?}");
    assert_eq!(shop.portone.paymentwall_delivery(&unpaid), None);
}

pub(crate) async fn partners_share_a_sale(shop: &Shop) {
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 3_300)).unwrap();
    let sale = |name: &str, amount: i64| PartnerSale::new("1234567890", name, amount);
    let partners = shop.client.partners();
    let request = RegisterPartnerReceipt::new(&imp_uid, [sale("A", 1_100), sale("B", 2_200)]);
    let receipt = partners.register_receipt(&request).await.unwrap();
    assert!(receipt.receipt_url.is_some_and(|url| url.starts_with("https://")));
    let sales = shop.portone.partner_sales(&imp_uid).unwrap();
    assert_eq!((&sales[0]["vat_amount"], &sales[1]["amount"]), (&100.into(), &2_200.into()));
    let too_much = RegisterPartnerReceipt::new(&imp_uid, [sale("A", 3_301)]);
    assert_refused(partners.register_receipt(&too_much).await, 400, -1);
}

pub(crate) async fn kakao_pay_orders_are_listed(shop: &Shop) {
    shop.client.kakao().list(&ListKakaoOrders::new("20231115")).await.unwrap();
    assert_refused(shop.client.kakao().list(&ListKakaoOrders::new("yesterday")).await, 400, -1);
}

pub(crate) async fn channels_are_listed(shop: &Shop) {
    shop.portone.add_channel("test-channel", "nice", true).unwrap();
    let request = ListGatewaySettings::new();
    let settings = shop.client.users().list_gateway_settings(&request).await.unwrap();
    let added = settings.iter().find(|one| one.channel_key.as_deref() == Some("test-channel"));
    let added = added.unwrap();
    assert_eq!((&added.pg_provider, added.sandbox), (&Some(Gateway::Nice), Some(true)));
    assert!(settings.iter().any(|setting| setting.pg_provider == Some(Gateway::KakaoPay)));
}
