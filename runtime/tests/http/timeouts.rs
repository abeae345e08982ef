//! Timeouts of connections, responses and bodies.

use std::time::{Duration, Instant};

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{Error, RequestFailure};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::fixture::{builder, get, token_failure, well};
use crate::server::Server;

const SHORT: Duration = Duration::from_millis(1000);
/// Enough for a server that answers nothing.
const VERY_SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(20);

async fn times_out(client: &Transport) -> Error {
    let begun = Instant::now();
    let error = get(client).await.unwrap_err();
    assert!(begun.elapsed() < LONG / 2);
    match &error {
        Error::Timeout(_) => {}
        error => assert!(matches!(token_failure(error), RequestFailure::Timeout(_))),
    }
    error
}

#[tokio::test]
async fn a_response_that_does_not_arrive() {
    let server = Server::start(|seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(LONG),
    })
    .await;
    let client = builder(&server.url()).timeout(SHORT).build().unwrap();
    let error = times_out(&client).await;
    assert_eq!((error.operation(), error.status()), (Some("payments.get"), None));
    assert!(!error.is_connect());
    assert_eq!(server.calls().len(), 1, "never sent again");
}

/// Accepts connections and answers each with these bytes, and then with silence.
async fn silent_after(bytes: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut open = Vec::new();
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(bytes.as_bytes()).await;
            open.push(stream);
        }
    });
    url
}

#[tokio::test]
async fn a_body_that_stalls() {
    let url = silent_after("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"code\":0,").await;
    let client = builder(&url).timeout(SHORT).build().unwrap();
    assert_eq!(times_out(&client).await.status(), Some(200));
}

#[tokio::test]
async fn a_connection_that_breaks_within_the_body() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.read(&mut [0; 4096]).await;
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"code\":0,";
        stream.write_all(answer.as_bytes()).await.unwrap();
    });
    let client: Transport = builder(&url).build().unwrap();
    let error = get(&client).await.unwrap_err();
    assert!(matches!(token_failure(&error), RequestFailure::Transport(_)));
    assert_eq!(error.status(), Some(200));
    assert!(!error.is_connect());
}

#[tokio::test]
async fn a_tls_handshake_that_stalls_is_part_of_connecting() {
    let url = silent_after("").await.replace("http:", "https:");
    let client = builder(&url).connect_timeout(VERY_SHORT).timeout(LONG);
    let error = times_out(&client.build().unwrap()).await;
    assert!(error.is_connect());
    assert!(error.to_string().contains("nothing was sent"));
}
