//! Cash receipts.

use portone_v1::receipts::{
    GetExternalReceipt, GetReceipt, IssueExternalReceipt, IssueReceipt, ReceiptIdentifierType,
    ReceiptType, RevokeExternalReceipt, RevokeReceipt,
};
use portone_v1_fake::Buyer;

use crate::refusals::{assert_not_found, assert_refused};
use crate::shop::{DAY, Shop, won};

pub(crate) async fn a_transfer_has_a_receipt(shop: &Shop) {
    let receipts = shop.client.receipts();
    let imp_uid = shop.portone.pay(Buyer::new("order-1", 11_000).by("trans")).unwrap();
    assert_not_found(receipts.get(&GetReceipt::new(&imp_uid)).await);
    let request = IssueReceipt::new(&imp_uid, "010-1234-5678").receipt_type(ReceiptType::Person);
    let issued = receipts.issue(&request).await.unwrap();
    assert_eq!((issued.amount, issued.vat), (won(11_000), Some(won(1_000))));
    assert_eq!(
        (&issued.receipt_type, issued.applied_at),
        (&Some(ReceiptType::Person), Some(shop.now()))
    );
    assert_eq!(receipts.get(&GetReceipt::new(&imp_uid)).await.unwrap(), issued);
    assert_eq!(shop.payment(&imp_uid).await.cash_receipt_issued, Some(true));
    assert_refused(receipts.issue(&request).await, 400, -1);

    shop.portone.advance(DAY);
    let revoked = receipts.revoke(&RevokeReceipt::new(&imp_uid)).await.unwrap();
    assert_eq!((revoked.cancelled_at, revoked.apply_num), (Some(shop.now()), issued.apply_num));
    assert_eq!(shop.payment(&imp_uid).await.cash_receipt_issued, Some(false));
    assert_refused(receipts.revoke(&RevokeReceipt::new(&imp_uid)).await, 400, -1);
}

pub(crate) async fn an_external_sale_has_a_receipt(shop: &Shop) {
    let receipts = shop.client.receipts();
    let request = IssueExternalReceipt::new(
        "market-1",
        "channel-key-settle",
        "Umbrella",
        5_500,
        "1234567890",
    )
    .identifier_type(ReceiptIdentifierType::Business)
    .receipt_type(ReceiptType::Company);
    let issued = receipts.issue_external(&request).await.unwrap();
    assert_eq!((issued.merchant_uid.as_str(), issued.amount), ("market-1", won(5_500)));
    assert_eq!((&issued.receipt_type, issued.vat), (&Some(ReceiptType::Company), Some(won(500))));
    let known = receipts.get_external(&GetExternalReceipt::new("market-1")).await.unwrap();
    assert_eq!(known, issued);

    let revoke = RevokeExternalReceipt::new("market-1");
    let revoked = receipts.revoke_external(&revoke).await.unwrap();
    assert_eq!(revoked.cancelled_at, Some(shop.now()));
    assert_eq!(receipts.get_external(&GetExternalReceipt::new("market-1")).await.unwrap(), revoked);
    assert_refused(receipts.revoke_external(&revoke).await, 400, -1);
    assert_not_found(receipts.get_external(&GetExternalReceipt::new("market-2")).await);
}
