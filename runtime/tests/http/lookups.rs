//! Reconciliation through look-ups that fail in every way: no verdict is wrong.
//!
//! `LOOKUPS_SEQUENCES` sets the number of random sequences, `LOOKUPS_SEED` their seed; a failure prints
//! the seed of its sequence.

mod sequence;
mod server;
mod truth;

use std::env;
use std::sync::Arc;

use portone_v1_runtime::internal::Transport;
use tokio::runtime::Handle;
use tokio::task::JoinSet;

use crate::fixture::builder;
use sequence::Sequence;
use server::LookupServer;

/// At the same time, so that the waiting of one is the work of others.
const AT_ONCE: usize = 100;

fn setting(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |value| value.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_verdict_is_wrong() {
    let seed = setting("LOOKUPS_SEED", fastrand::u64(..1 << 40));
    let sequences = setting("LOOKUPS_SEQUENCES", 1_000);
    let server = Arc::new(LookupServer::start().await);
    let on_thread = || builder(&server.url());
    let here = on_thread().runtime(Handle::current());
    let clients: [Transport; 2] = [on_thread(), here].map(|builder| builder.build().unwrap());
    let mut running = JoinSet::new();
    let mut verdicts = Verdicts::default();
    for (number, client) in (0..sequences).zip(clients.iter().cycle()) {
        if running.len() >= AT_ONCE {
            verdicts.add(running.join_next().await.unwrap().unwrap());
        }
        running.spawn(Sequence::random(seed + number).run(Arc::clone(&server), client.clone()));
    }
    while let Some(result) = running.join_next().await {
        verdicts.add(result.unwrap());
    }
    println!("{verdicts:?}");
    assert!(verdicts.wrong.is_empty(), "begun with LOOKUPS_SEED={seed}: {:#?}", verdicts.wrong);
    // Otherwise the sequences show nothing.
    assert!(verdicts.done * 20 > sequences && verdicts.not_done_yet * 20 > sequences);
    assert!(verdicts.unclear * 20 > sequences && verdicts.failed * 20 > sequences);
}

/// The number of each verdict.
#[derive(Debug, Default)]
struct Verdicts {
    done: u64,
    not_done_yet: u64,
    unclear: u64,
    failed: u64,
    /// The sequences of wrong ones.
    wrong: Vec<String>,
}

/// The verdict on a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Done,
    NotDoneYet,
    Unclear,
    Failed,
}

impl Verdicts {
    fn add(&mut self, (verdict, problem): (Verdict, Option<String>)) {
        *match verdict {
            Verdict::Done => &mut self.done,
            Verdict::NotDoneYet => &mut self.not_done_yet,
            Verdict::Unclear => &mut self.unclear,
            Verdict::Failed => &mut self.failed,
        } += 1;
        self.wrong.extend(problem);
    }
}
