//! A TCP server that injects the fault named in a request header.

use std::collections::HashMap;
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

use super::fault::Fault;
use crate::server::closed_port;

const STALL: Duration = Duration::from_secs(60);

pub(super) struct FaultyServer {
    ports: Ports,
    state: Arc<State>,
    /// Keeps its port from others.
    _closed: TcpSocket,
    tasks: [JoinHandle<()>; 2],
}

#[derive(Clone, Copy)]
pub(super) struct Ports {
    pub(super) listening: u16,
    pub(super) resetting: u16,
    pub(super) closed: u16,
}

#[derive(Default)]
struct State {
    tokens: AtomicUsize,
    acted: Mutex<HashMap<String, usize>>,
}

impl FaultyServer {
    pub(super) async fn start() -> Self {
        let (main, listening) = listen().await;
        let (reset, resetting) = listen().await;
        let closed_socket = closed_port();
        let closed = closed_socket.local_addr().unwrap().port();
        let state = Arc::<State>::default();
        let tasks =
            [tokio::spawn(serve_all(main, Arc::clone(&state))), tokio::spawn(reset_all(reset))];
        Self { ports: Ports { listening, resetting, closed }, _closed: closed_socket, state, tasks }
    }

    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.ports.listening)
    }

    pub(super) fn ports(&self) -> Ports {
        self.ports
    }

    /// The number of times that the request with this id was carried out.
    pub(super) fn acted(&self, id: &str) -> usize {
        self.state.acted.lock().unwrap().get(id).copied().unwrap_or(0)
    }
}

impl Drop for FaultyServer {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}

async fn listen() -> (TcpListener, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

async fn reset_all(listener: TcpListener) {
    while let Ok((stream, _)) = listener.accept().await {
        // A reset before anything was written would pass for a failed connection now and then.
        tokio::spawn(async move {
            stream.peek(&mut [0]).await?;
            stream.set_zero_linger()
        });
    }
}

async fn serve_all(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        // A client that hangs up is part of the test.
        tokio::spawn(async move { serve(BufReader::new(stream), &state).await.ok() });
    }
}

async fn serve(mut stream: BufReader<TcpStream>, state: &State) -> io::Result<()> {
    while let Some(request) = Request::read(&mut stream).await? {
        let fault = request.fault;
        if request.is_for_token {
            let number = state.tokens.fetch_add(1, Ordering::Relaxed);
            let token = format!(r#"{{"access_token":"t{number}","now":0,"expired_at":1800}}"#);
            stream.write_all(well(&token).as_bytes()).await?;
            continue;
        }
        if fault.acts() {
            *state.acted.lock().unwrap().entry(request.id.clone()).or_default() += 1;
        }
        if !answer(stream.get_mut(), fault, &request.id).await? {
            break;
        }
    }
    Ok(())
}

/// True if the connection stays open.
async fn answer(stream: &mut TcpStream, fault: Fault, id: &str) -> io::Result<bool> {
    let payment = format!(r#"{{"imp_uid":"{id}","amount":1}}"#);
    let text = match fault {
        Fault::None | Fault::Stale => well(&payment),
        Fault::Slow => {
            tokio::time::sleep(Duration::from_millis(20)).await;
            well(&payment)
        }
        Fault::ResetAfter => {
            stream.set_zero_linger()?;
            return Ok(false);
        }
        Fault::StalledHead => String::new(),
        Fault::StalledBody | Fault::CutBody => well(&payment).replace("\"amount\":1}}", ""),
        Fault::Garbage => plain(200, "", "<html>"),
        Fault::Unauthorized => plain(401, "", r#"{"code":-1,"message":"no","response":null}"#),
        Fault::Status(status, None) => plain(status, "", "<html>"),
        Fault::Status(status, Some(after)) => {
            plain(status, &format!("Retry-After: {after}\r\n"), "<html>")
        }
        Fault::Refused | Fault::ResetBefore => unreachable!("these go elsewhere"),
    };
    stream.write_all(text.as_bytes()).await?;
    if fault.stalls() {
        // Until the client gives up.
        let _ = tokio::time::timeout(STALL, stream.read(&mut [0])).await;
    }
    let ends = [Fault::Stale, Fault::StalledHead, Fault::StalledBody, Fault::CutBody];
    Ok(!ends.contains(&fault))
}

fn well(response: &str) -> String {
    plain(200, "", &format!(r#"{{"code":0,"message":null,"response":{response}}}"#))
}

fn plain(status: u16, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status} Status\r\n{headers}Content-Length: {length}\r\n\r\n{body}")
}

struct Request {
    is_for_token: bool,
    id: String,
    fault: Fault,
}

impl Request {
    /// None when the client hangs up instead.
    async fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Option<Self>> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if stream.read_line(&mut head).await? == 0 {
                return Ok(None);
            }
        }
        let length = header(&head, "content-length").map_or(0, |length| length.parse().unwrap());
        stream.read_exact(&mut vec![0; length]).await?;
        let path = head.split(' ').nth(1).unwrap_or_default();
        Ok(Some(Self {
            is_for_token: path == "/users/getToken",
            id: path.rsplit('/').next().unwrap_or_default().to_owned(),
            fault: header(&head, "x-fault").map_or(Fault::None, Fault::parse),
        }))
    }
}

fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut headers = head.lines().filter_map(|line| line.split_once(": "));
    headers.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}
