//! One field in both models.

use super::change_site::ChangeSite;
use super::renames::RenamedFields;
use super::struct_pair::StructPair;
use super::struct_view::{Member, StructView};
use super::{Change, Direction, Rule};

/// One field in both models.
pub struct FieldPair<'c, 'a> {
    /// The structs that it is in.
    pub members: &'c StructPair<'c, 'a>,
    /// The renamed fields of these structs.
    pub renamed: &'c RenamedFields,
    /// True if its old name is that of another field now, which is a change of the struct.
    pub is_exchanged: bool,
    /// Its location.
    pub site: ChangeSite,
    /// The field in the old model.
    pub before: Member<'a>,
    /// The field in the new model.
    pub after: Member<'a>,
}

impl FieldPair<'_, '_> {
    /// The field as its users see it, before and after.
    pub fn reshown(&self, rule: &'static Rule) -> Change {
        let before = shown(self.members.before, self.before, rule);
        self.site.changed(rule, before, shown(self.members.after, self.after, rule))
    }
}

/// The field as its users see it in the direction of the rule.
pub fn shown(view: &StructView<'_>, member: Member<'_>, rule: &Rule) -> String {
    match rule.direction {
        Direction::Request => view.giving(member.field),
        _ => view.reading(member.field),
    }
}
