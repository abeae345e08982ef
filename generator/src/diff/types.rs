//! Types as a whole. Fields are in `members`, codes and choices in modules of their own.

use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::matching::Matching;
use super::role::Role;
use super::struct_pair::StructPair;
use super::struct_view::StructView;
use super::type_pair::TypePair;
use super::{Change, choices, codes, gateway_codes, rules};
use crate::model::{Field, GatewayCodes, Shape, Type};

/// Every change of types, each type once.
pub fn compare(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    let site = |ty: &Type, old, new| {
        let affected = comparison.affected_by_type(old, new);
        ChangeSite::new(format!("types/{}", ty.name), &ty.name, affected)
    };
    let Matching { both, removed, added, .. } = &comparison.types;
    for id in removed {
        let ty = comparison.before.ty(*id);
        changes.push(site(ty, Some(*id), None).removed(&rules::TYPE_REMOVED, path(ty)));
    }
    for id in added {
        let ty = comparison.after.ty(*id);
        changes.push(site(ty, None, Some(*id)).added(&rules::TYPE_ADDED, path(ty)));
    }
    for (old, new) in both {
        let (before, after) = (comparison.before.ty(*old), comparison.after.ty(*new));
        let site = site(after, Some(*old), Some(*new));
        let received = comparison.received(*old, *new);
        TypePair { comparison, site, before, after, received }.compare(changes);
    }
}

/// `types::Payment`
fn path(ty: &Type) -> String {
    format!("{}::{}", ty.module, ty.name)
}

impl<'a> TypePair<'_, 'a> {
    fn compare(&self, changes: &mut Vec<Change>) {
        let Type { name, docs_name, title, doc, page, module, shape, wraps, sent } = self.before;
        let (site, new) = (&self.site, self.after);
        changes.extend(self.differs(&rules::TYPE_RENAMED, name, &new.name));
        changes.extend(self.differs(&rules::TYPE_DOCS_NAME_CHANGED, docs_name, &new.docs_name));
        let pages = (page.as_deref(), new.page.as_deref());
        // The page is that of the docs' name, and only records have one.
        let own_page = *docs_name == new.docs_name && word(shape) == word(&new.shape);
        let old_page = if own_page { pages.0 } else { pages.1 };
        changes.extend(site.prose([
            ("title", &**title, &*new.title),
            ("doc", doc, &new.doc),
            ("page", old_page.unwrap_or_default(), pages.1.unwrap_or_default()),
        ]));
        if !self.comparison.same_module(module, &new.module) {
            changes.push(site.changed(&rules::TYPE_MOVED, path(self.before), path(new)));
        }
        changes.extend(self.wraps(wraps.as_ref()));
        self.shape(shape, *sent, changes);
    }

    fn wraps(&self, before: Option<&String>) -> Option<Change> {
        let after = self.after.wraps.as_ref();
        let rule = match after {
            Some(_) => &rules::ALSO_BARE_LIST,
            None => &rules::NO_LONGER_BARE_LIST,
        };
        (before != after).then(|| self.site.change(rule, before.cloned(), after.cloned()))
    }

    fn shape(&self, before: &'a Shape, sent: bool, changes: &mut Vec<Change>) {
        match (before, &self.after.shape) {
            (Shape::Record(old), Shape::Record(new)) => {
                changes.extend(self.sent(sent, new));
                self.fields(old, new, changes);
            }
            (Shape::Enumeration(old), Shape::Enumeration(new)) => {
                codes::compare(self, old, new, changes);
            }
            (Shape::Choice(old), Shape::Choice(new)) => choices::compare(self, old, new, changes),
            (Shape::GatewayCodes(old), Shape::GatewayCodes(new))
                if self.same_enumeration(old, new) =>
            {
                gateway_codes::compare(self, old, new, changes);
            }
            (old, new) => {
                let rule = &rules::TYPE_SHAPE_CHANGED;
                changes.push(self.site.changed(rule, word(old), word(new)));
            }
        }
    }

    /// True if the standard codes are those of the same enumeration.
    fn same_enumeration(&self, old: &GatewayCodes, new: &GatewayCodes) -> bool {
        let (old, new) = (old.refs(), new.refs());
        old.iter().zip(&new).all(|(old, new)| self.comparison.same_type(*old, *new))
    }

    fn sent(&self, before: bool, fields: &[Field]) -> Option<Change> {
        let lists = fields.iter().any(|field| field.ty.list && !field.required);
        let (rule, words) = match (before, self.after.sent) {
            (false, true) if lists => (&rules::TYPE_NOW_SENT_WITH_LISTS, ["received", "sent"]),
            (false, true) => (&rules::TYPE_NOW_SENT, ["received", "sent"]),
            (true, false) => (&rules::TYPE_NO_LONGER_SENT, ["sent", "received"]),
            _ => return None,
        };
        Some(self.site.changed(rule, words[0], words[1]))
    }

    fn fields(&self, old: &'a [Field], new: &'a [Field], changes: &mut Vec<Change>) {
        let Self { comparison, site, before, after, .. } = self;
        let view = |api, ty: &'a Type, fields| StructView::record(api, &ty.name, fields, ty.sent);
        let role = Role { sent: self.sent_in_both(), received: self.received, record: true };
        let members = StructPair {
            comparison,
            site,
            role,
            same_route: false,
            before: &view(comparison.before, before, old),
            after: &view(comparison.after, after, new),
        };
        members.compare(changes);
    }
}

fn word(shape: &Shape) -> &'static str {
    match shape {
        Shape::Record(_) => "a record",
        Shape::Enumeration(_) => "a list of codes",
        Shape::Choice(_) => "a choice",
        Shape::GatewayCodes(_) => "a code that differs by gateway",
    }
}
