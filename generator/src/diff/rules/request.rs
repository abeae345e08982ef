//! What programs send.

use super::rules;

rules! {
    PARAMETER_NOW_REQUIRED = "request-parameter-now-required" {
        "an optional parameter is required now", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "Requests without it are refused, and it moves from a setter to an argument of `new`.",
        example: "`pg?` of `vbanks.issue` becomes `pg`: `IssueVbank::new(…).pg(x)` becomes `IssueVbank::new(…, x)`.",
        migration: "Pass `{name}` to `new` instead of setting it.",
    }
}
