use portone_v1::codes::{Bank, CardCompany, Gateway};
use portone_v1::payments::GetPayment;
use portone_v1::types::{CardType, CustomerUidUsage, PayMethod, PaymentChannel, PaymentStatus};
use portone_v1_tests::server::Answer;

use crate::fixture::{at, decimal, talk};

/// Its payment, of which this much has been given back.
pub(crate) fn refunded(amount: u32) -> Answer {
    let json = JSON.replace(r#""cancel_amount": 3000"#, &format!(r#""cancel_amount": {amount}"#));
    assert!(amount == 3_000 || json != JSON);
    Answer::ok(&json)
}

/// No real payment has all of this at once.
pub(crate) const JSON: &str = r#"{
    "imp_uid": "imp_1", "merchant_uid": "order-1",
    "pay_method": "card", "channel": "mobile",
    "pg_provider": "html5_inicis", "emb_pg_provider": "kakaopay",
    "pg_tid": "tid-1", "pg_id": "MID1", "sandbox": true, "escrow": true, "apply_num": "30003000",
    "bank_code": "004", "bank_name": "KB국민은행",
    "card_code": "361", "card_name": "BC카드",
    "card_issuer_code": "041", "card_issuer_name": "우리카드",
    "card_publisher_code": "366", "card_publisher_name": "신한카드",
    "card_quota": 3, "card_number": "123456******7890", "card_type": 1,
    "vbank_code": "088", "vbank_name": "신한은행",
    "vbank_num": "56211105948400", "vbank_holder": "표 가게",
    "vbank_date": 1893456000, "vbank_issued_at": 1711065000,
    "name": "표 두 장", "amount": 12000, "cancel_amount": 3000, "currency": "KRW",
    "buyer_name": "홍길동", "buyer_email": "gil@buyer.example", "buyer_tel": "010-1234-5678",
    "buyer_addr": "서울시 중구", "buyer_postcode": "04524",
    "custom_data": "{\"seat\":\"A1\"}", "user_agent": "sorry_not_supported_anymore",
    "status": "paid", "started_at": 1711065001, "paid_at": 1711065002,
    "failed_at": 1711065003, "cancelled_at": 1711065004,
    "fail_reason": "no more money", "cancel_reason": "one ticket too many",
    "receipt_url": "https://slips.example/1",
    "cancel_history": [
        {
            "pg_tid": "tid-2", "amount": 1000, "cancelled_at": 1711065005,
            "reason": "first", "cancellation_id": "c-1", "receipt_url": "https://slips.example/2"
        },
        {"pg_tid": "tid-3", "amount": 2000, "cancelled_at": 1711065004, "reason": "second"}
    ],
    "cancel_receipt_urls": ["https://slips.example/2", "https://slips.example/3"],
    "cash_receipt_issued": true,
    "customer_uid": "buyer-77", "customer_uid_usage": "payment.scheduled",
    "promotion": {"id": "promotion-id-1", "discount": 500},
    "deposit_history": [
        {"pg_tid": "tid-4", "amount": "700", "depositor_name": "김영희", "deposited_at": 1711065006}
    ]
}"#;

#[tokio::test]
async fn a_payment_is_read() {
    let (client, _server) = talk(Answer::ok(JSON)).await;
    let payment = client.payments().get(&GetPayment::new("imp_1")).await.unwrap();
    assert_eq!((&*payment.imp_uid, &*payment.merchant_uid), ("imp_1", "order-1"));
    assert_eq!(payment.pay_method, Some(PayMethod::Card));
    assert_eq!(payment.channel, Some(PaymentChannel::Mobile));
    assert_eq!(payment.pg_provider, Some(Gateway::Html5Inicis));
    assert_eq!(payment.emb_pg_provider.unwrap().code(), "kakaopay");
    assert_eq!((payment.escrow, payment.cash_receipt_issued), (Some(true), Some(true)));
    assert_eq!(payment.sandbox, Some(true));
    assert_eq!(
        (payment.bank_code, payment.vbank_code),
        (Some(Bank::KbKookmin), Some(Bank::Shinhan))
    );
    assert_eq!(
        (payment.card_code, payment.card_issuer_code, payment.card_publisher_code),
        (Some(CardCompany::Bc), Some(CardCompany::Woori), Some(CardCompany::Shinhan))
    );
    assert_eq!((payment.card_quota, payment.card_type), (Some(3), Some(CardType::Check)));
    assert_eq!(
        (payment.amount.to_string(), payment.cancel_amount.to_string()),
        ("12000".into(), "3000".into())
    );
    assert_eq!((payment.currency.as_deref(), payment.status), (Some("KRW"), PaymentStatus::Paid));
    assert_eq!(payment.customer_uid_usage, Some(CustomerUidUsage::PaymentScheduled));
    let texts = [
        (payment.pg_tid, "tid-1"),
        (payment.pg_id, "MID1"),
        (payment.apply_num, "30003000"),
        (payment.bank_name, "KB국민은행"),
        (payment.card_name, "BC카드"),
        (payment.card_issuer_name, "우리카드"),
        (payment.card_publisher_name, "신한카드"),
        (payment.card_number, "123456******7890"),
        (payment.vbank_name, "신한은행"),
        (payment.vbank_num, "56211105948400"),
        (payment.vbank_holder, "표 가게"),
        (payment.name, "표 두 장"),
        (payment.buyer_name, "홍길동"),
        (payment.buyer_email, "gil@buyer.example"),
        (payment.buyer_tel, "010-1234-5678"),
        (payment.buyer_addr, "서울시 중구"),
        (payment.buyer_postcode, "04524"),
        (payment.custom_data, r#"{"seat":"A1"}"#),
        (payment.user_agent, "sorry_not_supported_anymore"),
        (payment.fail_reason, "no more money"),
        (payment.cancel_reason, "one ticket too many"),
        (payment.receipt_url, "https://slips.example/1"),
        (payment.customer_uid, "buyer-77"),
    ];
    for (text, expected) in texts {
        assert_eq!(text.as_deref(), Some(expected));
    }
    let times = [
        (payment.vbank_date, 1_893_456_000),
        (payment.vbank_issued_at, 1_711_065_000),
        (payment.started_at, 1_711_065_001),
        (payment.paid_at, 1_711_065_002),
        (payment.failed_at, 1_711_065_003),
        (payment.cancelled_at, 1_711_065_004),
    ];
    for (time, expected) in times {
        assert_eq!(time, Some(at(expected)));
    }
}

#[tokio::test]
async fn its_refunds_are_read() {
    let (client, _server) = talk(Answer::ok(JSON)).await;
    let payment = client.payments().get(&GetPayment::new("imp_1")).await.unwrap();
    let [first, second] = payment.cancel_history.as_slice() else { panic!("{payment:?}") };
    assert_eq!((first.pg_tid.as_deref(), first.reason.as_deref()), (Some("tid-2"), Some("first")));
    assert_eq!((first.amount, first.cancelled_at), (decimal("1000"), Some(at(1_711_065_005))));
    assert_eq!(first.cancellation_id.as_deref(), Some("c-1"));
    assert_eq!(first.receipt_url.as_deref(), Some("https://slips.example/2"));
    assert_eq!(
        (second.pg_tid.as_deref(), &second.cancellation_id, &second.receipt_url),
        (Some("tid-3"), &None, &None)
    );
    let slips = payment.cancel_receipt_urls;
    assert_eq!(slips, ["https://slips.example/2", "https://slips.example/3"]);
}

#[tokio::test]
async fn its_promotion_and_its_deposits_are_read() {
    let (client, _server) = talk(Answer::ok(JSON)).await;
    let payment = client.payments().get(&GetPayment::new("imp_1")).await.unwrap();
    let promotion = payment.promotion.unwrap();
    assert_eq!(promotion.id.as_deref(), Some("promotion-id-1"));
    assert_eq!(promotion.discount, Some(decimal("500")));
    let [deposit] = payment.deposit_history.as_slice() else { panic!() };
    let texts = [&deposit.pg_tid, &deposit.depositor_name].map(|text| text.as_deref().unwrap());
    assert_eq!(texts, ["tid-4", "김영희"]);
    assert_eq!((deposit.amount, deposit.deposited_at), (decimal("700"), Some(at(1_711_065_006))));
}
