//! Messages of V1, in the words of the real server where public captures show them.

/// No payment has this `imp_uid` or `merchant_uid`.
pub const NO_PAYMENT: &str = "존재하지 않는 결제정보입니다.";

/// A refund names no payment.
pub const NOTHING_TO_REFUND: &str = "취소할 결제건이 존재하지 않습니다.";

/// The whole payment is already refunded.
pub const ALREADY_REFUNDED: &str = "이미 전액취소된 주문입니다.";

/// The order is already paid.
pub const ALREADY_PAID: &str = "이미 결제가 이루어진 거래건입니다.";

/// The payment window opens for no such channel.
pub const NO_CHANNEL: &str = "등록되지 않은 PG모듈 정보입니다. 아임포트 관리자페이지에서 PG모듈 \
    정보를 설정하신 후 다시 시도해주세요.";

/// Holder of virtual accounts.
pub const ACCOUNT_HOLDER: &str = "홍길동";

/// The buyer closed the payment window.
pub const LEFT_WINDOW: &str = "[결제포기] 사용자가 결제를 취소하셨습니다";

/// The order has no prepared amount.
pub const NOT_PREPARED: &str = "사전등록된 결제정보가 존재하지 않습니다.";

/// The order already has a prepared amount.
pub const ALREADY_PREPARED: &str =
    "결제정보 사전등록에 실패하였습니다(이미 등록된 merchant_uid입니다).";

/// No identity verification has this `imp_uid`.
pub const NO_CERTIFICATION: &str = "인증결과가 존재하지 않습니다.";

/// A charge names no billing key.
pub const UNKNOWN_BUYER: &str = "등록되지 않은 구매자입니다.";

/// A schedule names no billing key, and no card to issue one.
pub const UNKNOWN_CUSTOMER: &str = "등록된 고객정보가 없습니다.";

/// There is no pending schedule to cancel.
pub const NO_SCHEDULE: &str = "취소할 예약결제 기록이 존재하지 않습니다.";

/// The credentials are missing.
pub const NO_CREDENTIALS: &str = "imp_key, imp_secret 파라메터가 누락되었습니다.";

/// A card was not charged.
pub const CARD_REFUSED: &str = "카드정보 인증에 실패하였습니다.";

/// A card was not stored.
pub const CARD_NOT_STORED: &str = "카드정보 인증 및 빌키 발급에 실패하였습니다.";

/// Reason of both for a number that no card has.
pub const INVALID_CARD_NUMBER: &str =
    "[F112]유효하지않은 카드번호를 입력하셨습니다. (card_bin 없음)";

/// No billing key has this `customer_uid`.
pub fn no_billing_key(customer_uid: &str) -> String {
    format!("요청하신 customer_uid({customer_uid})로 등록된 정보를 찾을 수 없습니다.")
}

/// The merchant did not confirm a payment.
pub fn not_confirmed(reason: Option<&str>) -> String {
    let reason = reason.filter(|reason| !reason.is_empty()).unwrap_or("알 수 없음");
    format!("고객사 요청에 의해 결제를 중단합니다. (상세사유 : {reason})")
}
