//! One connection, byte by byte.

use std::io;
use std::time::Duration;

use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Nothing here takes so long, unless it hangs.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Wire {
    pub(crate) stream: TcpStream,
    received: Vec<u8>,
}

/// A status, and a body that may be JSON.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Wire {
    pub(crate) async fn open(fake: &Fake) -> Self {
        let address = fake.url().strip_prefix("http://").unwrap();
        let stream = TcpStream::connect(address).await.unwrap();
        Self { stream, received: Vec::new() }
    }

    /// Sends bytes; a server that has hung up does not matter, it may have answered before.
    pub(crate) async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let sent = timeout(PATIENCE, self.stream.write_all(bytes.as_ref())).await;
        let _ = sent.expect("the server does not read");
    }

    /// The next answer; `None` when the connection ended instead.
    pub(crate) async fn answer(&mut self) -> Option<Answer> {
        let answer = timeout(PATIENCE, self.read()).await;
        answer.expect("the server does not answer").ok().flatten()
    }

    pub(crate) async fn ask(&mut self, request: &str) -> Option<Answer> {
        self.send(request).await;
        self.answer().await
    }

    async fn read(&mut self) -> io::Result<Option<Answer>> {
        let head = loop {
            if let Some(end) = self.received.windows(4).position(|four| four == b"\r\n\r\n") {
                break String::from_utf8_lossy(&self.received[..end + 4]).to_ascii_lowercase();
            }
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Ok(None);
            }
        };
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap();
        let length = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
        let end = head.len() + length.map_or(0, |length| length.parse().unwrap());
        while self.received.len() < end {
            if self.stream.read_buf(&mut self.received).await? == 0 {
                return Ok(None);
            }
        }
        let rest = self.received.split_off(end);
        let whole = std::mem::replace(&mut self.received, rest);
        let body = serde_json::from_slice(&whole[head.len()..]).unwrap_or_default();
        Ok(Some(Answer { status, body }))
    }
}

/// A request as it is sent. The token may be of another server, where nobody looks.
pub(crate) fn request(method: &str, path: &str, token: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}

pub(crate) async fn token(fake: &Fake) -> String {
    let keys = json!({ "imp_key": IMP_KEY, "imp_secret": IMP_SECRET }).to_string();
    let request = request("POST", "/users/getToken", "", &keys);
    let given = Wire::open(fake).await.ask(&request).await.unwrap();
    given.body["response"]["access_token"].as_str().unwrap().to_owned()
}

/// The next good request is answered.
pub(crate) async fn lives(fake: &Fake) {
    assert_eq!(token(fake).await, "token-1-of-the-fake");
}
