//! Names that Rust, cargo, operating systems or the generated code need for themselves.

/// Every word that is a keyword or reserved in edition 2024. Our own table, because `syn` accepts
/// `gen` as a name, which edition 2024 reserves.
pub const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The types, traits and variants of the prelude: programs that import everything from `types` would lose them.
pub const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

/// Types that the generated code defines, and the error envelope of the OpenAPI document.
pub const TYPES: &[&str] = &["ApiError", "Client", "ClientBuilder"];

/// Modules, features, files and methods of the client.
pub const MODULES: &[&str] = &[
    "blocking",
    "builder",
    "client",
    "clone",
    "close_intent",
    "codes",
    "default",
    "from_env",
    "http",
    "lib",
    "look_up",
    "main",
    "payment_source",
    "reconcile",
    "reconcile_reads",
    "recover",
    "recover_with",
    "reqwest",
    "serde",
    "testing",
    "tracing",
    "types",
    "verification",
    "verify",
    "wait",
    "with",
    "with_tier",
];

/// Crates that paths of the generated code begin with.
pub const CRATES: &[&str] = &["alloc", "core", "portone_v1", "portone_v1_runtime", "std"];

/// Devices of Windows, where no file can have such a name.
pub const DEVICES: &[&str] = &[
    "aux", "con", "nul", "prn", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Methods of requests and records. A setter with the name of an operator could be taken for it.
pub const METHODS: &[&str] = &[
    "add", "bitand", "bitor", "bitxor", "call", "check", "clone", "div", "mul", "new", "rem",
    "shl", "shr", "sub",
];
