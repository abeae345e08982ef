//! The macro that declares rules and a table of them.

/// Declares rules, and the table of them.
macro_rules! rules {
    ($($name:ident = $id:literal {
        $what:literal, $direction:ident,
        wire: $wire:ident, rust: $rust:ident, behaviour: $behaviour:ident,
        why: $why:literal,
        example: $example:literal,
        migration: $migration:literal,
        $(money: $money:literal,)?
    })*) => {
        $(
            #[doc = $what]
            pub static $name: $crate::diff::rule::Rule = $crate::diff::rule::Rule {
                id: $id,
                what: $what,
                direction: $crate::diff::rule::Direction::$direction,
                wire: $crate::diff::level::Level::$wire,
                rust: $crate::diff::level::Level::$rust,
                behaviour: $crate::diff::level::Level::$behaviour,
                why: $why,
                example: $example,
                migration: $migration,
                money: false $(|| $money)?,
            };
        )*

        pub(super) const TABLE: &[&$crate::diff::rule::Rule] = &[$(&$name),*];
    };
}
