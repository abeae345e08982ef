//! The documentation of the module `testing`, with an example.

use super::values::function_name;
use crate::emit::docs::Docs;
use crate::model::{Api, Field, Shape, TypeId};

/// The documentation of the module.
pub fn module(api: &Api) -> Docs {
    let docs = Docs::new("Responses for the tests of programs that use this crate.")
        .paragraph("The types of responses are `#[non_exhaustive]`, so that new fields are not breaking changes; other crates cannot construct them. Each has a function here that returns default values, for a test to change: texts and lists are empty, numbers are 0, codes are the first documented one, timestamps are the beginning of 1970, and optional values are absent.");
    match api.payment_lookup {
        Some(lookup) => {
            let (section, _) = api.operation(lookup.operation);
            let function = function_name(&api.ty(lookup.payment).name);
            let paid = format!(
                "`{function}()` alone is more: a paid payment of 1,000 won, without refunds."
            );
            docs.paragraph(&paid).block(example(api, lookup.payment, &section.name))
        }
        None => docs,
    }
}

fn example(api: &Api, payment: TypeId, feature: &str) -> Vec<String> {
    let (name, function) = (&api.ty(payment).name, function_name(&api.ty(payment).name));
    let module = &api.ty(payment).module;
    let [merchant_uid, amount, refunded] =
        ["merchant_uid", "amount", "cancel_amount"].map(|wire| member(api, payment, wire));
    let text = format!(
        r##"```
# #[cfg(feature = "{feature}")]
# fn main() -> Result<(), Box<dyn std::error::Error>> {{
use portone_v1::{module}::{name};
use portone_v1::testing;

let mut payment = testing::{function}();
assert_eq!((payment.{amount}, payment.{refunded}), (1_000.into(), 0.into()));
payment.{merchant_uid} = "order-2".to_owned();

// Or all of it, as the server would send it:
let payment: {name} = testing::from_json(
    r#"{{"imp_uid": "imp_1", "merchant_uid": "order-1", "amount": 1000,
        "cancel_amount": 0, "currency": "KRW", "status": "paid"}}"#,
)?;
# assert_eq!(payment.{merchant_uid}, "order-1");
# Ok(())
# }}
# #[cfg(not(feature = "{feature}"))]
# fn main() {{}}
```"##
    );
    text.lines().map(str::to_owned).collect()
}

/// The name in Rust of a field.
fn member<'a>(api: &'a Api, record: TypeId, wire: &'a str) -> &'a str {
    let fields: &[Field] = match &api.ty(record).shape {
        Shape::Record(fields) => fields,
        _ => &[],
    };
    fields.iter().find(|field| field.wire == wire).map_or(wire, |field| &field.name)
}
