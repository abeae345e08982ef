//! The schema of this repository, and its items.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::sync::LazyLock;

use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::fix::{self, Fixed};
use portone_v1_generator::upstream::{self, Facts, FieldFacts};
use portone_v1_tests::drift_fixture::DATE;
use similar::{ChangeTag, TextDiff};

/// An operation or a type, or a field of one.
pub struct Item {
    pub subject: String,
    pub field: Option<String>,
}

impl Item {
    pub fn is_operation(&self) -> bool {
        self.field.is_none() && self.subject.contains(' ')
    }
}

pub struct RealSchema {
    sources: Sources,
    api: Api,
    facts: Facts,
    items: Vec<Item>,
    /// Of so many items, one is in `items`.
    pub every: usize,
}

/// Read once for all tests: that takes a second without optimisation.
pub static REAL_SCHEMA: LazyLock<RealSchema> = LazyLock::new(RealSchema::read);

const GROUPS: usize = 1;
/// Of so many items, one is changed; the gate changes each.
const EVERY: usize = 24;

impl RealSchema {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("schema");
        let sources = Sources::read(&folder).expect("the schema");
        let api = upstream::read_schema(&sources).expect("a valid schema");
        let facts = upstream::facts(&api);
        let every = number("DRIFT_FIX_EVERY").unwrap_or(EVERY).max(1);
        let items = items(&documented(facts.clone())).into_iter().step_by(every).collect();
        Self { items, every, facts, api, sources }
    }

    /// The facts of an upstream that agrees with the schema.
    pub fn upstream(&self) -> Facts {
        documented(self.facts.clone())
    }

    /// Items that change together; they are distant from each other.
    pub fn groups(&self) -> Vec<Vec<&Item>> {
        let groups = number("DRIFT_FIX_GROUPS").unwrap_or(GROUPS).clamp(1, self.items.len());
        (0..groups).map(|first| self.items.iter().skip(first).step_by(groups).collect()).collect()
    }

    /// Fixes the schema, compares the result with `theirs`, and returns the findings that are left.
    pub fn assert_fixed(
        &self,
        theirs: &Facts,
        items: &[&Item],
        change: &impl Fn(&mut Facts, &Item) -> bool,
        then: &impl Fn(&mut Facts, &Item),
    ) -> Vec<String> {
        let fixed = self.fix(theirs);
        let after = self.after(&fixed);
        let facts = facts(&after);
        let pointer = |left: &fix::Left| left.id.split_once(' ').map(|(_, it)| it.to_lowercase());
        let left: Vec<String> = fixed.left.iter().filter_map(pointer).collect();
        let mut expected = self.facts.clone();
        for item in items.iter().filter(|item| !left.iter().any(|left| item.is_at(left))) {
            if has(theirs, item) || !has(&facts, item) {
                assert!(change(&mut expected, item));
            } else {
                then(&mut expected, item);
            }
        }
        let [expected, after_fix] = [expected, facts].map(|facts| text(in_order(facts)));
        if expected != after_fix {
            let difference = TextDiff::from_lines(&expected, &after_fix);
            panic!("{}", difference.unified_diff().header("expected", "after the fix"));
        }
        self.assert_only_lines_of_items_change(&after, items.len());
        fixed.left.into_iter().map(|left| format!("{} ({})", left.id, left.reason)).collect()
    }

    fn fix(&self, theirs: &Facts) -> Fixed {
        fix::fix(&upstream::compare(&self.api, None, theirs), &self.sources, Some(DATE))
    }

    fn after(&self, fixed: &Fixed) -> Sources {
        let mut after = self.sources.clone();
        for (file, text) in &fixed.files {
            after.files[*file].text.clone_from(text);
        }
        after
    }

    /// Compares the text that is not in the facts, such as sentences: it is the same if few lines differ.
    fn assert_only_lines_of_items_change(&self, after: &Sources, items: usize) {
        let pairs = self.sources.files.iter().zip(&after.files);
        let pairs = pairs.filter(|(old, new)| old.text != new.text);
        let removed = pairs.map(|(old, new)| {
            let diff = TextDiff::from_lines(&old.text, &new.text);
            let removed = |change: &similar::Change<&str>| change.tag() == ChangeTag::Delete;
            diff.iter_all_changes().filter(removed).count()
        });
        let removed: usize = removed.sum();
        assert!(removed <= 3 * items, "{removed} lines for {items} items");
    }
}

impl Item {
    /// True if a pointer such as `POST /vbanks body.amount kcp` is about this item.
    fn is_at(&self, pointer: &str) -> bool {
        let own = match &self.field {
            Some(field) => format!("{} {field}", self.subject),
            None => self.subject.clone(),
        };
        let own = own.to_lowercase();
        pointer == own || pointer.starts_with(&format!("{own} "))
    }
}

/// The number in a variable of the environment.
fn number(variable: &str) -> Option<usize> {
    env::var(variable).ok()?.parse().ok()
}

fn facts(sources: &Sources) -> Facts {
    upstream::facts(&upstream::read_schema(sources).expect("a valid schema"))
}

fn documented(mut facts: Facts) -> Facts {
    facts.operations.retain(|_, operation| operation.undocumented_since.is_none());
    let parameters = facts.operations.values_mut().map(|operation| &mut operation.parameters);
    for fields in parameters.chain(facts.types.values_mut()) {
        fields.retain(|_, field| field.undocumented_since.is_none());
    }
    facts
}

fn items(facts: &Facts) -> Vec<Item> {
    let operations = facts.operations.iter().map(|(route, it)| (route, &it.parameters));
    let mut items = Vec::new();
    for (subject, fields) in operations.chain(&facts.types) {
        let item =
            |field: Option<&String>| Item { subject: subject.clone(), field: field.cloned() };
        items.push(item(None));
        items.extend(fields.keys().map(|field| item(Some(field))));
    }
    items
}

pub fn fields<'f>(facts: &'f mut Facts, subject: &str) -> &'f mut BTreeMap<String, FieldFacts> {
    match facts.operations.get_mut(subject) {
        Some(operation) => &mut operation.parameters,
        None => facts.types.get_mut(subject).expect("a type"),
    }
}

fn has(facts: &Facts, item: &Item) -> bool {
    let Some(field) = &item.field else { return facts.operations.contains_key(&item.subject) };
    let parameters = facts.operations.get(&item.subject).map(|it| &it.parameters);
    parameters.or_else(|| facts.types.get(&item.subject)).is_some_and(|it| it.contains_key(field))
}

fn text(facts: Facts) -> String {
    upstream::write_lock(facts, DATE, "").expect("a lock")
}

/// Places are numbered anew, so that only the order counts.
fn in_order(mut facts: Facts) -> Facts {
    let parameters = facts.operations.values_mut().map(|operation| &mut operation.parameters);
    for fields in parameters.chain(facts.types.values_mut()) {
        let location = |name: &str| {
            name.split_once('.').map_or(0, |(place, _)| match place {
                "path" => 1,
                "query" => 2,
                _ => 3,
            })
        };
        let mut ordered: Vec<(&String, &mut FieldFacts)> = fields.iter_mut().collect();
        ordered.sort_by_key(|(name, field)| (location(name), field.place));
        for (place, (_, field)) in ordered.into_iter().enumerate() {
            field.place = place;
        }
    }
    facts
}
