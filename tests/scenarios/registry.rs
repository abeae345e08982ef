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
    authentication: a_token_is_prolonged_in_its_last_minute, a_token_that_ended_is_replaced;
    payments: sold_and_refunded_bit_by_bit, a_refund_is_told_how_much_it_believes_in,
        the_balance_is_kept_as_it_was;
    lists: an_order_that_took_two_tries, lists_are_read_page_by_page,
        what_is_missing_is_told_beside_the_rest;
    prepare: nobody_pays_less_than_was_agreed;
    webhooks: a_sale_and_a_refund_are_told, a_deposit_is_told_after_its_account,
        a_claim_is_not_believed;
    subscribe: a_card_is_charged_and_kept, dollars_have_cents;
    billing_keys: cards_are_kept_and_forgotten, a_declined_card_is_not_kept,
        a_key_for_several_gateways;
    schedules: charges_are_made_as_time_passes, what_was_declined_is_tried_again, plans_change;
    schedule_lists: lists_of_charges_go_on;
    vbanks: a_deposit_pays, a_deposit_goes_back_to_an_account, an_account_is_given_up,
        who_holds_an_account;
    cvs: paid_at_the_counter, a_bar_code_is_given_up;
    certifications: a_person_is_certified_by_password, a_person_is_forgotten;
    receipts: a_transfer_has_a_receipt, a_sale_elsewhere_has_one_too;
    escrow: a_parcel_is_registered_and_corrected;
    naver: sent_and_kept, the_cart_shrinks, some_steps_cannot_be_taken, reviewed,
        points_confirmation_and_cash;
    naver_claims: taken_back, not_taken_back, exchanged;
    kcp_quick: money_is_taken_after_the_pin, a_key_is_charged_and_deleted, a_member_leaves;
    benepia: points_are_spent_and_given_back;
    tiers: a_sub_merchant_sells_for_itself, sub_merchants_come_and_go;
    gateways: payco_is_told, paymentwall_is_told, partners_share_a_sale,
        kakao_pay_promises_nothing, channels_are_listed;
    institutions: banks_and_card_companies_have_codes;
}
