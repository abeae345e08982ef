//! One type in both models.

use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::{Change, Rule};
use crate::model::Type;

/// One type in both models.
pub struct TypePair<'c, 'a> {
    /// The models.
    pub comparison: &'c Comparison<'a>,
    /// Its location.
    pub site: ChangeSite,
    /// The type in the old model.
    pub before: &'a Type,
    /// The type in the new model.
    pub after: &'a Type,
    /// True if it is part of responses in both models.
    pub received: bool,
}

impl TypePair<'_, '_> {
    /// A difference of two texts.
    pub fn differs(&self, rule: &'static Rule, before: &str, after: &str) -> Option<Change> {
        (before != after).then(|| self.site.changed(rule, before, after))
    }

    /// True if requests of both models carry it.
    pub fn sent_in_both(&self) -> bool {
        self.before.sent && self.after.sent
    }
}
