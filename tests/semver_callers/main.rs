//! Whether the verdicts of `diff` on Rust are what the compiler says: the program beside each
//! fixture was written for the crate before, and is compiled against the crate after.

mod callers;
mod compiler;
mod workspace;

use portone_v1_generator::diff::Level;
use portone_v1_tests::change;

use callers::{Caller, Side};
use compiler::Outcome;

fn callers() -> Vec<Caller> {
    let callers: Vec<_> = change::all().iter().map(Caller::read).collect();
    assert!(callers.len() > 100);
    callers
}

#[test]
fn the_compiler_agrees_with_every_verdict() {
    let callers = callers();
    let outcomes = compiler::check(&workspace::write(&callers));
    let wrong: Vec<_> =
        callers.iter().filter_map(|caller| contradiction(caller, &outcomes)).collect();
    assert!(wrong.is_empty(), "{} verdicts are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the compiler says against a verdict.
fn contradiction(caller: &Caller, outcomes: &compiler::Outcomes) -> Option<String> {
    let Caller { name, rule, .. } = caller;
    if let Outcome::Refused(why) = outcomes.of(caller, Side::Before) {
        return Some(format!("{name}: was not written for the crate before\n{why}"));
    }
    match (rule.rust, outcomes.of(caller, Side::After)) {
        (Level::Major, Outcome::Compiled) => {
            Some(format!("{name}: is major in Rust, and its caller compiles"))
        }
        (Level::None | Level::Patch | Level::Minor, Outcome::Refused(why)) => {
            let level = rule.rust.word();
            Some(format!("{name}: is {level} in Rust, and its caller does not compile\n{why}"))
        }
        _ => None,
    }
}

#[test]
fn every_caller_names_what_has_changed() {
    let callers = callers();
    let without = callers.iter().filter(|caller| !caller.names_the_change());
    let without: Vec<_> = without.map(|caller| (&caller.name, &caller.subjects)).collect();
    assert!(without.is_empty(), "these callers name nothing of the change: {without:#?}");
}
