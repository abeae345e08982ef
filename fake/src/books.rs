//! What the server remembers of one merchant, or of one sub-merchant.

pub mod benepia;
pub mod billing_key;
pub mod billing_keys;
pub mod certification;
pub mod charge;
pub mod declines;
pub mod due;
pub mod escrow;
pub mod identity;
pub mod kcp_quick;
pub mod naver;
pub mod order;
pub mod payment;
pub mod payments;
pub mod purse;
pub mod receipt;
pub mod schedule;
pub mod schedules;
mod tiers;
mod turns;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::channels::Channels;
use crate::contract::Contract;
use crate::notification::Notification;
use benepia::Benepia;
use billing_key::BillingKey;
use certification::Certifications;
use declines::Declines;
use escrow::Delivery;
use kcp_quick::KcpQuick;
use naver::Naver;
use payments::Payments;
use receipt::Receipts;
use schedules::Schedules;

/// Everything that was entered, and the time of the entry that is being made.
#[derive(Debug)]
pub struct Books {
    /// What the schema says.
    pub contract: &'static Contract,
    /// The second in which everything happens now.
    pub now: i64,
    /// Which gateway a `channel_key` stands for.
    pub channels: Channels,
    /// What was paid, or is to be.
    pub payments: Payments,
    /// What orders must cost: by `merchant_uid`, with the currency.
    pub prepared: BTreeMap<String, (Decimal, String)>,
    /// Cards that were stored: by `customer_uid`.
    pub billing_keys: BTreeMap<String, BillingKey>,
    /// Charges to be made later.
    pub schedules: Schedules,
    /// What KCP QuickPay knows.
    pub kcp_quick: KcpQuick,
    /// What Benepia knows.
    pub benepia: Benepia,
    /// Charges that will fail.
    pub declines: Declines,
    /// Who proved who they are.
    pub certifications: Certifications,
    /// Cash receipts.
    pub receipts: Receipts,
    /// How the goods of escrow payments were sent: by `imp_uid`.
    pub deliveries: BTreeMap<String, Delivery>,
    /// Which sub-merchants sold how much of a payment: by `imp_uid`.
    pub partner_sales: BTreeMap<String, Vec<Value>>,
    /// What Naver Pay keeps beside the payments.
    pub naver: Naver,
    /// What Payco keeps of orders: the status by `imp_uid`.
    pub payco_statuses: BTreeMap<String, String>,
    /// What Paymentwall was told of deliveries last: by `imp_uid`.
    pub paymentwall_deliveries: BTreeMap<String, Map<String, Value>>,
    /// The names of sub-merchants: by their codes.
    pub tiers: BTreeMap<String, String>,
    /// What the merchant is to be told of.
    pub outbox: Vec<Notification>,
}

impl Books {
    /// Empty ones. `branch` keeps the numbers of sub-merchants apart.
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
            naver: Naver::new(branch),
            payco_statuses: BTreeMap::new(),
            paymentwall_deliveries: BTreeMap::new(),
            tiers: BTreeMap::new(),
            outbox: Vec::new(),
        }
    }

    /// The second in which something is due by itself, if that is not after `end`.
    pub fn next_event(&self, end: i64) -> Option<i64> {
        self.schedules.next_due().filter(|at| *at <= end)
    }

    /// Lets happen what is due by now.
    pub fn happen(&mut self) {
        self.make_scheduled_charges();
    }
}
