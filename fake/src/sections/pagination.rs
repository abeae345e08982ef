//! Pagination of lists.

use serde_json::{Value, json};

use crate::call::ApiCall;

/// Default number of items in a page.
const DEFAULT_LIMIT: i64 = 20;

/// Requested page of a list.
#[derive(Clone, Copy, Debug)]
pub struct Pagination {
    page: i64,
    limit: i64,
}

impl Pagination {
    /// Reads the parameters that all lists of V1 share.
    pub fn of(call: &ApiCall<'_>) -> Self {
        let page = call.integer("page").unwrap_or(1).max(1);
        let limit = call.integer("limit").unwrap_or(DEFAULT_LIMIT).clamp(1, 1000);
        Self { page, limit }
    }

    /// Returns `true` if the page is after the last one of this many items.
    pub fn is_past_end(self, total: usize) -> bool {
        self.page > 1 && self.offset() >= total
    }

    fn offset(self) -> usize {
        usize::try_from((self.page - 1).saturating_mul(self.limit)).unwrap_or(usize::MAX)
    }

    /// Returns the page as the record that all lists of V1 share.
    pub fn page<T>(self, items: Vec<T>, write: impl Fn(T) -> Value) -> Value {
        let Self { page, limit } = self;
        let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
        let last = total.div_euclid(limit) + i64::from(total % limit != 0);
        let shown = usize::try_from(limit).unwrap_or(usize::MAX);
        let shown = items.into_iter().skip(self.offset()).take(shown);
        json!({
            "total": total,
            "previous": if page > 1 { page - 1 } else { 0 },
            "next": if page < last { page + 1 } else { 0 },
            "list": shown.map(write).collect::<Vec<_>>(),
        })
    }
}
