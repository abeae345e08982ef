//! Fault injection: under random sequences of faults, no request takes effect twice, no call exceeds
//! its deadline, and retries succeed where they are allowed.
//!
//! `FAULTS_SEQUENCES` sets the number of random sequences, `FAULTS_SEED` their seed; a failure prints
//! the seed of its sequence.

mod backend;
mod fault;
mod sequence;
mod server;

use std::env;
use std::sync::Arc;

use portone_v1_runtime::Error;
use portone_v1_runtime::internal::{Call, Transport};
use tokio::task::JoinSet;

use crate::fixture::{CHANGE, builder};
use sequence::Sequence;
use server::FaultyServer;

/// At the same time, so that the waiting of one is the work of others.
const AT_ONCE: usize = 200;

fn setting(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |value| value.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn any_sequence_of_faults() {
    let seed = setting("FAULTS_SEED", fastrand::u64(..1 << 40));
    let server = Arc::new(FaultyServer::start().await);
    let http = backend::default_client(&server);
    let mut running = JoinSet::new();
    for number in 0..setting("FAULTS_SEQUENCES", 300) {
        if running.len() >= AT_ONCE {
            finish(running.join_next().await.unwrap(), seed);
        }
        let sequence = Sequence::random(seed + number, &server, http.clone());
        running.spawn(sequence.run());
    }
    while let Some(result) = running.join_next().await {
        finish(result, seed);
    }
}

fn finish(result: Result<(), tokio::task::JoinError>, seed: u64) {
    result.unwrap_or_else(|error| panic!("begun with FAULTS_SEED={seed}: {error}"));
}

/// A pooled connection that the server has closed in the meantime: the request is written into
/// nothing, or onto another connection, but never twice to the server.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stale_connections() {
    let server = FaultyServer::start().await;
    let http = backend::FaultyBackend::stale(&server);
    let client: Transport = builder(&server.url()).http_client(http).build().unwrap();
    let server = Arc::new(server);
    let mut running = JoinSet::new();
    for part in 0..10 {
        let (server, client) = (Arc::clone(&server), client.clone());
        running.spawn(async move {
            for number in 0..30 {
                change_once(&server, &client, &format!("stale-{part}-{number}")).await;
            }
        });
    }
    running.join_all().await;
}

async fn change_once(server: &FaultyServer, client: &Transport, id: &str) {
    let result = client.send(Call::new(&CHANGE).path("imp_uid", &id)).await;
    assert!(server.acted(id) <= 1);
    match result {
        Ok(_) => assert_eq!(server.acted(id), 1),
        Err(Error::OutcomeUnknown(_)) => {}
        Err(error) => panic!("{error:?}"),
    }
}
