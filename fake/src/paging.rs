//! Lists that come page by page.

use serde_json::{Value, json};

use crate::call::Call;

/// How many a page holds unless a request says otherwise.
const LIMIT: i64 = 20;

/// Which page of a list was asked for.
#[derive(Clone, Copy, Debug)]
pub struct Paging {
    page: i64,
    limit: i64,
}

impl Paging {
    /// As a request says by the names that all lists of V1 share.
    pub fn of(call: &Call<'_>) -> Self {
        let page = call.integer("page").unwrap_or(1).max(1);
        let limit = call.integer("limit").unwrap_or(LIMIT).clamp(1, 1000);
        Self { page, limit }
    }

    /// Whether all of so many items come before a page that is not the first.
    pub fn lies_behind(self, total: usize) -> bool {
        self.page > 1 && self.before() >= total
    }

    fn before(self) -> usize {
        usize::try_from((self.page - 1).saturating_mul(self.limit)).unwrap_or(usize::MAX)
    }

    /// The page, in the record that all lists of V1 have. Only what is on it is written.
    pub fn answer<T>(self, items: Vec<T>, write: impl Fn(T) -> Value) -> Value {
        let Self { page, limit } = self;
        let total = i64::try_from(items.len()).unwrap_or(i64::MAX);
        let last = total.div_euclid(limit) + i64::from(total % limit != 0);
        let shown = usize::try_from(limit).unwrap_or(usize::MAX);
        let shown = items.into_iter().skip(self.before()).take(shown);
        json!({
            "total": total,
            "previous": if page > 1 { page - 1 } else { 0 },
            "next": if page < last { page + 1 } else { 0 },
            "list": shown.map(write).collect::<Vec<_>>(),
        })
    }
}
