//! Examples of responses by type: one for all operations that return the type.

use super::field;
use crate::json_object::Object;
use crate::model::{Api, Item, TypeRef};
use crate::samples;

/// An example of each type that some response or rejection has.
pub fn of(api: &Api) -> Object {
    let returned = api.operations().filter_map(|operation| operation.returns.map(|ty| ty.item));
    let errors = api.operations().filter_map(|operation| operation.error.map(Item::Named));
    let example = |item| {
        let value = samples::response(api, TypeRef { item, list: false });
        (field::word(api, item), value)
    };
    returned.chain(errors).map(example).collect()
}
