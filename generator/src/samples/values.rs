//! Sample values of single fields. Identifying numbers consist of zeros, and addresses are those
//! reserved for documentation.

use serde_json::Value;

use crate::model::{Enumeration, Field, Item};
use crate::wire_value;

/// 2024-03-22T00:00:00Z
pub const MOMENT: i64 = 1_711_065_600;
const TOKEN_LIFETIME: i64 = 1_800;
const DAY: i64 = 86_400;

/// Texts by the whole name of a field.
const BY_NAME: &[(&str, &str)] = &[
    ("addr", "서울특별시"),
    ("benepia_member_code", "1000"),
    ("benepia_user", "buyer-0001"),
    ("btid", "btid-0001"),
    ("carrier_type", "CJ 대한통운"),
    ("channel_key", "channel-key-1"),
    ("code_verifier", "verifier-0001"),
    ("currency", "KRW"),
    ("identifier", "010-0000-0000"),
    ("imp_key", "0000000000000000"),
    ("invoice", "000000000000"),
    ("ip", "192.0.2.1"),
    ("member_id", "member-0001"),
    ("memo", "확인했습니다"),
    ("partner_subtype", "02"),
    ("partner_type", "01"),
    ("pg", "nice"),
    ("pg_id", "example"),
    ("site_code", "T0000"),
    ("tier_code", "ABC"),
    ("user_agent", "Mozilla/5.0"),
];

/// Texts by the first of these that the name contains.
const BY_PART: &[(&str, &str)] = &[
    ("imp_uid", "imp_448280090638"),
    ("merchant_uid", "order-20240322-0001"),
    ("customer_uid", "customer-0001"),
    ("product_order", "2024000000000001"),
    ("_ip", "192.0.2.1"),
    ("otp", "000000"),
    ("password", "00000000"),
    ("company_name", "예시 상점"),
    ("tier_name", "예시 상점"),
    ("secret", "0000000000000000000000000000000000000000"),
    ("token", "0000000000000000000000000000000000000000"),
    ("email", "buyer@example.com"),
    ("tel", "010-0000-0000"),
    ("phone", "010-0000-0000"),
    ("postcode", "00000"),
    ("zip", "00000"),
    ("country", "KR"),
    ("city", "서울"),
    ("state", "N/A"),
    ("street", "예시로 1"),
    ("firstname", "길동"),
    ("lastname", "홍"),
    ("addr", "서울특별시"),
    ("url", "https://shop.example.com/"),
    ("tracking", "000000000000"),
    ("expiry", "2030-12"),
    ("birth", "000101"),
    ("card_number", "9410000000000000"),
    ("pwd", "00"),
    ("cvc", "000"),
    ("date", "20240322"),
    ("bank_name", "KB국민은행"),
    ("card_code", "366"),
    ("issuer_code", "366"),
    ("publisher_code", "366"),
    ("card_name", "신한카드"),
    ("issuer_name", "신한카드"),
    ("publisher_name", "신한카드"),
    ("product_name", "머그컵"),
    ("option_name", "흰색"),
    ("holder", "홍길동"),
    ("name", "홍길동"),
    ("reason", "고객 요청"),
    ("account", "00000000000000"),
    ("num", "00000000000000"),
];

/// Amounts other than 1,000, by a part of the name.
const AMOUNTS: &[(&str, i64)] =
    &[("cancel_amount", 0), ("tax_free", 0), ("vat", 91), ("checksum", 1_000)];

/// Moments before or after the first, by a part of the name.
const OTHER_MOMENTS: &[(&str, i64)] = &[
    ("schedule_from", 0),
    ("from", -DAY),
    ("schedule_to", DAY),
    ("schedule_at", DAY),
    ("expire", TOKEN_LIFETIME),
    ("due", DAY),
    ("date", DAY),
];

/// Optional fields that an ordinary payment lacks: times and reasons of failures.
const NOT_HAPPENED: &[&str] = &["failed_at", "cancelled_at"];
const NO_REASON: &[&str] = &["fail_reason", "cancel_reason"];

/// Codes that are preferred to the first one.
const CODES: &[&str] = &["paid", "card", "366"];

/// True if a sample includes the field: optional fields about failures are left out.
pub fn shows(field: &Field) -> bool {
    field.required || !NO_REASON.contains(&field.wire.as_str())
}

/// A value within the field's limits.
pub fn of(field: &Field, item: Item) -> Value {
    if !field.required && NOT_HAPPENED.contains(&field.wire.as_str()) {
        return 0.into();
    }
    // A `name` that is not personal is the name of the product.
    if field.wire == "name" && !field.privacy.hidden() && item == Item::String {
        return shortened("머그컵 2개".to_owned(), field.max_length).into();
    }
    match plain(&field.wire, item) {
        Value::String(text) => shortened(text, field.max_length).into(),
        Value::Number(number) => limited(number.as_i64().unwrap_or_default(), field).into(),
        value => value,
    }
}

/// A value by the field's name and type.
pub fn plain(name: &str, item: Item) -> Value {
    let part = |table: &[(&str, i64)]| by_part(table, name).copied();
    match item {
        Item::String | Item::Named(_) => text(name).into(),
        Item::Integer => 1.into(),
        Item::Boolean => false.into(),
        Item::Amount => part(AMOUNTS).unwrap_or(1_000).into(),
        Item::Timestamp => (MOMENT + part(OTHER_MOMENTS).unwrap_or_default()).into(),
    }
}

fn text(name: &str) -> &'static str {
    let whole = BY_NAME.iter().find(|(whole, _)| *whole == name).map(|(_, text)| text);
    whole.or_else(|| by_part(BY_PART, name)).unwrap_or(&"example")
}

fn by_part<'t, T>(table: &'t [(&str, T)], name: &str) -> Option<&'t T> {
    table.iter().find(|(part, _)| name.contains(part)).map(|(_, value)| value)
}

fn shortened(text: String, max: Option<u32>) -> String {
    let max = max.map_or(usize::MAX, |max| usize::try_from(max).unwrap_or(usize::MAX));
    text.chars().take(max).collect()
}

fn limited(number: i64, field: &Field) -> i64 {
    let least = field.minimum.map_or(i64::MIN, i64::from);
    let greatest = field.maximum.map_or(i64::MAX, i64::from);
    number.min(greatest).max(least)
}

/// A documented code.
pub fn code(codes: &Enumeration) -> Option<Value> {
    let telling = codes.values.iter().find(|value| CODES.contains(&value.code.as_str()));
    telling.or(codes.values.first()).map(|value| wire_value::code(codes, &value.code))
}
