//! Empty crates with the names of the published ones, so that a test compiles them in a second.

use portone_v1_tests::repository::Repository;

/// The library of the generated crate.
pub const LIBRARY: &str = "generated/src/lib.rs";

/// The library of the runtime.
pub const RUNTIME: &str = "runtime/src/lib.rs";

/// The manifest of the generated crate, with its features.
pub const MANIFEST: &str = "generated/Cargo.toml";

/// The beginning of a workspace's manifest.
pub const WORKSPACE: &str =
    "[workspace]\nresolver = \"3\"\nmembers = [\"fake\", \"generated\", \"runtime\"]\n";

/// Writes the crates, without the manifest of their workspace.
pub fn write(repository: &Repository) {
    for (folder, name) in [
        ("fake", "portone-v1-fake"),
        ("generated", "portone-v1"),
        ("runtime", "portone-v1-runtime"),
    ] {
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [features]\ndefault = [\"payments\"]\npayments = []\n"
        );
        repository.write(&format!("{folder}/Cargo.toml"), &manifest);
        repository.write(&format!("{folder}/src/lib.rs"), "//! Nothing.\n");
    }
    repository.write(
        LIBRARY,
        "//! A shop.\n\n\
         pub struct Get { id: String }\n\n\
         impl Get {\n    pub fn check(&self) -> bool { self.id.is_empty() }\n}\n\n\
         pub enum Status { Ready, Paid }\n\n\
         #[non_exhaustive]\npub enum Bank { Kb }\n\n\
         pub struct Pair { pub one: u8 }\n\n\
         pub struct Point(pub u8);\n\n\
         pub struct Id {}\n\n\
         pub struct Old;\n\n\
         pub struct Moved;\n\n\
         pub trait Send2 { fn send(&self); fn again(&self) {} }\n\n\
         #[doc(hidden)]\npub mod internal { pub fn call() {} }\n",
    );
}
