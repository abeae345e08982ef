//! A call through a random sequence of faults, and its invariants.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fastrand::Rng;
use portone_v1_runtime::internal::{Call, DefaultClient, Transport};
use portone_v1_runtime::{Error, RetryPolicy};
use tokio::runtime::Handle;

use super::backend::{FaultyBackend, Plan};
use super::fault::{Fault, promise};
use super::server::FaultyServer;
use crate::fixture::{CHANGE, GET, Payment, builder};

/// More than are ever sent: three attempts and one after a 401.
const FAULTS: usize = 6;
const ATTEMPTS: u32 = 3;
const TIMEOUT: Duration = Duration::from_millis(1000);
const LONG: Duration = Duration::from_secs(60);
/// The tolerance for a busy machine.
const SLACK: Duration = Duration::from_secs(5);

pub(super) struct Sequence {
    seed: u64,
    faults: Vec<Fault>,
    idempotent: bool,
    deadline: Duration,
    plan: Plan,
    client: Transport,
    server: Arc<FaultyServer>,
}

impl Sequence {
    pub(super) fn random(seed: u64, server: &Arc<FaultyServer>, http: DefaultClient) -> Self {
        let mut random = Rng::with_seed(seed);
        let faults: Vec<_> = (0..FAULTS).map(|_| Fault::random(&mut random)).collect();
        let is_short = random.u8(..6) == 0;
        let deadline = if is_short { Duration::from_millis(random.u64(..400)) } else { LONG };
        let plan = Arc::new(Mutex::new(faults.iter().copied().collect()));
        let client = builder(&server.url())
            .http_client(FaultyBackend::new(http, server, Arc::clone(&plan)))
            .retry(
                RetryPolicy::new().max_attempts(ATTEMPTS).initial_delay(Duration::from_millis(2)),
            )
            .timeout(TIMEOUT)
            .deadline(deadline);
        let client = if random.bool() { client.runtime(Handle::current()) } else { client };
        Self {
            seed,
            faults,
            idempotent: random.bool(),
            deadline,
            plan,
            client: client.build().unwrap(),
            server: Arc::clone(server),
        }
    }

    pub(super) async fn run(self) {
        let begun = Instant::now();
        let result = self.call().await;
        let elapsed = begun.elapsed();
        let story = format!(
            "FAULTS_SEED={} FAULTS_SEQUENCES=1: idempotent: {}, deadline {:?}, took {elapsed:?}\n\
             {:?}\n{result:?}",
            self.seed, self.idempotent, self.deadline, self.faults
        );
        assert!(elapsed < self.deadline + SLACK, "outlived its deadline: {story}");
        // What was sent just before the deadline may still be arriving.
        tokio::time::sleep(Duration::from_millis(50)).await;
        self.assert_harmless(&result, &story);
        if self.deadline == LONG && elapsed < self.stalls() + TIMEOUT {
            self.assert_promise(&result, &story);
        }
    }

    async fn call(&self) -> Result<(), Error> {
        let operation = if self.idempotent { &GET } else { &CHANGE };
        let call = Call::new(operation).path("imp_uid", &self.id());
        self.client.send(call).await?.decode::<Payment>().map(drop)
    }

    fn id(&self) -> String {
        self.seed.to_string()
    }

    /// The time that the stalls of the attempts that were made took. Beyond it by a timeout, the
    /// machine was so busy that another attempt may have failed, which nobody has planned.
    fn stalls(&self) -> Duration {
        let made = &self.faults[..self.made()];
        TIMEOUT * u32::try_from(made.iter().filter(|fault| fault.stalls()).count()).unwrap()
    }

    fn made(&self) -> usize {
        FAULTS - self.plan.lock().unwrap().len()
    }

    fn assert_harmless(&self, result: &Result<(), Error>, story: &str) {
        let acted = self.server.acted(&self.id());
        if self.idempotent {
            assert!(!matches!(result, Err(Error::OutcomeUnknown(_))), "{story}");
            return;
        }
        assert!(acted <= 1, "acted twice: {story}");
        match result {
            Ok(()) => assert_eq!(acted, 1, "{story}"),
            Err(Error::OutcomeUnknown(_)) => {}
            Err(_) => assert_eq!(acted, 0, "acted, and an error that does not say so: {story}"),
        }
    }

    fn assert_promise(&self, result: &Result<(), Error>, story: &str) {
        let (success, attempts) = promise(&self.faults, self.idempotent, ATTEMPTS);
        assert_eq!(result.is_ok(), success, "{story}");
        assert_eq!(self.made(), attempts, "attempts: {story}");
    }
}
