//! A server and an HTTP backend that follow a script: a step for each request.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use portone_v1_runtime::internal::DefaultClient;
use portone_v1_runtime::{Bytes, HttpClient, HttpFuture, http};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use crate::server::closed_port;

const STALL: Duration = Duration::from_secs(60);

/// The scripted outcome of a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Nobody listens.
    Refused,
    /// The connection is closed without a response.
    Closed,
    /// No response.
    Silent,
    /// The head of a response with this status, and a part of its body.
    Cut(u16),
    /// More than the client reads.
    Large(u16),
    /// A response.
    Reply(u16, &'static str),
}

/// A server with its script. Without steps, requests are answered well.
pub(super) struct Scripted {
    port: u16,
    /// A port that is taken, and on which nobody listens.
    closed: TcpSocket,
    tokens: Script,
    calls: Script,
    current: Arc<Mutex<Step>>,
    task: JoinHandle<()>,
}

/// Steps, of which the last one stays, and the number of requests so far.
#[derive(Clone)]
struct Script {
    steps: &'static [Step],
    fallback: Step,
    requests: Arc<AtomicUsize>,
}

impl Script {
    fn new(steps: &'static [Step], fallback: Step) -> Self {
        Self { steps, fallback, requests: Arc::default() }
    }

    fn next(&self) -> Step {
        let index = self.requests.fetch_add(1, Ordering::SeqCst);
        *self.steps.get(index).or(self.steps.last()).unwrap_or(&self.fallback)
    }
}

pub(super) const TOKEN: Step = Step::Reply(
    200,
    r#"{"code":0,"message":null,"response":{"access_token":"t","now":0,"expired_at":1800}}"#,
);
const PAYMENT: Step = Step::Reply(200, r#"{"code":0,"response":{"imp_uid":"imp_1","amount":1}}"#);

impl Scripted {
    pub(super) async fn start(tokens: &'static [Step], calls: &'static [Step]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let closed = closed_port();
        let current = Arc::new(Mutex::new(PAYMENT));
        let task = tokio::spawn(accept(listener, Arc::clone(&current)));
        let (tokens, calls) = (Script::new(tokens, TOKEN), Script::new(calls, PAYMENT));
        Self { port, closed, tokens, calls, current, task }
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A backend that sends each request to where its step is played.
    pub(super) fn backend(&self) -> Backend {
        Backend {
            http: DefaultClient::for_url(&self.url(), STALL).unwrap(),
            ports: (self.port, self.closed.local_addr().unwrap().port()),
            tokens: self.tokens.clone(),
            calls: self.calls.clone(),
            current: Arc::clone(&self.current),
        }
    }

    /// The number of attempts to send the call.
    pub(super) fn attempts(&self) -> usize {
        self.calls.requests.load(Ordering::SeqCst)
    }

    pub(super) fn token_requests(&self) -> usize {
        self.tokens.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Scripted {
    fn drop(&mut self) {
        self.task.abort();
    }
}

pub(super) struct Backend {
    http: DefaultClient,
    ports: (u16, u16),
    tokens: Script,
    calls: Script,
    current: Arc<Mutex<Step>>,
}

impl HttpClient for Backend {
    fn send(&self, mut request: http::Request<Bytes>) -> HttpFuture<'_> {
        let path = request.uri().path().to_owned();
        let script = if path == "/users/getToken" { &self.tokens } else { &self.calls };
        let step = script.next();
        *self.current.lock().unwrap() = step;
        let port = if matches!(step, Step::Refused) { self.ports.1 } else { self.ports.0 };
        *request.uri_mut() = format!("http://127.0.0.1:{port}{path}").parse().unwrap();
        HttpClient::send(&self.http, request)
    }
}

async fn accept(listener: TcpListener, current: Arc<Mutex<Step>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let current = Arc::clone(&current);
        tokio::spawn(async move { answer(stream, &current).await.ok() });
    }
}

/// Answers one request, and closes the connection.
async fn answer(mut stream: TcpStream, current: &Mutex<Step>) -> io::Result<()> {
    let _ = stream.read(&mut [0; 4096]).await?;
    let step = *current.lock().unwrap();
    let response = match step {
        Step::Refused | Step::Closed => return Ok(()),
        Step::Silent => {
            tokio::time::sleep(STALL).await;
            return Ok(());
        }
        Step::Cut(status) => response(status, r#"{"code":0,"response":{}}"#).replace("{}}", ""),
        Step::Large(status) => response(status, &" ".repeat(super::MAX_RESPONSE_BYTES + 1)),
        Step::Reply(status, body) => response(status, body),
    };
    stream.write_all(response.as_bytes()).await
}

fn response(status: u16, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} S\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}")
}
