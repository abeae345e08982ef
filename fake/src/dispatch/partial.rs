//! Calls whose last item is made to fail.

use serde_json::{Value, json};

use crate::call::ApiCall;
use crate::response::{OperationResult, Success};
use crate::sections;
use crate::state::MerchantState;

/// Executes a call without its last item, and returns that item as failed.
///
/// # Errors
/// The error of the operation with the other items.
pub fn handle(state: &mut MerchantState, mut call: ApiCall<'_>) -> OperationResult {
    let Some(failed) = take_last_item(&mut call) else { return sections::handle(state, &call) };
    let mut lists = call.operation.parameters.iter().filter(|field| field.list);
    if !lists.any(|field| call.get(&field.name).is_some()) {
        // Without any item, some operations would act on all of them.
        return Ok(Success::partial(Vec::new(), vec![failed]));
    }
    let mut success = sections::handle(state, &call)?;
    success.failed.push(failed);
    Ok(success)
}

/// Removes the last item, and returns its failure.
fn take_last_item(call: &mut ApiCall<'_>) -> Option<Value> {
    let lists = call.operation.parameters.iter().rev().filter(|field| field.list);
    let mut names = lists.map(|field| field.name.as_str());
    let name = names.find(|name| call.get(name).is_some())?;
    let items = call.values.get_mut(name)?.as_array_mut()?;
    let item = items.pop()?;
    if items.is_empty() {
        call.values.remove(name);
    }
    Some(json!({ name: item, "message": "failed by an injected fault" }))
}
