//! Fields of a request or a record: which came, which went, and their order.

use super::Change;
use super::field_pair::{FieldPair, shown};
use super::owner::{Member, Owner, decision, is_argument};
use super::pairs::Pairs;
use super::rules;
use super::spot::Spot;
use super::struct_pair::StructPair;
use crate::model::{Field, ParamLocation};

impl<'a> StructPair<'_, 'a> {
    /// Every change of its fields.
    pub fn compare(&self, changes: &mut Vec<Change>) {
        let pairs = self.pairs();
        changes.extend(pairs.removed.iter().map(|member| self.removed(*member)));
        changes.extend(pairs.added.iter().map(|member| self.added(*member)));
        for (before, after) in &pairs.both {
            let spot = self.spot(self.after, *after);
            FieldPair { members: self, spot, before: *before, after: *after }.compare(changes);
        }
        changes.extend(self.order(&pairs));
    }

    fn pairs(&self) -> Pairs<Member<'a>> {
        let members = |owner: &Owner<'a>| owner.members.clone();
        Pairs::of(
            members(self.before),
            members(self.after),
            &[
                &|old, new| old.field.wire == new.field.wire && old.place == new.place,
                &|old, new| old.field.wire == new.field.wire,
                &|old, new| old.field.name == new.field.name,
                &|old, new| folded(&old.field.wire) == folded(&new.field.wire),
                &|old, new| self.same_placeholder(old, new),
            ],
        )
    }

    /// The server knows a placeholder by where it stands.
    fn same_placeholder(&self, old: Member<'_>, new: Member<'_>) -> bool {
        let at = |owner: &Owner<'_>, member: Member<'_>| {
            let mut paths =
                owner.members.iter().filter(|member| member.place == Some(ParamLocation::Path));
            paths.position(|path| path.field.name == member.field.name)
        };
        let path = |member: Member<'_>| member.place == Some(ParamLocation::Path);
        path(old) && path(new) && at(self.before, old) == at(self.after, new)
    }

    fn spot(&self, owner: &Owner<'_>, member: Member<'_>) -> Spot {
        self.spot.inside(&member.pointer(), format!("{}::{}", owner.name, member.field.name))
    }

    fn removed(&self, member: Member<'_>) -> Change {
        let lenient = is_lenient(member.field);
        let response = if lenient { &rules::LENIENT_FIELD_REMOVED } else { &rules::FIELD_REMOVED };
        let rule = self.role.pick(&rules::PARAMETER_REMOVED, response);
        self.spot(self.before, member).gone(rule, shown(self.before, member, rule))
    }

    fn added(&self, member: Member<'_>) -> Change {
        let request = match (member.field.required, decision(member.field)) {
            (true, _) => &rules::REQUIRED_PARAMETER_ADDED,
            (false, Some(_)) => &rules::DECISION_ADDED,
            (false, None) => &rules::OPTIONAL_PARAMETER_ADDED,
        };
        let lenient = is_lenient(member.field);
        let response = if lenient { &rules::FIELD_ADDED } else { &rules::REQUIRED_FIELD_ADDED };
        let rule = self.role.pick(request, response);
        self.spot(self.after, member).came(rule, shown(self.after, member, rule))
    }

    fn order(&self, pairs: &Pairs<Member<'_>>) -> Option<Change> {
        let (before, after) = (self.before, self.after);
        if self.role.sent && arguments_reordered(before, after, pairs) {
            let rule = &rules::ARGUMENTS_REORDERED;
            return Some(self.spot.became(rule, before.constructor(), after.constructor()));
        }
        let rule =
            if self.role.record { &rules::FIELDS_REORDERED } else { &rules::PARAMETERS_REORDERED };
        let names = |owner: &Owner<'_>| {
            let names = owner.members.iter().map(|member| member.field.name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        pairs.reordered.then(|| self.spot.became(rule, names(before), names(after)))
    }
}

/// True if an answer without the field can be read: an absent list is an empty one.
fn is_lenient(field: &Field) -> bool {
    !field.required || field.ty.list
}

fn arguments_reordered(before: &Owner<'_>, after: &Owner<'_>, pairs: &Pairs<Member<'_>>) -> bool {
    let at = |owner: &Owner<'_>, member: &Member<'_>| {
        owner.arguments().iter().position(|field| field.name == member.field.name)
    };
    let both = pairs.both.iter();
    let both = both.filter(|(old, new)| is_argument(old.field) && is_argument(new.field));
    let mut places: Vec<_> = both.map(|(old, new)| (at(after, new), at(before, old))).collect();
    places.sort_unstable();
    !places.is_sorted_by_key(|(_, old)| *old)
}

/// The same letters in another case: `channelKey` and `channel_key`.
fn folded(wire: &str) -> String {
    wire.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase()
}
