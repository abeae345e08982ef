//! Schedules of a merchant, by order and by time.

use std::collections::{BTreeMap, BTreeSet};

use super::schedule::{Schedule, ScheduleState};
use crate::api_error::ApiError;

/// Maximum number of schedules, which bounds the memory.
const MAX_SCHEDULES: usize = 1_000_000;

/// Schedules with indices by order and by time.
#[derive(Debug, Default)]
pub struct Schedules {
    list: Vec<Schedule>,
    by_order: BTreeMap<String, usize>,
    by_time: BTreeSet<(i64, usize)>,
    pending: BTreeSet<(i64, usize)>,
}

impl Schedules {
    /// Returns the schedule of an order.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn get(&self, merchant_uid: &str) -> Result<&Schedule, ApiError> {
        self.list.get(self.index(merchant_uid)?).ok_or_else(|| not_found(merchant_uid))
    }

    fn index(&self, merchant_uid: &str) -> Result<usize, ApiError> {
        self.by_order.get(merchant_uid).copied().ok_or_else(|| not_found(merchant_uid))
    }

    /// Adds all schedules, or none if one is invalid.
    ///
    /// # Errors
    /// 200 with code 1 when an order is already scheduled or its time is in the past, 500 when there
    /// are too many.
    pub fn add(&mut self, schedules: Vec<Schedule>, now: i64) -> Result<(), ApiError> {
        self.check(&schedules, now)?;
        for schedule in schedules {
            let index = self.list.len();
            self.by_order.insert(schedule.order.merchant_uid.clone(), index);
            self.by_time.insert((schedule.at, index));
            self.pending.insert((schedule.at, index));
            self.list.push(schedule);
        }
        Ok(())
    }

    /// Validates schedules without adding them.
    ///
    /// # Errors
    /// Fails as [`add`](Self::add) does.
    pub fn check(&self, schedules: &[Schedule], now: i64) -> Result<(), ApiError> {
        if self.list.len() + schedules.len() > MAX_SCHEDULES {
            let message = format!("the maximum is {MAX_SCHEDULES} schedules: POST /_fake/reset");
            return Err(ApiError::new(500, message));
        }
        let mut new = BTreeSet::new();
        for schedule in schedules {
            let merchant_uid = &schedule.order.merchant_uid;
            if self.by_order.contains_key(merchant_uid) || !new.insert(merchant_uid) {
                return Err(ApiError::rejected(format!("{merchant_uid} is already scheduled")));
            }
            if schedule.at <= now {
                let message = format!("schedule_at of {merchant_uid} is in the past");
                return Err(ApiError::rejected(message));
            }
        }
        Ok(())
    }

    /// Changes the time and state of a schedule.
    ///
    /// # Errors
    /// 404 when the order has none.
    pub fn set(
        &mut self,
        merchant_uid: &str,
        at: i64,
        state: ScheduleState,
    ) -> Result<(), ApiError> {
        let index = self.index(merchant_uid)?;
        let schedule = self.list.get_mut(index).ok_or_else(|| not_found(merchant_uid))?;
        let (before, after) = ((schedule.at, index), (at, index));
        self.by_time.remove(&before);
        self.pending.remove(&before);
        (schedule.at, schedule.state) = (at, state);
        self.by_time.insert(after);
        if schedule.is_pending() {
            self.pending.insert(after);
        }
        Ok(())
    }

    /// Iterates over the schedules from `from` to before `to`, in the order of their times.
    pub fn between(&self, from: i64, to: i64) -> impl DoubleEndedIterator<Item = &Schedule> {
        let range = (from < to).then(|| self.by_time.range((from, 0)..(to, 0)));
        range.into_iter().flatten().filter_map(|(_, index)| self.list.get(*index))
    }

    /// Iterates over the pending charges, in the order of their times.
    pub fn pending(&self) -> impl Iterator<Item = &Schedule> {
        self.pending.iter().filter_map(|(_, index)| self.list.get(*index))
    }

    /// Returns the time of the next pending charge.
    pub fn next_due(&self) -> Option<i64> {
        self.pending.first().map(|(at, _)| *at)
    }
}

fn not_found(merchant_uid: &str) -> ApiError {
    ApiError::not_found(format_args!("schedule of {merchant_uid}"))
}
