//! State of one merchant, or of one sub-merchant.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::benepia::Benepia;
use super::billing_key::BillingKey;
use super::certification::Certifications;
use super::confirmation::Confirmation;
use super::declines::Declines;
use super::escrow::EscrowDelivery;
use super::kcp_quick::KcpQuick;
use super::naver::orders::NaverOrders;
use super::notification::Notification;
use super::payments::Payments;
use super::receipt::Receipts;
use super::schedules::Schedules;
use crate::channels::Channels;
use crate::contract::Contract;

/// Everything stored for a merchant, and the time of the current transition.
#[derive(Debug)]
pub struct MerchantState {
    /// The API contract.
    pub contract: &'static Contract,
    /// Time of the current transition, in Unix seconds.
    pub now: i64,
    /// Channels by `channel_key`.
    pub channels: Channels,
    /// Payments, paid or not.
    pub payments: Payments,
    /// Prepared amounts and currencies by `merchant_uid`.
    pub prepared: BTreeMap<String, (Decimal, String)>,
    /// Billing keys by `customer_uid`.
    pub billing_keys: BTreeMap<String, BillingKey>,
    /// Scheduled charges.
    pub schedules: Schedules,
    /// KCP QuickPay members and transactions.
    pub kcp_quick: KcpQuick,
    /// Benepia accounts.
    pub benepia: Benepia,
    /// Charges that will be declined.
    pub declines: Declines,
    /// Identity verifications.
    pub certifications: Certifications,
    /// Cash receipts.
    pub receipts: Receipts,
    /// Deliveries of escrow payments by `imp_uid`.
    pub deliveries: BTreeMap<String, EscrowDelivery>,
    /// Sales of partners by `imp_uid`.
    pub partner_sales: BTreeMap<String, Vec<Value>>,
    /// Naver Pay product orders, reviews and points.
    pub naver: NaverOrders,
    /// Payco order statuses by `imp_uid`.
    pub payco_statuses: BTreeMap<String, String>,
    /// The last delivery reported to Paymentwall, by `imp_uid`.
    pub paymentwall_deliveries: BTreeMap<String, Map<String, Value>>,
    /// Names of sub-merchants by `tier_code`.
    pub tiers: BTreeMap<String, String>,
    /// Notifications to send as webhooks.
    pub outbox: Vec<Notification>,
    /// Payments to ask the merchant about.
    pub confirmations: Vec<Confirmation>,
}

impl MerchantState {
    /// Creates an empty state. `branch` keeps the identifiers of sub-merchants apart.
    pub fn new(contract: &'static Contract, branch: u32) -> Self {
        Self {
            contract,
            now: 0,
            channels: Channels::default(),
            payments: Payments::new(branch),
            prepared: BTreeMap::new(),
            billing_keys: BTreeMap::new(),
            schedules: Schedules::default(),
            kcp_quick: KcpQuick::default(),
            benepia: Benepia::default(),
            declines: Declines::default(),
            certifications: Certifications::new(branch),
            receipts: Receipts::default(),
            deliveries: BTreeMap::new(),
            partner_sales: BTreeMap::new(),
            naver: NaverOrders::new(branch),
            payco_statuses: BTreeMap::new(),
            paymentwall_deliveries: BTreeMap::new(),
            tiers: BTreeMap::new(),
            outbox: Vec::new(),
            confirmations: Vec::new(),
        }
    }

    /// Returns the time of the next scheduled event, if it is not after `end`.
    pub fn next_event(&self, end: i64) -> Option<i64> {
        self.schedules.next_due().filter(|at| *at <= end)
    }
}
