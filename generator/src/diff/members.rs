//! Fields of a request or a record: added, removed, changed and reordered ones.

use super::Change;
use super::change_site::ChangeSite;
use super::field_pair::{FieldPair, shown};
use super::matching::Matching;
use super::renames::RenamedFields;
use super::rules;
use super::struct_pair::StructPair;
use super::struct_view::{Member, StructView};
use super::{arguments, field_names};
use crate::model::Field;

impl<'a> StructPair<'_, 'a> {
    /// Every change of its fields.
    pub fn compare(&self, changes: &mut Vec<Change>) {
        let matching = matching(self.before, self.after, self.same_route);
        let names = field_names::compare(self, &matching);
        let renamed = RenamedFields::of(&matching);
        changes.extend(matching.removed.iter().map(|member| self.removed(*member)));
        changes.extend(matching.added.iter().map(|member| self.added(*member)));
        for (before, after) in &matching.both {
            let site = self.site(self.after, *after);
            let is_exchanged = names.has(&before.field.name);
            let (members, renamed) = (self, &renamed);
            FieldPair { members, renamed, is_exchanged, site, before: *before, after: *after }
                .compare(changes);
        }
        changes.extend(field_names::change(self, names));
        changes.extend(self.order(&matching));
    }

    fn site(&self, view: &StructView<'_>, member: Member<'_>) -> ChangeSite {
        self.site.inside(&member.pointer(), format!("{}::{}", view.name, member.field.name))
    }

    fn removed(&self, member: Member<'_>) -> Change {
        let lenient = is_lenient(member.field);
        let response = if lenient { &rules::LENIENT_FIELD_REMOVED } else { &rules::FIELD_REMOVED };
        let rule = self.role.pick(&rules::PARAMETER_REMOVED, response);
        self.site(self.before, member).removed(rule, shown(self.before, member, rule))
    }

    fn added(&self, member: Member<'_>) -> Change {
        let request = match (member.field.required, member.field.explicit_omission()) {
            (true, _) => &rules::REQUIRED_PARAMETER_ADDED,
            (false, Some(_)) => &rules::EXPLICIT_OMISSION_ADDED,
            (false, None) => &rules::OPTIONAL_PARAMETER_ADDED,
        };
        let lenient = is_lenient(member.field);
        let response = if lenient { &rules::FIELD_ADDED } else { &rules::REQUIRED_FIELD_ADDED };
        let rule = self.role.pick(request, response);
        self.site(self.after, member).added(rule, shown(self.after, member, rule))
    }

    fn order(&self, matching: &Matching<Member<'_>>) -> Option<Change> {
        let (before, after) = (self.before, self.after);
        let arguments = arguments::compare(self, matching).filter(|_| self.role.sent);
        if arguments.is_some() {
            return arguments;
        }
        let rule =
            if self.role.record { &rules::FIELDS_REORDERED } else { &rules::PARAMETERS_REORDERED };
        let names = |view: &StructView<'_>| {
            let names = view.members.iter().map(|member| member.field.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        matching.reordered.then(|| self.site.changed(rule, names(before), names(after)))
    }
}

/// True if an answer without the field can be read: an absent list is an empty one.
fn is_lenient(field: &Field) -> bool {
    !field.always_read() || field.ty.list
}

/// The fields of both structs. The server knows a placeholder by its position.
pub fn matching<'a>(
    before: &StructView<'a>,
    after: &StructView<'a>,
    same_route: bool,
) -> Matching<Member<'a>> {
    let members = |view: &StructView<'a>| view.members.clone();
    let same_place = |old: Member<'a>, new: Member<'a>| {
        old.placeholder.is_some() && old.placeholder == new.placeholder
    };
    Matching::of(
        members(before),
        members(after),
        &[
            &|old, new| same_route && same_place(old, new),
            &|old, new| old.field.wire == new.field.wire && old.location == new.location,
            &|old, new| old.field.wire == new.field.wire,
            &|old, new| old.field.name == new.field.name,
            &|old, new| folded(&old.field.wire) == folded(&new.field.wire),
            &same_place,
        ],
    )
}

/// The same letters in another case: `channelKey` and `channel_key`.
fn folded(wire: &str) -> String {
    wire.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}
