//! The effect of a change on those whom it concerns.

use crate::diff::{Direction, Level, Rule};

/// The people concerned, and the effect on them: `callers do not compile`.
pub fn effect(rule: &Rule) -> &'static str {
    let major = [rule.wire, rule.rust, rule.behaviour].map(|level| level == Level::Major);
    match (rule.direction, major) {
        (Direction::Response, [true, true, _]) => {
            "readers do not compile; old versions cannot read every response"
        }
        (_, [true, true, _]) => "callers do not compile; the server refuses old versions",
        (_, [false, true, _]) => "programs that use it do not compile",
        (Direction::Response, [true, false, false]) => {
            "programs compile, and old versions cannot read every response"
        }
        (_, [true, false, false]) => "programs compile, and old versions fail at the server",
        (_, [true, false, true]) => {
            "programs compile, and behave differently; old versions fail at the server"
        }
        (_, [false, false, true]) => "programs compile, and behave differently",
        (_, [false, false, false]) => match rule.level() {
            Level::Minor => "nobody has to change",
            _ => "nobody notices",
        },
    }
}
