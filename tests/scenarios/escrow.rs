//! Escrow payments.

use portone_v1::codes::Courier;
use portone_v1::escrow::{
    ChangeEscrowDelivery, EscrowReceiver, EscrowSender, EscrowShipment, GetEscrowDelivery,
    RegisterEscrowDelivery,
};
use portone_v1_fake::Buyer;

use crate::refusals::assert_refused;
use crate::shop::{DAY, Shop};

fn sender() -> EscrowSender {
    EscrowSender::new().name("Shop").tel("0212345678").addr("서울").postcode("04524")
}

fn receiver() -> EscrowReceiver {
    EscrowReceiver::new().name("성춘향").tel("01012345678").addr("남원").postcode("55750")
}

pub(crate) async fn a_parcel_is_registered_and_corrected(shop: &Shop) {
    let escrow = shop.client.escrow();
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 30_000).with("escrow", true)).unwrap();
    let parcel = |invoice: &str| EscrowShipment::new(Courier::CjLogistics, invoice, shop.now());
    assert_refused(escrow.get(&GetEscrowDelivery::new(&imp_uid)).await, 409, -1);
    let request = RegisterEscrowDelivery::new(&imp_uid, sender(), receiver(), parcel("1"));
    let first = escrow.register(&request).await.unwrap();
    assert_eq!((&first.company, first.invoice.as_str()), (&Some(Courier::CjLogistics), "1"));
    assert_eq!((first.sent_at, first.applied_at), (Some(shop.now()), Some(shop.now())));
    assert_refused(escrow.register(&request).await, 409, -1);

    shop.portone.advance(DAY);
    let request = ChangeEscrowDelivery::new(&imp_uid, sender(), receiver(), parcel("2"));
    let second = escrow.change(&request).await.unwrap();
    assert_eq!((second.invoice.as_str(), second.sent_at), ("2", Some(shop.now())));
    assert_eq!(escrow.get(&GetEscrowDelivery::new(&imp_uid)).await.unwrap(), second);
    let free = shop.portone.pay(Buyer::new("order-2", 30_000)).unwrap();
    let request = RegisterEscrowDelivery::new(&free, sender(), receiver(), parcel("3"));
    assert_refused(escrow.register(&request).await, 409, -1);
}
