//! The directions in which a struct travels, and the rule that counts for them.

use super::Rule;

/// The use of a struct by programs.
#[derive(Clone, Copy)]
pub struct Role {
    /// Programs send it.
    pub sent: bool,
    /// Programs read it.
    pub received: bool,
    /// Its fields are public.
    pub record: bool,
}

impl Role {
    /// The applicable rule; for a struct that is sent and received, the more severe one.
    pub fn pick(self, request: &'static Rule, response: &'static Rule) -> &'static Rule {
        match (self.sent, self.received) {
            (true, true) => more_severe(request, response),
            (true, false) => request,
            (false, _) => response,
        }
    }
}

fn more_severe(one: &'static Rule, other: &'static Rule) -> &'static Rule {
    let severity = |rule: &Rule| (rule.level(), rule.wire, rule.rust, rule.behaviour);
    if severity(other) > severity(one) { other } else { one }
}
