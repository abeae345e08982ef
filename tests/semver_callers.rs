//! The verdicts of `diff` on Rust, compared with those of the compiler: the caller of each fixture was
//! written for the old crate, and is compiled against the new one.

mod callers;
mod compiler;
mod workspace;

use std::env;
use std::sync::OnceLock;

use portone_v1_generator::diff::Level;
use portone_v1_tests::diff_fixture::DiffFixture;
use portone_v1_tests::fixture;

use self::callers::{Caller, Side};
use self::compiler::Verdict;

/// Every caller, or those of the fixtures whose names contain the text in `DIFF_FIXTURE`.
fn callers() -> &'static [Caller] {
    static CALLERS: OnceLock<Vec<Caller>> = OnceLock::new();
    CALLERS.get_or_init(read)
}

fn read() -> Vec<Caller> {
    let chosen = env::var("DIFF_FIXTURE").unwrap_or_default();
    let names = fixture::names("diff").into_iter().filter(|name| name.contains(&chosen));
    let callers: Vec<_> = names.map(|name| Caller::read(&DiffFixture::read(&name))).collect();
    assert!(callers.len() > if chosen.is_empty() { 100 } else { 0 });
    callers
}

#[test]
fn the_compiler_agrees_with_every_verdict() {
    let callers = callers();
    let verdicts = compiler::check(callers);
    let wrong: Vec<_> =
        callers.iter().filter_map(|caller| contradiction(caller, &verdicts)).collect();
    assert!(wrong.is_empty(), "{} verdicts are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The contradiction between the compiler and a verdict.
fn contradiction(caller: &Caller, verdicts: &compiler::Verdicts) -> Option<String> {
    let Caller { name, rule, .. } = caller;
    if let Verdict::Rejected(why) = verdicts.of(caller, Side::Before) {
        return Some(format!("{name}: was not written for the crate before\n{why}"));
    }
    match (rule.rust, verdicts.of(caller, Side::After)) {
        (Level::Major, Verdict::Compiled) => {
            Some(format!("{name}: is major in Rust, and its caller compiles"))
        }
        (Level::None | Level::Patch | Level::Minor, Verdict::Rejected(why)) => {
            let level = rule.rust.word();
            Some(format!("{name}: is {level} in Rust, and its caller does not compile\n{why}"))
        }
        _ => None,
    }
}

#[test]
fn every_caller_uses_the_changed_item() {
    let without = callers().iter().filter(|caller| !caller.names_the_change());
    let without: Vec<_> = without.map(|caller| (&caller.name, &caller.subjects)).collect();
    assert!(without.is_empty(), "these callers name nothing of the change: {without:#?}");
}
