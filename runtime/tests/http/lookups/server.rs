//! A TCP server that carries out requests when it is told to, and answers look-ups as planned.

use std::collections::HashMap;
use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::truth::{Lookup, RequestKind, StatusAndBody};

const STALL: Duration = Duration::from_secs(60);

/// The plan for a record, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) kind: RequestKind,
    /// The response to the request itself.
    pub(super) response: StatusAndBody,
    /// The number of look-ups before the request is carried out; none if it never is.
    pub(super) done_after: Option<usize>,
    /// The answers to look-ups; the last one stays.
    pub(super) lookups: Vec<Lookup>,
    pub(super) requests: usize,
    /// The truth at each look-up.
    pub(super) seen: Vec<bool>,
}

impl Plan {
    fn is_done(&self) -> bool {
        self.requests > 0 && self.done_after.is_some_and(|after| self.seen.len() >= after)
    }

    /// The answer to a look-up.
    pub(super) fn lookup(&self, number: usize) -> Lookup {
        self.lookups[number.min(self.lookups.len() - 1)]
    }
}

pub(super) struct LookupServer {
    port: u16,
    plans: Arc<Plans>,
    task: JoinHandle<()>,
}

type Plans = Mutex<HashMap<String, Plan>>;

impl LookupServer {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let plans = Arc::<Plans>::default();
        let task = tokio::spawn(serve_all(listener, Arc::clone(&plans)));
        Self { port, plans, task }
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub(super) fn plan(&self, id: &str, plan: Plan) {
        self.plans.lock().unwrap().insert(id.to_owned(), plan);
    }

    /// The plan with what became of it.
    pub(super) fn outcome(&self, id: &str) -> Plan {
        self.plans.lock().unwrap().remove(id).unwrap()
    }
}

impl Drop for LookupServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve_all(listener: TcpListener, plans: Arc<Plans>) {
    while let Ok((stream, _)) = listener.accept().await {
        let plans = Arc::clone(&plans);
        // A client that hangs up is part of the test.
        tokio::spawn(async move { serve(BufReader::new(stream), &plans).await.ok() });
    }
}

async fn serve(mut stream: BufReader<TcpStream>, plans: &Plans) -> io::Result<()> {
    while let Some((method, path)) = request(&mut stream).await? {
        let id = path.rsplit('/').next().unwrap_or_default();
        let lookup = (method == "GET").then(|| look_up(plans, id)).flatten();
        let (status, body) = match &lookup {
            Some((_, answer)) => answer.clone(),
            None if path == "/users/getToken" => (200, TOKEN.to_owned()),
            None => carry_out(plans, id),
        };
        match lookup.map(|(lookup, _)| lookup) {
            Some(Lookup::Reset) => return stream.get_mut().set_zero_linger(),
            Some(Lookup::Stall) => return stall(&mut stream).await,
            Some(Lookup::Cut) => {
                let text = text(status, &body);
                return stream.get_mut().write_all(&text.as_bytes()[..text.len() - 5]).await;
            }
            _ => stream.get_mut().write_all(text(status, &body).as_bytes()).await?,
        }
    }
    Ok(())
}

const TOKEN: &str =
    r#"{"code":0,"message":null,"response":{"access_token":"t","now":0,"expired_at":86400}}"#;

fn look_up(plans: &Plans, id: &str) -> Option<(Lookup, StatusAndBody)> {
    let mut plans = plans.lock().unwrap();
    let plan = plans.get_mut(id)?;
    let (lookup, is_done) = (plan.lookup(plan.seen.len()), plan.is_done());
    plan.seen.push(is_done);
    Some((lookup, lookup.answer(plan.kind, id, is_done)))
}

fn carry_out(plans: &Plans, id: &str) -> StatusAndBody {
    let mut plans = plans.lock().unwrap();
    let Some(plan) = plans.get_mut(id) else { return (404, String::new()) };
    plan.requests += 1;
    plan.response.clone()
}

async fn stall(stream: &mut BufReader<TcpStream>) -> io::Result<()> {
    // Until the client gives up.
    let _ = tokio::time::timeout(STALL, stream.read(&mut [0])).await;
    Ok(())
}

fn text(status: u16, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} Status\r\nContent-Length: {length}\r\n\r\n{body}")
}

/// Method and path; none when the client hangs up instead.
async fn request(stream: &mut BufReader<TcpStream>) -> io::Result<Option<(String, String)>> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if stream.read_line(&mut head).await? == 0 {
            return Ok(None);
        }
    }
    let mut headers = head.lines().filter_map(|line| line.split_once(": "));
    let length = headers.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length = length.map_or(0, |(_, length)| length.parse().unwrap());
    stream.read_exact(&mut vec![0; length]).await?;
    let mut words = head.split(' ').map(str::to_owned);
    Ok(words.next().zip(words.next()))
}
