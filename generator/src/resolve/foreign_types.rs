//! Names of types in other languages.

/// The type of this language that stands for one of another language.
pub fn help(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "number" | "numeric" | "decimal" | "bigdecimal" | "float" | "double" | "currency"
        | "money" => "write `amount` for money, and `integer` for other whole numbers",
        "int" | "int32" | "int64" | "long" | "short" | "i32" | "i64" | "u32" | "u64" => {
            "write `integer`, or `amount` for money"
        }
        "bool" => "write `boolean`",
        "str" | "text" | "varchar" | "char" | "uuid" => "write `string`",
        "date" | "datetime" | "time" | "unixtime" | "instant" => {
            "write `timestamp` for Unix seconds, and `string` for a date as text"
        }
        "object" | "map" | "json" | "dict" | "record" | "struct" => {
            "declare a type with `fields` under `types`, and write its name"
        }
        "array" | "list" | "vec" => "write the type of the elements in brackets: `[string]`",
        _ => return None,
    })
}
