//! Switch that ends a process at a request.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::kill::{Kill, KillMoment};
use crate::request::HttpRequest;

/// Switch that the request of a [`Kill`] trips. Other requests pass it.
#[derive(Default)]
pub struct KillSwitch(Mutex<Option<Armed>>);

struct Armed {
    kill: Option<Kill>,
    requests: u64,
    trips: Sender<Tripped>,
}

/// Request that trips the switch.
pub struct Trip {
    /// Moment at which the process is killed.
    pub moment: KillMoment,
    trips: Sender<Tripped>,
}

/// Message to the thread that kills the process.
pub struct Tripped {
    /// Time until the kill.
    pub delay: Duration,
    /// The request, if it is executed after the next start, and the time until then.
    pub overtaken: Option<(Duration, HttpRequest)>,
    /// Ends the connection when it is dropped.
    _hold: oneshot::Sender<()>,
}

impl KillSwitch {
    /// Waits for the request of a kill, if there is one, among those from now on.
    pub fn arm(&self, kill: Option<Kill>) -> Receiver<Tripped> {
        let (trips, tripped) = mpsc::channel();
        let armed = Armed { kill, requests: 0, trips };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(armed);
        tripped
    }

    /// Counts a request. Returns the trip if it is the request of the kill.
    pub fn count(&self) -> Option<Trip> {
        let mut armed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Armed { kill, requests, trips } = armed.as_mut()?;
        *requests += 1;
        let kill = kill.filter(|kill| kill.request() == *requests)?;
        Some(Trip { moment: kill.moment(), trips: trips.clone() })
    }
}

impl Trip {
    /// Has the process killed, and waits until it is.
    pub async fn hold(self, request: HttpRequest) {
        let overtaken = match self.moment {
            KillMoment::Overtaken(late) => Some((late, request)),
            _ => None,
        };
        let killed = self.send(Duration::ZERO, overtaken);
        // Fails when the process is killed, or nobody kills it any more.
        let _ = killed.await;
    }

    /// Has the process killed after this time.
    pub fn after(self, delay: Duration) {
        drop(self.send(delay, None));
    }

    fn send(
        &self,
        delay: Duration,
        overtaken: Option<(Duration, HttpRequest)>,
    ) -> oneshot::Receiver<()> {
        let (hold, killed) = oneshot::channel();
        let _ = self.trips.send(Tripped { delay, overtaken, _hold: hold });
        killed
    }
}
