//! POST requests to the merchant's own server, with a connection for each.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HOST};
use http::{Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::webhooks::Timeouts;

/// Maximum length of a response that is read, in bytes.
const MAX_RESPONSE: usize = 64 * 1024;

/// Default port of `http://`.
const HTTP: u16 = 80;

/// Response of the merchant's server.
pub struct ReceiverResponse {
    /// The HTTP status.
    pub status: u16,
    /// The body; empty if it is too long or incomplete.
    pub body: Bytes,
}

/// Sends a request, and reads the response.
///
/// # Errors
/// Returns the reason if there is no response in time.
pub async fn post(
    url: &str,
    content_type: &str,
    body: String,
    timeouts: Timeouts,
) -> Result<ReceiverResponse, String> {
    let uri: Uri = url.parse().map_err(|_| "the address is not a valid URL".to_owned())?;
    let stream = connect(&uri, timeouts.connect).await?;
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| root_cause(&error))?;
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let request = Request::post(target)
        .header(HOST, uri.authority().map_or("", |authority| authority.as_str()))
        .header(CONTENT_TYPE, content_type)
        .body(Full::<Bytes>::from(body))
        .map_err(|error| error.to_string())?;
    let answer = async {
        let response = sender.send_request(request).await.map_err(|error| root_cause(&error))?;
        let status = response.status().as_u16();
        let body = Limited::new(response.into_body(), MAX_RESPONSE).collect().await;
        Ok(ReceiverResponse {
            status,
            body: body.map_or_else(|_| Bytes::new(), |body| body.to_bytes()),
        })
    };
    // The connection is driven only until there is a response.
    let driven = async {
        tokio::pin!(connection, answer);
        loop {
            tokio::select! {
                answer = &mut answer => return answer,
                ended = &mut connection => ended.map_err(|error| root_cause(&error))?,
            }
        }
    };
    timeout(timeouts.read, driven).await.unwrap_or_else(|_| Err(late("respond")))
}

async fn connect(uri: &Uri, limit: Duration) -> Result<TcpStream, String> {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let address = (host, uri.port_u16().unwrap_or(HTTP));
    let connected = timeout(limit, TcpStream::connect(address)).await;
    connected
        .unwrap_or_else(|_| Err(std::io::Error::other(late("accept a connection"))))
        .map_err(|error| error.to_string())
}

/// Sends a request within a time, from the connection to the response.
///
/// # Errors
/// Returns the reason if there is no response in time.
pub async fn post_within(
    url: &str,
    content_type: &str,
    body: String,
    limit: Duration,
) -> Result<ReceiverResponse, String> {
    let timeouts = Timeouts { connect: limit, read: limit, resend: limit };
    let sent = timeout(limit, post(url, content_type, body, timeouts)).await;
    sent.unwrap_or_else(|_| Err(late("respond")))
}

fn late(action: &str) -> String {
    format!("the receiver did not {action} in time")
}

/// Returns the message of the innermost error.
fn root_cause(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => root_cause(source),
        None => error.to_string(),
    }
}
