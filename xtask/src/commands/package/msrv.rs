//! The toolchain of the minimum supported version of Rust.

use std::process::Command;

use crate::cargo;

/// The name of an installed toolchain of a version, such as `1.85-x86_64-unknown-linux-gnu`.
pub fn toolchain(version: &str) -> Option<String> {
    let output = cargo::read(Command::new("rustup").args(["toolchain", "list"])).ok()?;
    let list = String::from_utf8_lossy(&output.stdout).into_owned();
    find(&list, version).map(str::to_owned)
}

fn find<'l>(list: &'l str, version: &str) -> Option<&'l str> {
    let mut names = list.lines().filter_map(|line| line.split(' ').next());
    let is_it = |name: &&str| {
        name.strip_prefix(version)
            .is_some_and(|rest| rest.starts_with(['.', '-']) || rest.is_empty())
    };
    names.rfind(is_it)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_patch_release_counts_and_a_longer_number_does_not() {
        let list = "stable-x86_64 (active, default)\n1.85.1-x86_64\n1.95.0-x86_64\n";
        assert_eq!(find(list, "1.85"), Some("1.85.1-x86_64"));
        assert_eq!(find(list, "1.8"), None);
        assert_eq!(find(list, "1.86"), None);
    }
}
