//! The allocations of a call, and the memory of ten thousand calls in flight.

use std::alloc::System;
use std::time::Duration;

use portone_v1_bench_calls::bodies::IMP_UID;
use portone_v1_bench_calls::clients::Clients;
use portone_v1_bench_calls::host::{self, Host};
use portone_v1_bench_calls::server::{HELD, RELEASE, WAITING};
use portone_v1_bench_calls::table;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};
use tokio::task::JoinSet;
use tokio::time::sleep;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const CALLS: usize = 1000;
const IN_FLIGHT: usize = 10_000;
/// A server accepts only so many connections at once.
const WAVE: usize = 250;

fn main() {
    host::serve_if_asked();
    host::raise_file_limit();
    table::head();
    allocations();
    in_flight();
}

fn allocations() {
    let (host, runtime) = (Host::start(), host::runtime());
    let clients = runtime.block_on(Clients::new(host.url()));
    let ours = counted(|| runtime.block_on(async { drop(clients.ours(IMP_UID).await) }));
    let theirs = counted(|| runtime.block_on(async { drop(clients.theirs(IMP_UID).await) }));
    row("allocations of a call", ours.allocations / CALLS, theirs.allocations / CALLS);
    row("bytes allocated by a call", ours.bytes_allocated / CALLS, theirs.bytes_allocated / CALLS);
}

/// Calls, after one that opens the connection and fills what is kept.
fn counted(mut call: impl FnMut()) -> Stats {
    call();
    let region = Region::new(ALLOCATOR);
    (0..CALLS).for_each(|_| call());
    region.change()
}

fn in_flight() {
    // Ours comes second: its thread frees its connections after it has ended.
    let theirs = held(|clients| async move { drop(clients.theirs(HELD).await) });
    let ours = held(|clients| async move { drop(clients.ours(HELD).await) });
    let [ours_at, theirs_at] = [ours.waiting, theirs.waiting].map(|bytes| bytes / IN_FLIGHT);
    row(&format!("bytes held by each of {IN_FLIGHT} calls in flight"), ours_at, theirs_at);
    let [ours_at, theirs_at] = [ours.afterwards, theirs.afterwards].map(|bytes| bytes / IN_FLIGHT);
    row("bytes held by each of their connections afterwards", ours_at, theirs_at);
}

struct Held {
    waiting: usize,
    afterwards: usize,
}

/// Makes ten thousand calls that the server answers only when all of them have arrived.
fn held<F>(call: impl Fn(Clients) -> F) -> Held
where
    F: Future<Output = ()> + Send + 'static,
{
    let (host, runtime) = (Host::start(), host::runtime());
    runtime.block_on(async {
        let clients = Clients::new(host.url()).await;
        let region = Region::new(ALLOCATOR);
        let mut calls = JoinSet::new();
        while calls.len() < IN_FLIGHT {
            (0..WAVE).for_each(|_| drop(calls.spawn(call(clients.clone()))));
            tokio::select! {
                () = arrived(&clients, host.url(), calls.len()) => {}
                ended = calls.join_next() => panic!("a call is not held: {ended:?}"),
            }
        }
        let waiting = net(&region.change());
        ask(&clients, host.url(), RELEASE).await;
        while let Some(ended) = calls.join_next().await {
            ended.expect("the call is answered");
        }
        Held { waiting, afterwards: net(&region.change()) }
    })
}

fn net(stats: &Stats) -> usize {
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated)
}

async fn arrived(clients: &Clients, url: &str, count: usize) {
    while ask(clients, url, WAITING).await != count.to_string() {
        sleep(Duration::from_millis(1)).await;
    }
}

async fn ask(clients: &Clients, url: &str, path: &str) -> String {
    clients.caller.text(&format!("{url}{path}")).await
}

fn row(what: &str, ours: usize, theirs: usize) {
    let ratio = ours as f64 / theirs as f64;
    table::row(what, &ours.to_string(), "by hand", &theirs.to_string(), ratio, "");
}
