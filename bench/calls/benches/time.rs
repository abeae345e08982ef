//! The time of a call and of parsing a page of payments, beside a client written by hand.

use std::hint::black_box;
use std::time::Duration;

use bytes::Bytes;
use portone_v1::Client;
use portone_v1::payments::ListPaymentsByStatus;
use portone_v1_bench_calls::bodies::{self, IMP_UID};
use portone_v1_bench_calls::by_hand::{Envelope, Page};
use portone_v1_bench_calls::canned::Canned;
use portone_v1_bench_calls::clients::Clients;
use portone_v1_bench_calls::host::{self, Host};
use portone_v1_bench_calls::paired_times::PairedTimes;
use portone_v1_bench_calls::table;
use tokio::runtime::Runtime;

const PAIRS: usize = 200;
const CALLS: u32 = 100;
const PAYMENTS: usize = 1000;

fn main() {
    host::serve_if_asked();
    table::head();
    calls("one call, on a single thread", &host::runtime());
    calls("one call, in a task of tokio's default runtime", &host::default_runtime());
    page();
}

/// A client that is measured.
#[derive(Clone, Copy)]
enum MeasuredClient {
    Default,
    OnRuntime,
    ByHand,
}

/// The calls are made in a task, as those of a web server are.
fn calls(what: &str, runtime: &Runtime) {
    let host = Host::start();
    let clients = runtime.block_on(Clients::new(host.url()));
    let call = |client| {
        let task = runtime.spawn(repeat(clients.clone(), client));
        runtime.block_on(task).expect("nobody panicked");
    };
    let measure =
        |client| PairedTimes::measure(PAIRS, || call(client), || call(MeasuredClient::ByHand));
    let on_runtime = format!("{what}, with `runtime`");
    row(&on_runtime, "by hand", &measure(MeasuredClient::OnRuntime), CALLS, "≤ 1.03");
    row(what, "by hand", &measure(MeasuredClient::Default), CALLS, "");
}

async fn repeat(clients: Clients, client: MeasuredClient) {
    for _ in 0..CALLS {
        match client {
            MeasuredClient::Default => drop(black_box(clients.ours(IMP_UID).await)),
            MeasuredClient::OnRuntime => drop(black_box(clients.ours_on_runtime(IMP_UID).await)),
            MeasuredClient::ByHand => drop(black_box(clients.theirs(IMP_UID).await)),
        }
    }
}

fn page() {
    let body = Bytes::from(bodies::page(PAYMENTS));
    let runtime = host::runtime();
    let client = Client::builder().credentials("key", "secret").base_url("http://127.0.0.1:1");
    let client = client.http_client(Canned(body.clone())).build().expect("the client is built");
    let request = ListPaymentsByStatus::new("all");
    let ours = || {
        let page = runtime.block_on(client.payments().list_by_status(&request));
        assert_eq!(black_box(page.expect("a page")).list.len(), PAYMENTS);
    };
    let by_hand = || {
        let page: Envelope<Page> = serde_json::from_slice(&body).expect("a page");
        assert_eq!(black_box(page).response.expect("a page").list.len(), PAYMENTS);
    };
    let value = || {
        let page: serde_json::Value = serde_json::from_slice(&body).expect("JSON");
        assert!(black_box(page).is_object());
    };
    let what = format!("reading {PAYMENTS} payments, {} kB", body.len() / 1000);
    row(&what, "a serde struct", &PairedTimes::measure(PAIRS, ours, by_hand), 1, "≤ 1.3");
    row(&what, "`serde_json::Value`", &PairedTimes::measure(PAIRS, ours, value), 1, "< 1");
}

fn row(what: &str, other: &str, pairs: &PairedTimes, by: u32, goal: &str) {
    let micros = |time: Duration| format!("{:.1} µs", time.as_secs_f64() * 1e6);
    let (ours, theirs) = (micros(pairs.ours(by)), micros(pairs.theirs(by)));
    table::row(what, &ours, other, &theirs, pairs.ratio(), goal);
}
