//! One field in both models.

use super::owner::{Member, Owner};
use super::spot::Spot;
use super::struct_pair::StructPair;
use super::{Change, Direction, Rule};

/// One field in both models.
pub struct FieldPair<'c, 'a> {
    /// The structs that it is in.
    pub members: &'c StructPair<'c, 'a>,
    /// Its location.
    pub spot: Spot,
    /// The field in the old model.
    pub before: Member<'a>,
    /// The field in the new model.
    pub after: Member<'a>,
}

impl FieldPair<'_, '_> {
    /// The field as its users see it, before and after.
    pub fn reshown(&self, rule: &'static Rule) -> Change {
        let before = shown(self.members.before, self.before, rule);
        self.spot.became(rule, before, shown(self.members.after, self.after, rule))
    }
}

/// The field as its users see it in the direction of the rule.
pub fn shown(owner: &Owner<'_>, member: Member<'_>, rule: &Rule) -> String {
    match rule.direction {
        Direction::Request => owner.giving(member.field),
        _ => owner.reading(member.field),
    }
}
