//! Issue and revocation of the cash receipts of payments.

use crate::api_error::ApiError;
use crate::state::merchant::MerchantState;
use crate::state::receipt::Receipt;

/// The gateway that keeps the receipt of a refunded payment.
const KEEPS_RECEIPTS: &str = "smartro_v2";

impl MerchantState {
    /// Issues the cash receipt of a payment.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when it has an active receipt.
    pub fn issue_receipt(&mut self, imp_uid: &str, receipt: Receipt) -> Result<(), ApiError> {
        self.receipts.of_payments.insert(imp_uid, receipt)?;
        self.set_receipt_issued(imp_uid, true)
    }

    /// Cancels the cash receipt of a payment; nothing is refunded.
    ///
    /// # Errors
    /// 404 when there is no receipt, 400 when it is already cancelled.
    pub fn revoke_receipt(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        self.receipts.of_payments.revoke(imp_uid, self.now)?;
        self.set_receipt_issued(imp_uid, false)
    }

    /// Cancels the cash receipt of a fully refunded payment, if the gateway does so.
    ///
    /// # Errors
    /// 404 when there is no such payment.
    pub fn revoke_refunded_receipt(&mut self, imp_uid: &str) -> Result<(), ApiError> {
        match self.receipts.of_payments.get(imp_uid) {
            Ok(receipt) if receipt.is_active() && receipt.gateway != KEEPS_RECEIPTS => {
                self.revoke_receipt(imp_uid)
            }
            _ => Ok(()),
        }
    }

    fn set_receipt_issued(&mut self, imp_uid: &str, issued: bool) -> Result<(), ApiError> {
        self.payments.get_mut(imp_uid)?.set("cash_receipt_issued", issued);
        Ok(())
    }
}
