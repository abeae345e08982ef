//! Names that a schema declares, as the JSON Schema for editors refers to them. Which names there are
//! follows from a schema; the references follow from the language.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// Declares definitions that any text fits until the names of a schema are put in.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        $(
            $(#[$doc])*
            pub struct $name;

            impl JsonSchema for $name {
                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!({ "type": "string" })
                }
            }
        )*
    };
}

names! {
    /// A type of the language or of the schema.
    TypeName,
    /// A type, or `none`.
    ReturnName,
    /// An enumeration.
    EnumerationName,
    /// The file of a section.
    SectionName,
    /// An operation that only reads, with its section.
    ReadName,
    /// A gateway.
    GatewayCode,
    /// A gateway, or `others`.
    GatewayOrOthers,
    /// A code that gateways have codes of their own for.
    StandardCode,
    /// A code of any enumeration in requests, or another text.
    AnyCode,
}

/// A map whose keys are names.
pub struct Named<K, V>(PhantomData<(K, V)>);

impl<K: JsonSchema, V: JsonSchema> JsonSchema for Named<K, V> {
    fn schema_name() -> Cow<'static, str> {
        format!("MapOf{}To{}", K::schema_name(), V::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "minProperties": 1,
            "propertyNames": generator.subschema_for::<K>(),
            "additionalProperties": generator.subschema_for::<V>(),
        })
    }
}
