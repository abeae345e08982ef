//! All charges to be made later, and those that were.

use std::collections::{BTreeMap, BTreeSet};

use super::schedule::{Schedule, State};
use crate::refusal::Refusal;

/// More than any test makes. Beyond it, the server refuses rather than grow.
const MOST: usize = 1_000_000;

/// Schedules by their orders, and by their times.
#[derive(Debug, Default)]
pub struct Schedules {
    list: Vec<Schedule>,
    by_order: BTreeMap<String, usize>,
    by_time: BTreeSet<(i64, usize)>,
    due: BTreeSet<(i64, usize)>,
}

impl Schedules {
    /// The schedule of an order.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, merchant_uid: &str) -> Result<&Schedule, Refusal> {
        self.list.get(self.index(merchant_uid)?).ok_or_else(|| unknown(merchant_uid))
    }

    fn index(&self, merchant_uid: &str) -> Result<usize, Refusal> {
        self.by_order.get(merchant_uid).copied().ok_or_else(|| unknown(merchant_uid))
    }

    /// Adds all of them or, when one cannot be, none.
    ///
    /// # Errors
    /// 200 with code 1 when an order was scheduled before or its time is past, 500 when there are
    /// too many.
    pub fn add(&mut self, schedules: Vec<Schedule>, now: i64) -> Result<(), Refusal> {
        self.accept(&schedules, now)?;
        for schedule in schedules {
            let index = self.list.len();
            self.by_order.insert(schedule.order.merchant_uid.clone(), index);
            self.by_time.insert((schedule.at, index));
            self.due.insert((schedule.at, index));
            self.list.push(schedule);
        }
        Ok(())
    }

    /// Whether all of them can be added.
    ///
    /// # Errors
    /// Fails as [`add`](Self::add) does.
    pub fn accept(&self, schedules: &[Schedule], now: i64) -> Result<(), Refusal> {
        if self.list.len() + schedules.len() > MOST {
            return Err(Refusal::new(500, "there are too many schedules: reset the fake"));
        }
        let mut new = BTreeSet::new();
        for schedule in schedules {
            let merchant_uid = &schedule.order.merchant_uid;
            if self.by_order.contains_key(merchant_uid) || !new.insert(merchant_uid) {
                return Err(Refusal::rule(format!("{merchant_uid} is scheduled already")));
            }
            if schedule.at <= now {
                return Err(Refusal::rule(format!("schedule_at of {merchant_uid} is past")));
            }
        }
        Ok(())
    }

    /// Puts a schedule to another time, or elsewhere.
    ///
    /// # Errors
    /// 404 when the order has none.
    pub fn set(&mut self, merchant_uid: &str, at: i64, state: State) -> Result<(), Refusal> {
        let index = self.index(merchant_uid)?;
        let schedule = self.list.get_mut(index).ok_or_else(|| unknown(merchant_uid))?;
        let (before, after) = ((schedule.at, index), (at, index));
        self.by_time.remove(&before);
        self.due.remove(&before);
        (schedule.at, schedule.state) = (at, state);
        self.by_time.insert(after);
        if schedule.is_due() {
            self.due.insert(after);
        }
        Ok(())
    }

    /// The schedules of a time, the end of which does not belong to it, those due first first.
    pub fn between(&self, from: i64, to: i64) -> impl DoubleEndedIterator<Item = &Schedule> {
        let range = (from < to).then(|| self.by_time.range((from, 0)..(to, 0)));
        range.into_iter().flatten().filter_map(|(_, index)| self.list.get(*index))
    }

    /// The charges still to be made, in the order in which they will be.
    pub fn due(&self) -> impl Iterator<Item = &Schedule> {
        self.due.iter().filter_map(|(_, index)| self.list.get(*index))
    }

    /// When the next charge is made.
    pub fn next_due(&self) -> Option<i64> {
        self.due.first().map(|(at, _)| *at)
    }
}

fn unknown(merchant_uid: &str) -> Refusal {
    Refusal::not_found(format_args!("schedule of {merchant_uid}"))
}
