//! Servers that count the tokens they issue, and concurrent calls.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use portone_v1_runtime::Error;
use portone_v1_runtime::internal::Transport;
use tokio::task::JoinHandle;

use crate::fixture::{builder, get, token, well};
use crate::server::{Reply, Server};

/// Long enough for whoever is to come to arrive.
pub(crate) const MOMENT: Duration = Duration::from_millis(500);
const PATIENCE: Duration = Duration::from_secs(20);

/// Answers requests for tokens by their number, from 1, and every call well.
pub(crate) async fn granting(grant: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Server {
    let count = AtomicUsize::new(0);
    Server::start(move |seen| match seen.is_for_token() {
        true => grant(count.fetch_add(1, Ordering::SeqCst) + 1),
        false => well(seen),
    })
    .await
}

/// Gives the tokens `t1`, `t2`, … and accepts only this one.
pub(crate) async fn accepting(good: &'static str) -> Server {
    let count = AtomicUsize::new(0);
    let grant = move || {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        token(&format!("t{number}"), 1800)
    };
    accepting_when(grant, move |bearer| bearer == good).await
}

/// Refuses calls with a token that is not `good` at the moment.
pub(crate) async fn accepting_when(
    grant: impl Fn() -> Reply + Send + Sync + 'static,
    good: impl Fn(&str) -> bool + Send + Sync + 'static,
) -> Server {
    Server::start(move |seen| {
        if seen.is_for_token() {
            return grant();
        }
        let bearer = seen.header("authorization").unwrap().strip_prefix("Bearer ").unwrap();
        match good(bearer) {
            true => well(seen),
            false => Reply::new(401, r#"{"code":-1,"message":"Unauthorized","response":null}"#),
        }
    })
    .await
}

impl Server {
    /// Waits until this many tokens were asked for, and sees that no more are.
    pub(crate) async fn is_asked_for_tokens(&self, times: usize) {
        let asked = async {
            while self.tokens_asked() < times {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(PATIENCE, asked).await.unwrap();
        assert_eq!(self.tokens_asked(), times);
    }
}

/// A client that a slow machine does not make fail.
pub(crate) fn patient_client(server: &Server) -> Transport {
    let builder = builder(&server.url()).timeout(6 * PATIENCE).connect_timeout(6 * PATIENCE);
    builder.build().unwrap()
}

/// Begins a call in a task of its own.
pub(crate) fn spawn_get(client: &Transport) -> JoinHandle<Result<(), Error>> {
    let client = client.clone();
    tokio::spawn(async move { get(&client).await.map(drop) })
}

/// Calls from this many tasks at once, each over two sockets of this process.
pub(crate) async fn get_at_once(client: &Transport, tasks: usize) -> Vec<Result<(), Error>> {
    rlimit::increase_nofile_limit(u64::MAX).unwrap();
    let tasks: Vec<_> = (0..tasks).map(|_| spawn_get(client)).collect();
    let mut results = Vec::new();
    for task in tasks {
        results.push(task.await.unwrap());
    }
    results
}

/// The number of calls that carried this token.
pub(crate) fn calls_with(server: &Server, token: &str) -> usize {
    let bearer = format!("Bearer {token}");
    server.calls().iter().filter(|call| call.header("authorization") == Some(&bearer)).count()
}
