//! Keywords of the schema language that mean the same in the schema's text and in the model.

use schemars::JsonSchema;

/// The key of the rule for every gateway without one of its own.
pub const OTHERS: &str = "others";

/// A fixed set of values, each written as one word.
pub trait Keyword: Copy + 'static {
    /// Every value, in the order of the language's documentation.
    const ALL: &'static [Self];

    /// The word in a schema file.
    fn word(self) -> &'static str;
}

/// Declares an enum whose variants are keywords.
macro_rules! keywords {
    ($(#[$attributes:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$attributes])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
        pub enum $name {
            $($(#[$doc])* #[schemars(rename = $word)] $variant,)*
        }

        impl $name {
            /// Every value, in the order of the language's documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word in a schema file.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl Keyword for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.word()
            }
        }
    };
}

keywords! {
    /// The authentication of a call.
    Authorization {
        /// `Authorization: Bearer …`
        Bearer = "bearer",
        /// No header: the call that fetches the token.
        None = "none",
    }
}

keywords! {
    /// The damage done by leaving a parameter out by accident.
    Risk {
        /// More money moves than intended.
        Money = "money",
        /// Everything is acted on instead of one item.
        All = "all",
        /// A test transaction is made instead of a real one.
        Test = "test",
        /// A protecting check does not take place.
        Unchecked = "unchecked",
    }
}

keywords! {
    /// The state of a record that shows that a request was carried out.
    Evidence {
        /// The request creates the record: present means done, missing means not done.
        Exists = "exists",
        /// The request removes the record: missing means done, present means not done.
        Absent = "absent",
        /// The request lowers the balance: the record's `amount` less its `cancel_amount`, compared
        /// with the balance that the request expected.
        Balance = "balance",
        /// The record shows the current state; only the caller can tell whether the request caused it.
        State = "state",
    }
}

keywords! {
    /// A gateway's handling of a parameter.
    Requirement {
        /// The gateway refuses the request without it.
        Required = "required",
        /// The gateway accepts it.
        Optional = "optional",
        /// The gateway ignores or refuses it.
        Unsupported = "unsupported",
    }
}

keywords! {
    /// The reason why a response field that the docs require is an `Option`.
    Absent {
        /// Real responses have lacked it.
        Observed = "observed",
    }
}

keywords! {
    /// The JSON type of an enumeration's codes.
    Wire {
        /// `"card"`
        String = "string",
        /// `0`
        Integer = "integer",
    }
}
