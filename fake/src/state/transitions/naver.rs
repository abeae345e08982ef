//! Transitions of Naver Pay product orders.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::api_error::ApiError;
use crate::response::{OperationResult, Success};
use crate::state::merchant::MerchantState;
use crate::state::naver::orders::check_count;
use crate::state::naver::product_order::ProductOrder;
use crate::state::naver::step::NaverStep;

impl MerchantState {
    /// Splits a payment into this many product orders, which share its amount.
    ///
    /// # Errors
    /// 404 when there is no such payment, 400 when the count is out of range.
    pub fn split_payment(&mut self, imp_uid: &str, count: usize) -> Result<(), ApiError> {
        check_count(count)?;
        let payment = self.payments.get(imp_uid)?;
        let share = (payment.amount / Decimal::from(count)).floor();
        let rest = payment.amount - share * Decimal::from(count);
        for number in 1..=count {
            let amount = if number == count { share + rest } else { share };
            self.naver.insert(ProductOrder::new(payment, number, amount));
        }
        Ok(())
    }

    /// Applies a step to some product orders of a payment, or to all of them, each on its own.
    ///
    /// # Errors
    /// 404 when there is no such payment, 500 when the step is invalid for all of them.
    pub fn naver_step(
        &mut self,
        imp_uid: &str,
        step: NaverStep,
        only: Option<Vec<String>>,
        reason: &str,
    ) -> OperationResult {
        self.payments.get(imp_uid)?;
        let (mut done, mut failed, mut messages) = (Vec::new(), Vec::new(), Vec::new());
        for id in only.unwrap_or_else(|| self.naver.of_payment(imp_uid)) {
            match self.apply_step(imp_uid, &id, step, reason) {
                Ok(order) => done.push(order),
                Err(ApiError { message, .. }) => {
                    failed.push(json!({ "product_order_id": id, "message": message }));
                    messages.push(message);
                }
            }
        }
        match (done.is_empty(), messages.is_empty()) {
            (false, _) => Ok(Success::partial(done, failed)),
            (true, false) => Err(ApiError::new(500, messages.join("; "))),
            (true, true) => Err(ApiError::new(500, format!("{imp_uid} has no product orders"))),
        }
    }

    fn apply_step(
        &mut self,
        imp_uid: &str,
        id: &str,
        step: NaverStep,
        reason: &str,
    ) -> Result<Value, ApiError> {
        let order = self.naver.get(id).ok().filter(|order| order.imp_uid == imp_uid);
        let order = order
            .ok_or_else(|| ApiError::not_found(format_args!("product order {id} of {imp_uid}")))?;
        let (current, amount) = (order.state, order.amount);
        let next = current.transition(step).ok_or_else(|| {
            let step = step.code();
            ApiError::bad_request(format!("product order {id} is {current}, cannot {step}"))
        })?;
        if next.is_refunded() {
            self.refund_product_order(imp_uid, amount, reason)?;
        }
        let order = self.naver.get_mut(id)?;
        order.state = next;
        Ok(order.to_json(self.contract))
    }

    fn refund_product_order(
        &mut self,
        imp_uid: &str,
        amount: Decimal,
        reason: &str,
    ) -> Result<(), ApiError> {
        if amount > self.payments.get(imp_uid)?.balance() {
            return Err(ApiError::bad_request(format!("{imp_uid} is already refunded")));
        }
        self.refund(imp_uid, amount, reason).map(drop)
    }
}
