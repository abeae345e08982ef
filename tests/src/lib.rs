//! Fixtures, servers on loopback and processes, for all tests of this package.

pub mod diff_fixture;
pub mod drift_fixture;
pub mod fixture;
pub mod loopback;
pub mod open_drift;
pub mod own_process;
pub mod package;
pub mod repository;
pub mod run;
pub mod rustc;
pub mod schema_mutations;
pub mod server;
pub mod snapshot;
pub mod torn;
pub mod xtask;

/// The README's programs, compiled as users will copy them.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
#[doc = include_str!("../../README.ko.md")]
pub struct Readme;

/// The same for the examples in the documentation of the runtime.
#[cfg(doctest)]
#[doc = include_str!(concat!(env!("OUT_DIR"), "/runtime_examples.md"))]
pub struct RuntimeExamples;

/// The same for the server's README.
#[cfg(doctest)]
#[doc = include_str!("../../fake/README.md")]
#[doc = include_str!("../../fake/README.ko.md")]
pub struct FakeReadme;

/// The same for the guides. Both languages of a guide have the same programs, which a test compares.
#[cfg(doctest)]
#[doc = include_str!("../../examples/guides/billing_keys.md")]
#[doc = include_str!("../../examples/guides/going_live.md")]
#[doc = include_str!("../../examples/guides/journal.md")]
#[doc = include_str!("../../examples/guides/refunds.md")]
#[doc = include_str!("../../examples/guides/verification.md")]
#[doc = include_str!("../../examples/guides/virtual_accounts.md")]
pub struct Guides;
