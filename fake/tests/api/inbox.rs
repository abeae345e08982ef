//! A shop's receiver of webhooks.

use std::convert::Infallible;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;

/// A port that is taken, and on which nobody listens.
pub(crate) fn closed_port() -> TcpSocket {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    socket
}

/// Keeps what it is told.
pub(crate) struct Inbox {
    pub(crate) url: String,
    told: Arc<Told>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct Told {
    status: AtomicU16,
    answer: Mutex<String>,
    bodies: Mutex<Vec<(String, String)>>,
}

impl Inbox {
    pub(crate) async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let told = Arc::new(Told { status: 200.into(), ..Told::default() });
        let task = tokio::spawn(serve(listener, Arc::clone(&told)));
        Self { url, told, task }
    }

    /// Answers so from now on.
    pub(crate) fn answer(&self, status: u16) {
        self.told.status.store(status, Ordering::SeqCst);
    }

    /// Answers with this body, too.
    pub(crate) fn answer_with(&self, status: u16, body: &str) {
        body.clone_into(&mut self.told.answer.lock().unwrap());
        self.answer(status);
    }

    /// Content types and bodies, in the order in which they came.
    pub(crate) fn told(&self) -> Vec<(String, String)> {
        self.told.bodies.lock().unwrap().clone()
    }

    /// The same of JSON.
    pub(crate) fn claims(&self) -> Vec<Value> {
        self.told().iter().map(|(_, body)| serde_json::from_str(body).unwrap()).collect()
    }

    /// The orders named by the received webhooks.
    pub(crate) fn orders(&self) -> Vec<String> {
        let order = |claim: &Value| claim["merchant_uid"].as_str().unwrap().to_owned();
        self.claims().iter().map(order).collect()
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(listener: TcpListener, told: Arc<Told>) {
    while let Ok((stream, _)) = listener.accept().await {
        let told = Arc::clone(&told);
        let service = service_fn(move |request| take(Arc::clone(&told), request));
        let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move { serving.await.ok() });
    }
}

async fn take(
    told: Arc<Told>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let content_type = request.headers()["content-type"].to_str().unwrap().to_owned();
    let body = request.into_body().collect().await.unwrap().to_bytes();
    told.bodies.lock().unwrap().push((content_type, String::from_utf8(body.into()).unwrap()));
    let mut response = Response::new(Full::from(told.answer.lock().unwrap().clone()));
    *response.status_mut() = told.status.load(Ordering::SeqCst).try_into().unwrap();
    Ok(response)
}
