//! Calls of which the last item is made to fail.

use serde_json::{Value, json};

use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;
use crate::sections;

/// Carries a call out without the last item that it names.
///
/// # Errors
/// Fails as the operation does with the others.
pub fn answer(books: &mut Books, mut call: Call<'_>) -> Answer {
    let Some(failed) = last_item(&mut call) else { return sections::answer(books, &call) };
    let mut lists = call.operation.parameters.iter().filter(|field| field.list);
    if !lists.any(|field| call.get(&field.name).is_some()) {
        // Some operations that are given no item take all of them.
        return Ok(Success::in_part(Vec::new(), vec![failed]));
    }
    let mut success = sections::answer(books, &call)?;
    success.failed.push(failed);
    Ok(success)
}

/// Takes the item out, as what is answered of it.
fn last_item(call: &mut Call<'_>) -> Option<Value> {
    let lists = call.operation.parameters.iter().rev().filter(|field| field.list);
    let mut names = lists.map(|field| field.name.as_str());
    let name = names.find(|name| call.get(name).is_some())?;
    let items = call.values.get_mut(name)?.as_array_mut()?;
    let item = items.pop()?;
    if items.is_empty() {
        call.values.remove(name);
    }
    Some(json!({ name: item, "message": "this one failed" }))
}
