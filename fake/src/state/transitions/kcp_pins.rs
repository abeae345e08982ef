//! PIN confirmations in KCP QuickPay transactions.

use crate::api_error::ApiError;
use crate::state::kcp_quick::{channel, member_not_found, transaction_not_found};
use crate::state::merchant::MerchantState;
use crate::state::order::Order;

impl MerchantState {
    /// Confirms a member's PIN in the window of a registered transaction. Returns the `imp_uid` for
    /// the payment.
    ///
    /// # Errors
    /// 404 when there is no such member or transaction.
    pub fn confirm_kcp_pin(&mut self, id: &str, merchant_uid: &str) -> Result<String, ApiError> {
        self.kcp_quick.member(id).ok_or_else(|| member_not_found(id))?;
        let registered = self.kcp_quick.transactions.get(merchant_uid).copied();
        let registered = registered.ok_or_else(|| transaction_not_found(merchant_uid))?;
        let order = Order::new(merchant_uid, registered.unwrap_or_default(), channel());
        let order = order.with("pay_method", "point").with("channel", "pc");
        let imp_uid = self.create_payment(order)?;
        self.kcp_quick.pins.insert(imp_uid.clone(), id.to_owned());
        Ok(imp_uid)
    }
}
