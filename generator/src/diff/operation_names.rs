//! Names of methods that call another operation now.

use super::accepts::accepts;
use super::affected::Affected;
use super::call::Call;
use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::exchange::{Exchange, Named, Past, Present};
use super::struct_view::StructView;
use super::{Change, rules};

/// The texts that operations are told apart by.
pub struct Labels<'a> {
    both: Vec<(Label<'a>, Option<String>)>,
    after: Vec<Label<'a>>,
}

struct Label<'a> {
    call: Call<'a>,
    name: String,
    route: String,
}

impl<'a> Label<'a> {
    fn of(call: Call<'a>) -> Self {
        Self { call, name: call.label(), route: call.operation.route.to_string() }
    }

    fn named(&self) -> Named<'_> {
        Named { name: &self.name, thing: &self.route }
    }
}

impl<'a> Labels<'a> {
    /// Writes them for both models.
    pub fn of(comparison: &Comparison<'a>) -> Self {
        let sides = comparison.both_sides();
        let old = |(old, new): &(Option<Call<'a>>, Option<Call<'a>>)| {
            Some((Label::of((*old)?), new.map(Call::label)))
        };
        let both = sides.iter().filter_map(old).collect();
        Self { both, after: sides.iter().filter_map(|(_, new)| new.map(Label::of)).collect() }
    }
}

/// The names that stand for another operation, where calls compile.
pub fn compare<'l>(comparison: &Comparison<'_>, labels: &'l Labels<'_>) -> Exchange<'l> {
    let past = labels.both.iter();
    let past: Vec<_> =
        past.map(|(old, is)| Past { old: old.call, was: old.named(), is: is.as_deref() }).collect();
    let present = labels.after.iter();
    let present: Vec<_> = present.map(|new| Present { new: new.call, is: new.named() }).collect();
    Exchange::of(&past, &present, |old, new| compiles(comparison, old, new))
}

/// The request has the same name, and its arguments have types that fit.
fn compiles(comparison: &Comparison<'_>, old: Call<'_>, new: Call<'_>) -> bool {
    let (before, after) = (comparison.before, comparison.after);
    let one = StructView::request(before, old.operation).arguments();
    let other = StructView::request(after, new.operation).arguments();
    old.operation.request == new.operation.request
        && one.len() == other.len()
        && one.iter().zip(other).all(|(old, new)| accepts((before, old), (after, new)))
}

/// The change for all of them, at the first one.
pub fn change(comparison: &Comparison<'_>, names: Exchange<'_>) -> Option<Change> {
    let first = names.names().next()?.to_owned();
    let mut affected = Affected::default();
    for (old, new) in comparison.both_sides() {
        if old.is_some_and(|old| names.has(&old.label())) {
            affected.add(&comparison.affected(old, new).unwrap_or_default());
        }
    }
    let site = ChangeSite::new(format!("operations/{first}"), first, affected);
    names.change(&site, &rules::OPERATIONS_SWAPPED)
}

/// The change of an operation's own name, or of the section that it is in.
pub fn renamed(
    comparison: &Comparison<'_>,
    site: &ChangeSite,
    old: Call<'_>,
    new: Call<'_>,
) -> Option<Change> {
    let call = |call: Call<'_>| format!("client.{}().{}", call.section.name, call.operation.name);
    let rule = match comparison.same_section(old.section, new.section) {
        false => &rules::OPERATION_MOVED,
        true if old.operation.name != new.operation.name => &rules::OPERATION_RENAMED,
        true => return None,
    };
    Some(site.changed(rule, call(old), call(new)))
}
