//! The fixed words of the language.

use schemars::JsonSchema;

use super::read::{Read, wrong_kind};
use super::yaml::{Content, Node};
use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};

/// Declares an enum whose variants are words of the language.
macro_rules! words {
    ($(#[$attributes:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$attributes])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema)]
        pub enum $name {
            $($(#[$doc])* #[schemars(rename = $word)] $variant,)*
        }

        impl Read for $name {
            fn read(node: &Node, log: &mut Log) -> Option<Self> {
                one_of(node, &[$(($word, Self::$variant)),*], log)
            }
        }
    };
}

/// Finds a word in a list, or reports it with the nearest one.
fn one_of<T: Copy>(node: &Node, words: &[(&str, T)], log: &mut Log) -> Option<T> {
    let Content::Scalar { text, .. } = &node.content else {
        return wrong_kind(node, "a word", log);
    };
    let known = words.iter().find(|(word, _)| word == text);
    if known.is_none() {
        log.push(
            Diagnostic::new(&codes::E007, format!("`{text}` is none of the words allowed here"))
                .at(node.span, "unknown word")
                .maybe_help(did_you_mean(text, words.iter().map(|(word, _)| *word))),
        );
    }
    known.map(|(_, value)| *value)
}

words! {
    /// Whether a call carries the access token.
    Authorization {
        /// `Authorization: Bearer …`
        Bearer = "bearer",
        /// Nothing: the call that fetches the token.
        None = "none",
    }
}

words! {
    /// May the same request be sent twice?
    Retry {
        /// It only reads, or repeating it changes nothing.
        Safe = "safe",
        /// It moves money or creates something.
        Never = "never",
    }
}

words! {
    /// What goes wrong when a parameter is left out by accident.
    Hazard {
        /// More money moves than meant.
        Money = "money",
        /// Everything is acted on instead of one thing.
        All = "all",
        /// Nothing real happens.
        Test = "test",
        /// A check that protects does not take place.
        Unchecked = "unchecked",
    }
}

words! {
    /// What a record's being there, or missing, shows about a request whose answer was lost.
    Proof {
        /// The request makes the record: there means done.
        Created = "created",
        /// The request removes the record: missing means done.
        Removed = "removed",
        /// The request lowers the balance, which `checksum` told.
        Balance = "balance",
        /// Only what is so now.
        State = "state",
    }
}

words! {
    /// What a gateway makes of a parameter.
    Rule {
        /// It refuses the request without it.
        Required = "required",
        /// It takes it.
        Optional = "optional",
        /// It ignores or refuses it.
        Unsupported = "unsupported",
    }
}

words! {
    /// Why a response field that the docs require is an `Option` all the same.
    Absent {
        /// Real answers have lacked it.
        Observed = "observed",
    }
}

words! {
    /// How the codes of an enumeration are written in JSON.
    Wire {
        /// `"card"`
        String = "string",
        /// `0`
        Integer = "integer",
    }
}
