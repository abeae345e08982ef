use portone_v1::Decimal;
use portone_v1::codes::Courier;
use portone_v1::escrow::{
    EscrowAddress, EscrowProduct, EscrowReceiver, EscrowSender, EscrowShipment,
    RegisterEscrowDelivery,
};

use super::wire_test::WireTest;
use crate::fixture::at;

fn shipment() -> EscrowShipment {
    EscrowShipment::new(Courier::CjLogistics, "633112345678", at(1_711_065_600))
}

fn full() -> RegisterEscrowDelivery {
    let sender = EscrowSender::new()
        .name("표 가게")
        .tel("02-555-6666")
        .addr("서울시 중구")
        .postcode("04524")
        .relationship("none")
        .formed_address(EscrowAddress::new().address_line_1("세종대로").address_line_2("110"));
    let receiver = EscrowReceiver::new()
        .name("홍길동")
        .tel("010-1234-5678")
        .addr("부산시")
        .postcode("48058")
        .formed_address(EscrowAddress::new());
    let shipment = shipment().receiving_at("20240323").address("부산시 해운대구");
    let dear = EscrowProduct::new("p-1", "티셔츠", Decimal::new(1_010, 2))
        .code("shirt")
        .currency("USD")
        .quantity(2)
        .tag("clothes");
    RegisterEscrowDelivery::new("imp_1", sender, receiver, shipment)
        .products([dear, EscrowProduct::new("p-2", "모자", 5_000)])
        .send_email(false)
}

const FULL: &str = r#"{
    "sender": {"name":"표 가게","tel":"02-555-6666","addr":"서울시 중구","postcode":"04524","relationship":"none","formed_address":{"address_line_1":"세종대로","address_line_2":"110"}},
    "receiver": {"name":"홍길동","tel":"010-1234-5678","addr":"부산시","postcode":"48058","formed_address":{}},
    "logis": {"company":"CJGLS","invoice":"633112345678","sent_at":1711065600,"receiving_at":"20240323","address":"부산시 해운대구"},
    "products": [{"id":"p-1","name":"티셔츠","code":"shirt","amount":10.1,"currency":"USD","quantity":2,"tag":"clothes"},{"id":"p-2","name":"모자","amount":5000}],
    "send_email": false
}"#;

#[tokio::test]
async fn register() {
    let response = r#"{
        "company": "CJGLS", "invoice": "633112345678",
        "sent_at": 1711065600, "applied_at": 1711069200
    }"#;
    let wire_test = WireTest::of("escrow.register", response).await;
    let delivery = wire_test.client.escrow().register(&full()).await.unwrap();
    assert_eq!(
        (&delivery.company, &*delivery.invoice),
        (&Some(Courier::CjLogistics), "633112345678")
    );
    assert_eq!(
        (delivery.sent_at, delivery.applied_at),
        (Some(at(1_711_065_600)), Some(at(1_711_069_200)))
    );
    wire_test.sent_exactly(&full(), "POST /escrows/logis/imp_1", FULL);
    let shown = format!("{:?}", full());
    for secret in ["홍길동", "010-1234-5678", "부산시", "48058", "세종대로"] {
        assert!(!shown.contains(secret), "{shown}");
    }

    let (sender, receiver) = (EscrowSender::new(), EscrowReceiver::new());
    let request = RegisterEscrowDelivery::new("imp_1", sender, receiver, shipment());
    wire_test.client.escrow().register(&request).await.unwrap();
    wire_test.sent_the_required(
        "POST /escrows/logis/imp_1",
        r#"{
            "sender": {}, "receiver": {},
            "logis": {"company":"CJGLS","invoice":"633112345678","sent_at":1711065600}
        }"#,
    );
}
