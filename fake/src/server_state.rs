//! State of one server: the merchant and sub-merchants, time, tokens, log, faults and webhooks.

pub mod clock;
pub mod confirmations;
pub mod log;
pub mod quota;
pub mod resets;
pub mod tokens;
pub mod window_plan;

use std::collections::BTreeMap;
use std::time::Duration;

use self::clock::Clock;
use self::confirmations::Confirmations;
use self::log::RequestLog;
use self::quota::Quota;
use self::resets::{NextReset, Resets};
use self::tokens::TokenIssuer;
use self::window_plan::WindowPlan;
use crate::api_error::ApiError;
use crate::contract::Contract;
use crate::faults::FaultPlan;
use crate::state::MerchantState;
use crate::state::confirmation::{Confirmation, ConfirmationResult};
use crate::webhooks::{WebhookDelivery, Webhooks};

/// State of one server.
#[derive(Debug)]
pub struct ServerState {
    /// The server's time.
    pub clock: Clock,
    /// Credentials and access token.
    pub tokens: TokenIssuer,
    /// Log of requests.
    pub log: RequestLog,
    /// Faults to inject.
    pub faults: FaultPlan,
    /// Webhooks, sent and pending.
    pub webhooks: Webhooks,
    /// Payments that wait for the merchant's confirmation.
    pub confirmations: Confirmations,
    /// Plan for the buyers in the payment window.
    pub window_plan: WindowPlan,
    /// Quota of stored request bytes.
    pub quota: Quota,
    resets: Resets,
    contract: &'static Contract,
    merchant: MerchantState,
    tiers: BTreeMap<String, MerchantState>,
}

impl ServerState {
    /// Creates the state of a new server.
    pub fn new(
        contract: &'static Contract,
        clock: Clock,
        tokens: TokenIssuer,
        log: RequestLog,
        webhooks: Webhooks,
        quota: Quota,
    ) -> Self {
        let (merchant, tiers) = (MerchantState::new(contract, 0), BTreeMap::new());
        let (faults, confirmations) = (FaultPlan::default(), Confirmations::default());
        Self {
            clock,
            tokens,
            log,
            faults,
            webhooks,
            confirmations,
            window_plan: WindowPlan::default(),
            quota,
            resets: Resets::new(),
            contract,
            merchant,
            tiers,
        }
    }

    /// Deletes everything but the time and the token, and ends what waits.
    pub fn reset(&mut self) {
        self.merchant = MerchantState::new(self.contract, 0);
        self.tiers.clear();
        self.log.clear();
        self.faults.clear();
        self.webhooks.reset();
        self.confirmations.clear();
        self.window_plan = WindowPlan::default();
        self.quota.reset();
        self.resets.reset();
    }

    /// Returns the next reset from now on.
    pub fn next_reset(&self) -> NextReset {
        self.resets.next()
    }

    /// Runs a function on the state of the merchant or of a sub-merchant, at the current time.
    ///
    /// # Errors
    /// 400 when there is no such sub-merchant, or the error of `run`.
    pub fn with_merchant<T>(
        &mut self,
        tier: Option<&str>,
        run: impl FnOnce(&mut MerchantState) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        self.run_due_events();
        let now = self.clock.now();
        let state = match tier {
            None => &mut self.merchant,
            Some(code) => self.sub_merchant(code)?,
        };
        state.now = now;
        let result = run(state);
        let mut confirmations = std::mem::take(&mut state.confirmations);
        confirmations.iter_mut().for_each(|one| one.tier = tier.map(str::to_owned));
        let notifications = std::mem::take(&mut state.outbox);
        self.confirmations.add(confirmations);
        for notification in notifications {
            self.webhooks.enqueue(now, &notification);
        }
        result
    }

    /// Returns the state of a registered sub-merchant, created on first use.
    fn sub_merchant(&mut self, code: &str) -> Result<&mut MerchantState, ApiError> {
        if !self.merchant.tiers.contains_key(code) {
            return Err(ApiError::bad_request(format!("there is no sub-merchant {code}")));
        }
        let branch = u32::try_from(self.tiers.len() + 1).unwrap_or(u32::MAX);
        let new = || MerchantState::new(self.contract, branch);
        Ok(self.tiers.entry(code.to_owned()).or_insert_with(new))
    }

    /// Advances the clock and runs the events that become due, in order.
    pub fn advance(&mut self, time: Duration) {
        self.clock.advance(time);
        self.run_due_events();
        self.webhooks.wake_worker();
    }

    /// Returns the next webhook that is due.
    pub fn next_webhook(&mut self) -> Option<WebhookDelivery> {
        self.run_due_events();
        self.webhooks.take_due(self.clock.now())
    }

    /// Approves or fails a payment by the merchant's answer.
    pub fn finish_confirmation(&mut self, confirmation: &Confirmation, result: ConfirmationResult) {
        if !self.confirmations.finish(confirmation) {
            return;
        }
        // Fails only when the payment is no longer `ready`; then nothing is to be done.
        let _ = self.with_merchant(confirmation.tier.as_deref(), |state| {
            state.finish_confirmation(confirmation, result)
        });
    }

    /// Returns `true` if no due webhook and no confirmation is pending.
    pub fn is_idle(&mut self) -> bool {
        self.run_due_events();
        self.confirmations.is_idle() && self.webhooks.is_idle(self.clock.now())
    }

    /// Runs all events that are due, each at its own time.
    fn run_due_events(&mut self) {
        let end = self.clock.now();
        while let Some(at) = self.merchants().filter_map(|state| state.next_event(end)).min() {
            let mut notifications = Vec::new();
            for state in self.merchants() {
                state.now = at;
                state.run_scheduled_charges();
                notifications.append(&mut state.outbox);
            }
            for notification in notifications {
                self.webhooks.enqueue(at, &notification);
            }
        }
    }

    fn merchants(&mut self) -> impl Iterator<Item = &mut MerchantState> {
        std::iter::once(&mut self.merchant).chain(self.tiers.values_mut())
    }
}
