//! The list of all scenarios; each is a test of its own.

use std::collections::BTreeSet;

use crate::shop::Shop;

/// Defines a test for each scenario. A scenario that is not listed is dead code, which fails the build.
macro_rules! scenarios {
    ($($section:ident: $($scenario:ident),+;)+) => {
        $(mod $section {
            $(#[tokio::test]
            async fn $scenario() {
                crate::shop::Shop::run(crate::$section::$scenario).await;
            })+
        })+

        /// Runs all scenarios, and returns the operations that succeeded in at least one of them.
        pub(crate) async fn succeeded() -> BTreeSet<&'static str> {
            let mut succeeded = BTreeSet::new();
            $($(succeeded.extend(Shop::run(crate::$section::$scenario).await);)+)+
            succeeded
        }
    };
}

scenarios! {
    authentication: a_token_is_extended_in_its_last_minute, an_expired_token_is_replaced;
    payments: a_payment_is_refunded_in_parts, a_refund_with_a_wrong_checksum_is_rejected,
        the_balance_history_is_kept;
    lists: an_order_with_two_attempts, lists_are_read_page_by_page,
        missing_payments_are_reported_beside_the_rest;
    prepare: a_prepared_amount_is_enforced;
    webhooks: webhooks_report_a_sale_and_a_refund, webhooks_report_an_account_and_its_deposit,
        a_forged_webhook_is_not_verified;
    subscribe: a_card_is_charged_and_kept, dollars_have_cents;
    billing_keys: cards_are_kept_and_forgotten, a_declined_card_is_not_kept,
        a_key_for_several_gateways;
    schedules: charges_are_made_as_time_passes, a_declined_charge_is_retried, plans_change;
    schedule_lists: lists_of_charges_go_on;
    vbanks: a_deposit_pays, a_deposit_goes_back_to_an_account, an_account_is_given_up,
        the_holder_of_an_account;
    cvs: paid_at_the_counter, a_bar_code_is_given_up;
    certifications: a_person_is_certified_by_password, a_person_is_forgotten;
    receipts: a_transfer_has_a_receipt, an_external_sale_has_a_receipt;
    escrow: a_parcel_is_registered_and_corrected;
    naver: an_order_is_shipped_and_confirmed, a_part_of_the_cart_is_cancelled, invalid_transitions_are_rejected, reviewed,
        points_confirmation_and_cash;
    naver_claims: a_return_is_approved, a_return_is_rejected, a_product_is_exchanged;
    kcp_quick: money_is_taken_after_the_pin, a_key_is_charged_and_deleted, a_member_leaves;
    benepia: points_are_spent_and_given_back;
    tiers: a_sub_merchant_sells_for_itself, sub_merchants_come_and_go;
    gateways: payco_receives_a_status, paymentwall_receives_a_delivery, partners_share_a_sale,
        kakao_pay_orders_are_listed, channels_are_listed;
    institutions: banks_and_card_companies_have_codes;
}
