//! The changes of one field.

use super::field_pair::FieldPair;
use super::json::{Fit, fit};
use super::struct_pair::StructPair;
use super::struct_view::{Member, is_argument};
use super::{Change, conditions, gateways, limits, omission};
use super::{Rule, rules};
use crate::model::{Field, Item, ParamLocation, Privacy, TypeRef};

impl FieldPair<'_, '_> {
    /// Every change of it.
    pub fn compare(&self, changes: &mut Vec<Change>) {
        // The position in the path is what placeholders are matched by.
        let Member { location, placeholder: _, field } = self.before;
        let Field {
            wire,
            name,
            title,
            doc,
            ty,
            required: _,
            max_length,
            minimum,
            maximum,
            default,
            omitted,
            privacy,
            rules,
            others,
            conditions,
            deprecated,
            documented_required: _,
            essential,
            undocumented_since,
        } = field;
        let new = self.after.field;
        changes.extend(self.location(location));
        changes.extend(self.wire(wire));
        changes.extend(self.name(name));
        changes.extend(self.site.prose([("title", &**title, &*new.title), ("doc", doc, &new.doc)]));
        changes.extend(self.ty(*ty));
        changes.extend(self.required(field));
        changes.extend(self.essential(*essential));
        changes.extend(limits::length(self, *max_length));
        changes.extend(limits::range(self, (*minimum, *maximum)));
        omission::compare(self, default.as_deref(), omitted.as_ref(), changes);
        changes.extend(self.privacy(*privacy));
        changes.extend(gateways::rules(self, rules, *others));
        changes.extend(gateways::rule_texts(self, rules));
        changes.extend(conditions::compare(self, conditions));
        changes.extend(self.deprecated((undocumented_since.as_deref(), deprecated.as_deref())));
    }

    fn location(&self, before: Option<ParamLocation>) -> Option<Change> {
        let rule = &rules::PARAMETER_MOVED;
        let (old, new) = (self.before.pointer(), self.after.pointer());
        (before != self.after.location).then(|| self.site.changed(rule, old, new))
    }

    fn wire(&self, before: &str) -> Option<Change> {
        let after = &self.after.field.wire;
        let rule = if self.is_renamed_placeholder() {
            &rules::PLACEHOLDER_RENAMED
        } else {
            let response = &rules::FIELD_RENAMED_ON_WIRE;
            self.members.role.pick(&rules::PARAMETER_RENAMED_ON_WIRE, response)
        };
        (before != after).then(|| self.site.changed(rule, before, after))
    }

    fn is_renamed_placeholder(&self) -> bool {
        let in_path = |member: Member<'_>| member.location == Some(ParamLocation::Path);
        in_path(self.before)
            && in_path(self.after)
            && self.before.field.wire != self.after.field.wire
    }

    fn name(&self, before: &str) -> Option<Change> {
        let after = self.after.field;
        let rule = match (self.members.role.record, is_argument(after)) {
            (true, _) => &rules::FIELD_RENAMED_IN_RUST,
            (false, true) => &rules::ARGUMENT_RENAMED,
            (false, false) => &rules::SETTER_RENAMED,
        };
        let is_told = self.is_exchanged || self.is_renamed_placeholder();
        (before != after.name && !is_told).then(|| self.site.changed(rule, before, &after.name))
    }

    fn ty(&self, old: TypeRef) -> Option<Change> {
        let StructPair { comparison, role, .. } = self.members;
        let new = self.after.field.ty;
        if comparison.same_type(old, new) {
            return None;
        }
        let json = fit((comparison.before, old), (comparison.after, new));
        let request = match json {
            _ if self.widened(old, new) => &rules::PARAMETER_WIDENED,
            Fit::Same => &rules::PARAMETER_RETYPED_SAME_JSON,
            Fit::Partly(_) if is_number(new) && is_number(old) => number(old, new),
            Fit::Partly(_) | Fit::Not => &rules::PARAMETER_RETYPED,
        };
        let response = match json {
            Fit::Same => &rules::FIELD_RETYPED_STILL_READ,
            Fit::Partly(_) => &rules::FIELD_RETYPED_PARTLY_READ,
            Fit::Not => &rules::FIELD_RETYPED,
        };
        let rule = role.pick(request, response);
        let note = if rule == response { self.outside(json) } else { String::new() };
        Some(self.reshown(rule).noting(&note))
    }

    /// The values that only one of the types has, and the consequence.
    fn outside(&self, json: Fit) -> String {
        let Fit::Partly(values) = json else { return String::new() };
        let fails = self.before.field.essential || self.after.field.essential;
        let effect = if fails { "makes the response an error" } else { "is left out" };
        format!("{values}; a value that cannot be read {effect}")
    }

    /// True if a call that gives the old type gives the new one too. Fields of records are public,
    /// and explicit omissions carry the type itself.
    fn widened(&self, old: TypeRef, new: TypeRef) -> bool {
        let converted = (old.item, new.item) == (Item::Integer, Item::Amount);
        let explicit =
            [self.before, self.after].map(|member| member.field.explicit_omission().is_some());
        converted && !self.members.role.record && explicit == [false, false]
    }

    fn privacy(&self, before: Privacy) -> Option<Change> {
        let after = self.after.field.privacy;
        let rule = match (before.hidden(), after.hidden()) {
            _ if before == after => return None,
            (false, _) => &rules::VALUE_NOW_HIDDEN,
            (_, false) => &rules::VALUE_NO_LONGER_HIDDEN,
            _ => &rules::PRIVACY_CHANGED,
        };
        Some(self.site.changed(rule, privacy_word(before), privacy_word(after)))
    }

    fn deprecated(&self, before: (Option<&str>, Option<&str>)) -> Option<Change> {
        let new = self.after.field;
        let before = deprecation(before.0, before.1);
        let after = deprecation(new.undocumented_since.as_deref(), new.deprecated.as_deref());
        let rule = match (&before, &after) {
            (None, Some(_)) => &rules::FIELD_DEPRECATED,
            (Some(_), None) => &rules::FIELD_NO_LONGER_DEPRECATED,
            _ if before != after => &rules::DEPRECATION_REWORDED,
            _ => return None,
        };
        Some(self.site.change(rule, before, after))
    }
}

fn is_number(ty: TypeRef) -> bool {
    matches!(ty.item, Item::Integer | Item::Amount | Item::Timestamp)
}

/// The rule for a number that is sent as another kind of number.
fn number(old: TypeRef, new: TypeRef) -> &'static Rule {
    match (old.item, new.item) {
        (Item::Amount, Item::Integer | Item::Timestamp) => &rules::PARAMETER_NARROWED,
        _ => &rules::PARAMETER_RETYPED_SAME_JSON,
    }
}

fn deprecation(since: Option<&str>, why: Option<&str>) -> Option<String> {
    let since = since.map(|since| format!("undocumented since {since}"));
    let parts: Vec<String> = since.into_iter().chain(why.map(str::to_owned)).collect();
    (!parts.is_empty()).then(|| parts.join(": "))
}

fn privacy_word(privacy: Privacy) -> &'static str {
    match privacy {
        Privacy::Open => "shown in `Debug`",
        Privacy::Personal => "hidden, as personal data",
        Privacy::Secret => "hidden, as a credential",
    }
}
