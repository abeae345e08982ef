//! Steps that are taken with product orders.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::step::Step;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::refusal::Refusal;

impl Books {
    /// Takes a step with some product orders of a payment, or with all: each on its own.
    ///
    /// # Errors
    /// 404 when there is no such payment, 500 when the step can be taken with none of them.
    pub fn naver_step(
        &mut self,
        imp_uid: &str,
        step: Step,
        only: Option<Vec<String>>,
        reason: &str,
    ) -> Answer {
        self.payments.get(imp_uid)?;
        let (mut done, mut failed, mut reasons) = (Vec::new(), Vec::new(), Vec::new());
        for id in only.unwrap_or_else(|| self.naver.of_payment(imp_uid)) {
            match self.take_step(imp_uid, &id, step, reason) {
                Ok(order) => done.push(order),
                Err(Refusal { message, .. }) => {
                    failed.push(json!({ "product_order_id": id, "message": message }));
                    reasons.push(message);
                }
            }
        }
        match (done.is_empty(), reasons.is_empty()) {
            (false, _) => Ok(Success::in_part(done, failed)),
            (true, false) => Err(Refusal::new(500, reasons.join("; "))),
            (true, true) => Err(Refusal::new(500, format!("{imp_uid} has no product orders"))),
        }
    }

    fn take_step(
        &mut self,
        imp_uid: &str,
        id: &str,
        step: Step,
        reason: &str,
    ) -> Result<Value, Refusal> {
        let order = self.naver.orders.get(id).filter(|order| order.imp_uid == imp_uid);
        let order = order
            .ok_or_else(|| Refusal::not_found(format_args!("product order {id} of {imp_uid}")))?;
        let (state, amount) = (order.state, order.amount);
        let next = state.after(step).ok_or_else(|| {
            Refusal::invalid(format!("product order {id} is {state}: no {}", step.code()))
        })?;
        if next.is_refunded() {
            self.refund_product_order(imp_uid, amount, reason)?;
        }
        let order = self.naver.orders.get_mut(id).ok_or_else(|| Refusal::not_found(id))?;
        order.state = next;
        Ok(order.answer(self.contract))
    }

    fn refund_product_order(
        &mut self,
        imp_uid: &str,
        amount: Decimal,
        reason: &str,
    ) -> Result<(), Refusal> {
        if amount > self.payments.get(imp_uid)?.balance() {
            return Err(Refusal::invalid(format!("the money of {imp_uid} went back before")));
        }
        self.refund(imp_uid, amount, reason).map(drop)
    }
}
