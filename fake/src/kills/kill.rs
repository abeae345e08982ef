//! Point at which a process is killed.

use std::fmt;
use std::time::Duration;

/// Point at which a process is killed: a request, counted from the start of the process, and a moment of
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kill {
    request: u64,
    moment: KillMoment,
}

/// Moment of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum KillMoment {
    /// The request was received. It is never executed.
    Received,
    /// The request was received. It is executed this long after the process was started again: on the
    /// network, or in a gateway, a request can outlive its sender.
    Overtaken(Duration),
    /// The request was executed, and not answered.
    Executed,
    /// The request was answered, this long ago.
    Answered(Duration),
}

impl Kill {
    /// Creates a kill at a request, counted from 1, of any operation.
    pub fn new(request: u64, moment: KillMoment) -> Self {
        Self { request, moment }
    }

    /// Number of the request, from 1.
    pub fn request(&self) -> u64 {
        self.request
    }

    /// Moment of the request.
    pub fn moment(&self) -> KillMoment {
        self.moment
    }
}

/// Formats the kill like `at request 3: executed, not answered`.
impl fmt::Display for Kill {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "at request {}: {}", self.request, self.moment)
    }
}

impl fmt::Display for KillMoment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Received => formatter.write_str("received, never executed"),
            Self::Overtaken(late) => {
                write!(formatter, "received, executed {late:?} after the next start")
            }
            Self::Executed => formatter.write_str("executed, not answered"),
            Self::Answered(ago) => write!(formatter, "answered {ago:?} ago"),
        }
    }
}
