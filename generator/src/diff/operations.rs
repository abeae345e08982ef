//! Operations: names, routes and idempotency. Their parameters are in `members`.

use super::call::Call;
use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::counterparts::same_route;
use super::reads::{self, renamed_parameters};
use super::reconciliation::{self, ReconcileEntries};
use super::role::Role;
use super::struct_pair::StructPair;
use super::struct_view::StructView;
use super::{
    Change, abilities, alternatives, gateways, operation_names, rejections, returns, rules,
};
use crate::model::Operation;

/// A request is sent, and its fields are private.
const REQUEST: Role = Role { sent: true, received: false, record: false };

/// Every change of operations.
pub fn compare(comparison: &Comparison<'_>, changes: &mut Vec<Change>) {
    let operations = &comparison.operations;
    for call in &operations.removed {
        let site = site(comparison, Some(*call), None);
        let route = call.operation.route.to_string();
        changes.push(site.removed(&rules::OPERATION_REMOVED, route));
    }
    for call in &operations.added {
        let site = site(comparison, None, Some(*call));
        changes.push(site.added(&rules::OPERATION_ADDED, call.operation.route.to_string()));
    }
    let labels = operation_names::Labels::of(comparison);
    let names = operation_names::compare(comparison, &labels);
    for (before, after) in &operations.both {
        let site = site(comparison, Some(*before), Some(*after));
        let is_exchanged = names.has(&before.label());
        Pair { comparison, site, is_exchanged, before: *before, after: *after }.compare(changes);
    }
    changes.extend(operation_names::change(comparison, names));
}

fn site(comparison: &Comparison<'_>, old: Option<Call<'_>>, new: Option<Call<'_>>) -> ChangeSite {
    let name = new.or(old).map(Call::label).unwrap_or_default();
    let affected = comparison.affected(old, new).unwrap_or_default();
    ChangeSite::new(format!("operations/{name}"), name, affected)
}

/// One operation in both models.
struct Pair<'c, 'a> {
    comparison: &'c Comparison<'a>,
    site: ChangeSite,
    /// True if its old name is that of another operation now, which is a change of its own.
    is_exchanged: bool,
    before: Call<'a>,
    after: Call<'a>,
}

impl Pair<'_, '_> {
    fn compare(&self, changes: &mut Vec<Change>) {
        let Operation {
            // Compared in `operation_names`.
            name: _,
            request,
            title,
            doc,
            docs_id,
            route,
            authorized,
            idempotent,
            reconcile,
            // It follows from the `reconcile` of others.
            is_reconcile_read: _,
            not_found,
            one_of,
            // It follows from the parameters and the answer.
            identity: _,
            gateways,
            notes,
            undocumented_since,
            // Compared in `members`.
            parameters: _,
            // Compared in `returns`, together with `partial`.
            returns: _,
            partial: _,
            // Compared in `abilities`.
            pagination: _,
            // Compared in `rejections`.
            error: _,
            errors,
            page,
        } = self.before.operation;
        let (site, new) = (&self.site, self.after.operation);
        if !self.is_exchanged {
            let (site, new) = (&self.site, &new.request);
            changes.extend(operation_names::renamed(
                self.comparison,
                site,
                self.before,
                self.after,
            ));
            changes.extend(differs(site, &rules::REQUEST_STRUCT_RENAMED, request, new));
        }
        let docs_ids = (docs_id.as_deref(), new.docs_id.as_deref());
        changes.extend(site.prose([
            ("title", &**title, &*new.title),
            ("doc", doc, &new.doc),
            ("docs_id", docs_ids.0.unwrap_or_default(), docs_ids.1.unwrap_or_default()),
            ("page", self.own_page(page), &new.page),
        ]));
        changes.extend(self.route(&route.to_string()));
        changes.extend(self.authorized(*authorized));
        changes.extend(self.idempotent(*idempotent));
        let renamed = renamed_parameters(self.comparison, self.before, self.after);
        changes.extend(reconciliation::compare(
            site,
            &ReconcileEntries { api: self.comparison.before, entries: reconcile },
            &ReconcileEntries { api: self.comparison.after, entries: &new.reconcile },
            &|entry| reads::renamed(self.comparison, &renamed, entry),
        ));
        changes.extend(reconciliation::not_found(site, not_found, &new.not_found));
        changes.extend(alternatives::compare(site, &renamed, one_of, &new.one_of));
        changes.extend(gateways::supporting(self.comparison, site, gateways, &new.gateways));
        changes.extend(gateways::notes(self.comparison, site, notes, &new.notes));
        changes.extend(self.undocumented(undocumented_since.as_deref()));
        self.members(changes);
        changes.extend(returns::compare(self.comparison, site, self.before.operation, new));
        changes.extend(abilities::pagination(site, self.before, self.after));
        changes.extend(rejections::compare(self.comparison, site, self.before.operation, new));
        changes.extend(self.errors(errors));
    }

    /// The page is made of the section's page and the route, which are compared by themselves.
    fn own_page<'p>(&'p self, before: &'p str) -> &'p str {
        let (old, new) = (self.before, self.after);
        let follows =
            old.section.page != new.section.page || old.operation.route != new.operation.route;
        if follows { &new.operation.page } else { before }
    }

    /// The parameters behind the placeholders are compared by themselves.
    fn route(&self, before: &str) -> Option<Change> {
        let (old, new) = (self.before.operation, self.after.operation);
        let after = new.route.to_string();
        (!same_route(old, new)).then(|| self.site.changed(&rules::ROUTE_CHANGED, before, after))
    }

    fn authorized(&self, before: bool) -> Option<Change> {
        let words =
            |authorized| if authorized { "with the access token" } else { "without a token" };
        let after = self.after.operation.authorized;
        let rule = if after { &rules::NOW_AUTHORIZED } else { &rules::NO_LONGER_AUTHORIZED };
        differs(&self.site, rule, words(before), words(after))
    }

    fn idempotent(&self, before: bool) -> Option<Change> {
        let words = |idempotent| if idempotent { "idempotent: true" } else { "idempotent: false" };
        let after = self.after.operation.idempotent;
        let rule = if after { &rules::NOW_IDEMPOTENT } else { &rules::NO_LONGER_IDEMPOTENT };
        differs(&self.site, rule, words(before), words(after))
    }

    fn undocumented(&self, before: Option<&str>) -> Option<Change> {
        let after = self.after.operation.undocumented_since.as_deref();
        let rule = match (before, after) {
            (None, Some(_)) => &rules::OPERATION_DEPRECATED,
            (Some(_), None) => &rules::OPERATION_NO_LONGER_DEPRECATED,
            _ if before != after => &rules::DEPRECATION_REWORDED,
            _ => return None,
        };
        let words = |since: Option<&str>| since.map(|since| format!("undocumented since {since}"));
        Some(self.site.change(rule, words(before), words(after)))
    }

    fn members(&self, changes: &mut Vec<Change>) {
        let Self { comparison, site, .. } = self;
        let before = StructView::request(comparison.before, self.before.operation);
        let after = StructView::request(comparison.after, self.after.operation);
        let same_route = same_route(self.before.operation, self.after.operation);
        StructPair { comparison, site, role: REQUEST, same_route, before: &before, after: &after }
            .compare(changes);
    }

    fn errors(&self, before: &[(u16, String)]) -> Option<Change> {
        let words = |errors: &[(u16, String)]| {
            let errors = errors.iter().map(|(status, text)| format!("{status}: {text}"));
            errors.collect::<Vec<_>>().join("\n")
        };
        let rule = &rules::DOCUMENTED_ERRORS_CHANGED;
        differs(&self.site, rule, &words(before), &words(&self.after.operation.errors))
    }
}

fn differs(
    site: &ChangeSite,
    rule: &'static super::Rule,
    before: &str,
    after: &str,
) -> Option<Change> {
    (before != after).then(|| site.changed(rule, before, after))
}
