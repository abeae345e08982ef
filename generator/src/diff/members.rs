//! Fields of a request or a record: added, removed, changed and reordered ones.

use super::Change;
use super::change_site::ChangeSite;
use super::field_pair::{FieldPair, shown};
use super::matching::Matching;
use super::rules;
use super::struct_pair::StructPair;
use super::struct_view::{Member, StructView, is_argument};
use crate::model::{Field, ParamLocation};

impl<'a> StructPair<'_, 'a> {
    /// Every change of its fields.
    pub fn compare(&self, changes: &mut Vec<Change>) {
        let matching = self.matching();
        changes.extend(matching.removed.iter().map(|member| self.removed(*member)));
        changes.extend(matching.added.iter().map(|member| self.added(*member)));
        for (before, after) in &matching.both {
            let site = self.site(self.after, *after);
            FieldPair { members: self, site, before: *before, after: *after }.compare(changes);
        }
        changes.extend(self.order(&matching));
    }

    fn matching(&self) -> Matching<Member<'a>> {
        let members = |view: &StructView<'a>| view.members.clone();
        Matching::of(
            members(self.before),
            members(self.after),
            &[
                &|old, new| old.field.wire == new.field.wire && old.location == new.location,
                &|old, new| old.field.wire == new.field.wire,
                &|old, new| old.field.name == new.field.name,
                &|old, new| folded(&old.field.wire) == folded(&new.field.wire),
                &|old, new| self.same_placeholder(old, new),
            ],
        )
    }

    /// The server knows a placeholder by its position.
    fn same_placeholder(&self, old: Member<'_>, new: Member<'_>) -> bool {
        let at = |view: &StructView<'_>, member: Member<'_>| {
            let mut paths =
                view.members.iter().filter(|member| member.location == Some(ParamLocation::Path));
            paths.position(|path| path.field.name == member.field.name)
        };
        let path = |member: Member<'_>| member.location == Some(ParamLocation::Path);
        path(old) && path(new) && at(self.before, old) == at(self.after, new)
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
        if self.role.sent && arguments_reordered(before, after, matching) {
            let rule = &rules::ARGUMENTS_REORDERED;
            return Some(self.site.changed(rule, before.constructor(), after.constructor()));
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

fn arguments_reordered(
    before: &StructView<'_>,
    after: &StructView<'_>,
    matching: &Matching<Member<'_>>,
) -> bool {
    let at = |view: &StructView<'_>, member: &Member<'_>| {
        view.arguments().iter().position(|field| field.name == member.field.name)
    };
    let both = matching.both.iter();
    let both = both.filter(|(old, new)| is_argument(old.field) && is_argument(new.field));
    let mut positions: Vec<_> = both.map(|(old, new)| (at(after, new), at(before, old))).collect();
    positions.sort_unstable();
    !positions.is_sorted_by_key(|(_, old)| *old)
}

/// The same letters in another case: `channelKey` and `channel_key`.
fn folded(wire: &str) -> String {
    wire.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}
