//! Banks and card companies by standard code.

use serde_json::{Value, json};

use super::handler::OperationHandler;
use crate::api_error::ApiError;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("institutions.list_cards", list_cards),
    ("institutions.get_card", get_card),
    ("institutions.list_banks", list_banks),
    ("institutions.get_bank", get_bank),
];

/// Card companies. The docs have no table of them; these are the KFTC's codes.
const CARDS: [(&str, &str); 15] = [
    ("041", "우리카드"),
    ("071", "우체국"),
    ("361", "BC카드"),
    ("364", "광주카드"),
    ("365", "삼성카드"),
    ("366", "신한카드"),
    ("367", "현대카드"),
    ("368", "롯데카드"),
    ("369", "수협카드"),
    ("370", "씨티카드"),
    ("371", "NH카드"),
    ("372", "전북카드"),
    ("373", "제주카드"),
    ("374", "하나카드"),
    ("381", "KB국민카드"),
];

fn list_cards(_: &mut MerchantState, _: &ApiCall<'_>) -> OperationResult {
    Ok(Success::new(CARDS.map(|(code, name)| institution(code, name)).to_vec()))
}

fn get_card(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let code = call.required("card_standard_code");
    let found = CARDS.iter().find(|(known, _)| *known == code);
    let (code, name) =
        found.ok_or_else(|| ApiError::not_found(format_args!("card company {code}")))?;
    Ok(Success::new(institution(code, name)))
}

fn list_banks(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let banks = call.contract.codes("Bank").iter();
    let banks = banks.map(|bank| institution(&bank.code, &bank.title));
    Ok(Success::new(banks.collect::<Vec<_>>()))
}

fn get_bank(_: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let code = call.required("bank_standard_code");
    let name = call.contract.title("Bank", code);
    let name = name.ok_or_else(|| ApiError::not_found(format_args!("bank {code}")))?;
    Ok(Success::new(institution(code, name)))
}

fn institution(code: &str, name: &str) -> Value {
    json!({ "code": code, "name": name })
}
