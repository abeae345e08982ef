//! Requiredness of fields: in requests, in responses, and in the docs.

use super::field_pair::FieldPair;
use super::{Change, Rule, rules};
use crate::model::Field;

impl FieldPair<'_, '_> {
    /// The change of whether there is always a value.
    pub fn required(&self, before: &Field) -> Option<Change> {
        let after = self.after.field;
        let (request, response) = match (self.is_always_there(before), self.is_always_there(after))
        {
            (true, false) => (&rules::PARAMETER_NOW_OPTIONAL, &rules::FIELD_NOW_OPTIONAL),
            (false, true) => (&rules::PARAMETER_NOW_REQUIRED, &rules::FIELD_NOW_REQUIRED),
            _ => return self.documented(before),
        };
        let rule = self.pick_list(request, response);
        if *rule == rules::LIST_REQUIREDNESS_CHANGED {
            let word = |required| if required { "always there" } else { "can be absent" };
            return Some(self.site.changed(rule, word(before.required), word(after.required)));
        }
        Some(self.reshown(rule))
    }

    /// True if there is always a value in Rust: of what is only received, all but the essential can be
    /// absent.
    fn is_always_there(&self, field: &Field) -> bool {
        field.required && (self.members.role.sent || field.ty.list || field.essential)
    }

    /// The change of whether the docs require the field, which makes no difference in Rust.
    fn documented(&self, before: &Field) -> Option<Change> {
        let rule = &rules::DOCUMENTED_REQUIREDNESS_CHANGED;
        let word = |field: &Field| match (field.documented_required, field.required) {
            (true, true) => "required in the docs",
            (true, false) => "required in the docs, absent in real answers",
            (false, true) => "optional in the docs, always in real answers",
            (false, false) => "optional in the docs",
        };
        let (before, after) = (word(before), word(self.after.field));
        (before != after).then(|| self.site.changed(rule, before, after))
    }

    /// A change of what fails an answer, unless the type in Rust tells it.
    pub fn essential(&self, before: bool) -> Option<Change> {
        let (old, new) = (self.before.field, self.after.field);
        let told = !new.ty.list && self.is_always_there(old) != self.is_always_there(new);
        let word = |essential| if essential { "fails the response" } else { "is left out" };
        let rule = &rules::FIELD_ESSENTIAL_CHANGED;
        (before != new.essential && !told)
            .then(|| self.site.changed(rule, word(before), word(new.essential)))
    }

    /// True if a list that is only received is there makes no difference.
    fn pick_list(&self, request: &'static Rule, single: &'static Rule) -> &'static Rule {
        let list = self.before.field.ty.list && self.after.field.ty.list;
        self.members
            .role
            .pick(request, if list { &rules::LIST_REQUIREDNESS_CHANGED } else { single })
    }
}
