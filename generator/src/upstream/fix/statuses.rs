//! New statuses of operations. A person writes the sentence; a success in part changes the type of the response.

use super::entry::{IN_OPERATION, Needed, before_in, entries, entry};
use crate::syntax::TODO;
use crate::upstream::edit::{Action, Change};
use crate::upstream::facts::Facts;
use crate::upstream::finding::Finding;
use crate::upstream::yaml_fragment::YamlFragment;
use crate::yaml_index::YamlIndex;

/// The status, unless it is that of a success.
fn failure(finding: &Finding) -> Option<&str> {
    let status = finding.location.strip_prefix("response.")?;
    let is_failure = status.parse::<u16>().is_ok() && !status.starts_with('2');
    is_failure.then_some(status)
}

/// The next change for a new status.
pub fn add(index: &YamlIndex, finding: &Finding) -> Needed {
    let operation = index.subject(&finding.subject).ok_or("the operation is not in the schema")?;
    let status = failure(finding).ok_or("it is for a person to judge")?;
    let to_do = || YamlFragment::Text(TODO.to_owned());
    let Some(errors) = entry(operation, "errors") else {
        let fragment = YamlFragment::Map(vec![(status.to_owned(), to_do())]);
        let (key, after) = ("errors".to_owned(), before_in(&IN_OPERATION, "errors"));
        return Ok(Some(Change::of(operation, Action::Insert { after, key, fragment })));
    };
    if entry(errors, status).is_some() {
        return Ok(None);
    }
    let smaller = entries(errors).map(|error| error.key.text.clone());
    let mut after: Vec<String> = smaller.filter(|other| other.as_str() < status).collect();
    after.reverse();
    let action = Action::Insert { after, key: status.to_owned(), fragment: to_do() };
    Ok(Some(Change::of(errors, action)))
}

/// The facts with the new status.
pub fn expect(facts: &mut Facts, finding: &Finding, after: &Facts) -> Option<()> {
    let status = failure(finding)?;
    let new = after.operations.get(&finding.subject)?.responses.get(status)?;
    let responses = &mut facts.operations.get_mut(&finding.subject)?.responses;
    responses.insert(status.to_owned(), new.clone()).is_none().then_some(())
}
