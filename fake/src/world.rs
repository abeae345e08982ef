//! Everything that one server remembers.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::books::Books;
use crate::clock::Clock;
use crate::contract::Contract;
use crate::faults::Plan;
use crate::log::Log;
use crate::refusal::Refusal;
use crate::room::Room;
use crate::tokens::Tokens;
use crate::webhooks::{Delivery, Webhooks};

/// A merchant, the sub-merchants, and the time.
#[derive(Debug)]
pub struct World {
    /// What time it is.
    pub clock: Clock,
    /// Who may come in.
    pub tokens: Tokens,
    /// What was asked, and answered.
    pub log: Log,
    /// What is to go wrong.
    pub faults: Plan,
    /// What the merchant is told.
    pub webhooks: Webhooks,
    /// What the books may still take.
    pub room: Room,
    contract: &'static Contract,
    merchant: Books,
    tiers: BTreeMap<String, Books>,
}

impl World {
    /// Nothing has happened yet.
    pub fn new(
        contract: &'static Contract,
        clock: Clock,
        tokens: Tokens,
        log: Log,
        webhooks: Webhooks,
        room: Room,
    ) -> Self {
        let (merchant, tiers) = (Books::new(contract, 0), BTreeMap::new());
        let faults = Plan::default();
        Self { clock, tokens, log, faults, webhooks, room, contract, merchant, tiers }
    }

    /// Forgets everything that happened, was added or was planned. The time and the token stay.
    pub fn reset(&mut self) {
        self.merchant = Books::new(self.contract, 0);
        self.tiers.clear();
        self.log.clear();
        self.faults.clear();
        self.webhooks.reset();
        self.room.clear();
    }

    /// Does something in the books of the merchant or of a sub-merchant, now.
    ///
    /// # Errors
    /// 400 when there is no such sub-merchant, or what `act` fails with.
    pub fn act<T>(
        &mut self,
        tier: Option<&str>,
        act: impl FnOnce(&mut Books) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.catch_up();
        let now = self.clock.now();
        let books = match tier {
            None => &mut self.merchant,
            Some(code) => self.sub_merchant(code)?,
        };
        books.now = now;
        let result = act(books);
        for told in std::mem::take(&mut books.outbox) {
            self.webhooks.collect(now, &told);
        }
        result
    }

    /// The books of a sub-merchant, begun when they are opened first. Who is one, the merchant's say.
    fn sub_merchant(&mut self, code: &str) -> Result<&mut Books, Refusal> {
        if !self.merchant.tiers.contains_key(code) {
            return Err(Refusal::invalid(format!("there is no sub-merchant {code}")));
        }
        let branch = u32::try_from(self.tiers.len() + 1).unwrap_or(u32::MAX);
        let books = || Books::new(self.contract, branch);
        Ok(self.tiers.entry(code.to_owned()).or_insert_with(books))
    }

    /// Lets this much time pass, and everything happen that is due in it, in its order.
    pub fn advance(&mut self, time: Duration) {
        self.clock.advance(time);
        self.catch_up();
        self.webhooks.ring();
    }

    /// The webhook that is to be sent now, if one is due.
    pub fn next_webhook(&mut self) -> Option<Delivery> {
        self.catch_up();
        self.webhooks.take_due(self.clock.now())
    }

    /// Whether every webhook that is due has been sent.
    pub fn is_settled(&mut self) -> bool {
        self.catch_up();
        self.webhooks.is_settled(self.clock.now())
    }

    /// Lets everything happen that was due by now, each at its own second.
    pub fn catch_up(&mut self) {
        let end = self.clock.now();
        while let Some(at) = self.books().filter_map(|books| books.next_event(end)).min() {
            let mut told = Vec::new();
            for books in self.books() {
                books.now = at;
                books.happen();
                told.append(&mut books.outbox);
            }
            for told in told {
                self.webhooks.collect(at, &told);
            }
        }
    }

    fn books(&mut self) -> impl Iterator<Item = &mut Books> {
        std::iter::once(&mut self.merchant).chain(self.tiers.values_mut())
    }
}
