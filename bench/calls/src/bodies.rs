//! Response bodies as the server writes them: most fields of a payment are null.

use std::fmt::Write;

/// A token for half an hour.
pub const TOKEN: &str = r#"{"code":0,"message":null,"response":{"access_token":"a9ace025c90c0da2161075da6ddd3492a2fca776","now":1711065000,"expired_at":1711066800}}"#;

/// The identifier of the payment in [`payment`], which a client compares with the one that it asked for.
pub const IMP_UID: &str = "imp_000000000001";

/// The response with one payment.
pub fn payment() -> String {
    envelope(&record(1))
}

/// The response with the payment that the server holds back.
pub fn held_payment() -> String {
    envelope(&record(2))
}

/// The response with a page of payments.
pub fn page(length: usize) -> String {
    let records: Vec<String> = (0..length).map(record).collect();
    envelope(&format!(
        r#"{{"total":{length},"previous":0,"next":0,"list":[{}]}}"#,
        records.join(",")
    ))
}

fn envelope(response: &str) -> String {
    format!(r#"{{"code":0,"message":null,"response":{response}}}"#)
}

/// A payment by card; every tenth is refunded.
fn record(number: usize) -> String {
    let mut json = String::from("{");
    // Writing to a string cannot fail.
    let _ = write!(
        json,
        r#""imp_uid":"imp_{number:012}","merchant_uid":"order-{number:08}","pay_method":"card","channel":"pc","pg_provider":"nice","emb_pg_provider":null,"pg_tid":"nictest00m01011903221101{number:07}","pg_id":"nictest00m","sandbox":true,"escrow":false,"apply_num":"{number:08}","bank_code":null,"bank_name":null,"card_code":"361","card_name":"BC카드","card_issuer_code":"361","card_issuer_name":"BC카드","card_publisher_code":"361","card_publisher_name":"BC카드","card_quota":0,"card_number":"123456*********{:01}","card_type":0,"vbank_code":null,"vbank_name":null,"vbank_num":null,"vbank_holder":null,"vbank_date":0,"vbank_issued_at":0,"name":"표 두 장","amount":{},"#,
        number % 10,
        1000 + number
    );
    let refunded = number % 10 == 9;
    let (status, refund) = if refunded { ("cancelled", 1000 + number) } else { ("paid", 0) };
    let _ = write!(
        json,
        r#""cancel_amount":{refund},"currency":"KRW","buyer_name":"홍길동","buyer_email":null,"buyer_tel":"010-1234-5678","buyer_addr":null,"buyer_postcode":null,"custom_data":null,"user_agent":"Mozilla\/5.0 (X11; Linux x86_64; rv:124.0) Gecko\/20100101 Firefox\/124.0","status":"{status}","started_at":1711065001,"paid_at":1711065002,"failed_at":0,"cancelled_at":{},"fail_reason":null,"cancel_reason":null,"receipt_url":"https:\/\/slips.example\/pay\/{number}","#,
        if refunded { 1_711_065_004 } else { 0 }
    );
    if refunded {
        let _ = write!(
            json,
            r#""cancel_history":[{{"pg_tid":"t-{number}","amount":{refund},"cancelled_at":1711065004,"reason":"고객 요청","receipt_url":"https:\/\/slips.example\/back\/{number}"}}],"cancel_receipt_urls":["https:\/\/slips.example\/back\/{number}"],"#
        );
    } else {
        json.push_str(r#""cancel_history":[],"cancel_receipt_urls":[],"#);
    }
    json.push_str(r#""cash_receipt_issued":false,"customer_uid":null,"customer_uid_usage":null,"promotion":null}"#);
    json
}
