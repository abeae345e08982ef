//! Webhooks in the order in which they are sent: one after another.

use std::collections::{BTreeMap, VecDeque};

use super::delivery::{Attempt, Delivery};
use crate::refusal::Refusal;

/// How many are remembered after they were sent, and how many can wait.
const MOST: usize = 10_000;

/// In which order those go that were withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// As they came up.
    InOrder,
    /// The last one first.
    Reversed,
    /// Any way, and the same way with the same seed.
    Shuffled(u64),
}

/// What waits, what is on its way, and what was sent.
#[derive(Debug, Default)]
pub struct Queue {
    numbers: u64,
    places: u64,
    /// By the second in which they are due, and the place in the queue.
    waiting: BTreeMap<(i64, u64), Delivery>,
    withheld: Vec<Delivery>,
    sending: Option<Delivery>,
    past: VecDeque<Delivery>,
}

impl Queue {
    /// Adds one, and gives it its number.
    pub fn add(&mut self, mut delivery: Delivery, withheld: bool) -> u64 {
        self.numbers += 1;
        delivery.number = self.numbers;
        if delivery.problem.is_none() && self.waiting.len() + self.withheld.len() >= MOST {
            delivery.problem = Some("too many wait".to_owned());
        }
        match delivery.problem {
            Some(_) => self.put_away(delivery),
            None if withheld => self.withheld.push(delivery),
            None => self.wait(delivery),
        }
        self.numbers
    }

    fn wait(&mut self, delivery: Delivery) {
        self.places += 1;
        self.waiting.insert((delivery.due, self.places), delivery);
    }

    fn put_away(&mut self, mut delivery: Delivery) {
        delivery.waits = false;
        self.past.push_back(delivery);
        if self.past.len() > MOST {
            self.past.pop_front();
        }
    }

    /// Lets those go that were withheld.
    pub fn release(&mut self, now: i64, order: Release) {
        let mut released = std::mem::take(&mut self.withheld);
        match order {
            Release::InOrder => {}
            Release::Reversed => released.reverse(),
            Release::Shuffled(seed) => fastrand::Rng::with_seed(seed).shuffle(&mut released),
        }
        for mut delivery in released {
            delivery.due = now;
            self.wait(delivery);
        }
    }

    /// Lets one of them go.
    ///
    /// # Errors
    /// 404 when there is none of this number.
    pub fn release_one(&mut self, now: i64, number: u64) -> Result<(), Refusal> {
        let place = self.withheld.iter().position(|delivery| delivery.number == number);
        let place =
            place.ok_or_else(|| Refusal::not_found(format_args!("withheld webhook {number}")))?;
        let mut delivery = self.withheld.remove(place);
        delivery.due = now;
        self.wait(delivery);
        Ok(())
    }

    /// The next one that is due, unless one is on its way.
    pub fn take_due(&mut self, now: i64) -> Option<Delivery> {
        if self.sending.is_some() {
            return None;
        }
        let first = self.waiting.first_entry().filter(|first| first.key().0 <= now)?;
        self.sending.insert(first.remove()).clone().into()
    }

    /// Notes what became of the one on its way, unless it has been forgotten.
    pub fn finish(&mut self, number: u64, attempt: Attempt, resends: bool) {
        let Some(mut delivery) = self.sending.take_if(|sending| sending.number == number) else {
            return;
        };
        delivery.note(attempt, resends);
        if delivery.waits { self.wait(delivery) } else { self.put_away(delivery) }
    }

    /// Whether nothing is on its way, or due.
    pub fn is_settled(&self, now: i64) -> bool {
        let due = self.waiting.first_key_value().is_some_and(|((due, _), _)| *due <= now);
        self.sending.is_none() && !due
    }

    /// Everything, by number.
    pub fn all(&self) -> Vec<Delivery> {
        let waiting = self.waiting.values().chain(&self.withheld).chain(&self.sending);
        let mut all: Vec<_> = self.past.iter().chain(waiting).cloned().collect();
        all.sort_by_key(Delivery::number);
        all
    }

    /// Forgets everything but the numbers, so that one on its way is not taken for another.
    pub fn clear(&mut self) {
        *self = Self { numbers: self.numbers, ..Self::default() };
    }
}
