//! Identity verification.

use serde_json::json;

use super::handler::OperationHandler;
use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::state::MerchantState;
use crate::state::certification::Certification;
use crate::state::identity::Identity;

/// Operations of this module.
pub const OPERATIONS: &[OperationHandler] = &[
    ("certifications.get", get),
    ("certifications.delete", delete),
    ("certifications.request_otp", request_otp),
    ("certifications.confirm_otp", confirm_otp),
];

fn get(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    Ok(Success::new(state.certifications.get(imp_uid)?.to_json(state.contract, imp_uid)))
}

/// Deletes a verification and returns it.
fn delete(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let imp_uid = call.required("imp_uid");
    Ok(Success::new(state.certifications.remove(imp_uid)?.to_json(state.contract, imp_uid)))
}

fn request_otp(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let in_app = call.text("verification_method") == Some("APP");
    let certification = Certification {
        identity: Identity::of(&call.values)?,
        gateway: call.channel.gateway.clone(),
        merchant_uid: call.text("merchant_uid").map(str::to_owned),
        otp: (!in_app).then(|| state.certifications.next_otp()),
        certified_at: None,
        origin: None,
    };
    Ok(Success::new(json!({ "imp_uid": state.certifications.insert(certification) })))
}

fn confirm_otp(state: &mut MerchantState, call: &ApiCall<'_>) -> OperationResult {
    let pending = state.certifications.get_mut(call.required("imp_uid"))?;
    pending.confirm(call.text("otp"), state.now)?;
    get(state, call)
}
