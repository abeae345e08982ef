//! An HTTP backend that injects the planned fault into each attempt.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portone_v1_runtime::internal::DefaultClient;
use portone_v1_runtime::{Bytes, HttpClient, HttpFuture, http};

use super::fault::Fault;
use super::server::{FaultyServer, Ports};

pub(super) struct FaultyBackend {
    http: DefaultClient,
    ports: Ports,
    plan: Plan,
}

/// The faults to come; the last one stays.
pub(super) type Plan = Arc<Mutex<VecDeque<Fault>>>;

pub(super) fn default_client(server: &FaultyServer) -> DefaultClient {
    DefaultClient::for_url(&server.url(), Duration::from_secs(5)).unwrap()
}

impl FaultyBackend {
    pub(super) fn new(http: DefaultClient, server: &FaultyServer, plan: Plan) -> Self {
        Self { http, ports: server.ports(), plan }
    }

    pub(super) fn stale(server: &FaultyServer) -> Self {
        Self::new(default_client(server), server, Arc::new(Mutex::new([Fault::Stale].into())))
    }

    fn next(&self) -> Fault {
        let mut plan = self.plan.lock().unwrap();
        if plan.len() > 1 { plan.pop_front().unwrap() } else { plan[0] }
    }
}

impl HttpClient for FaultyBackend {
    fn send(&self, mut request: http::Request<Bytes>) -> HttpFuture<'_> {
        if request.uri().path() != "/users/getToken" {
            let fault = self.next();
            let port = match fault {
                Fault::Refused => self.ports.closed,
                Fault::ResetBefore => self.ports.resetting,
                _ => self.ports.listening,
            };
            let path = request.uri().path();
            *request.uri_mut() = format!("http://127.0.0.1:{port}{path}").parse().unwrap();
            let word = format!("{fault:?}").parse().unwrap();
            request.headers_mut().insert("x-fault", word);
        }
        HttpClient::send(&self.http, request)
    }
}
