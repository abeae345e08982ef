//! The reasons why a page cannot be read.

use std::fmt::{self, Display, Formatter};

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// The line, from 1.
    pub line: usize,
    /// The problem, in one sentence.
    pub problem: String,
}

impl LineProblem {
    /// A problem in a line.
    pub fn new(line: usize, problem: impl Into<String>) -> Self {
        Self { line, problem: problem.into() }
    }
}

/// A page that cannot be read as `pages.yaml` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageProblem {
    /// The page's name.
    pub page: String,
    /// The line and the problem.
    pub at: LineProblem,
}

impl Display for PageProblem {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.page, self.at.line, self.at.problem)
    }
}
