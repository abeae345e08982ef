//! The headers of requests that are the same for all of them.

use portone_v1_runtime::internal::Transport;

use crate::config::problem;
use crate::fixture::{builder, get, well};
use crate::server::Server;

#[tokio::test]
async fn default_headers_are_part_of_every_request() {
    let server = Server::start(well).await;
    let builder = builder(&server.url())
        .default_header("X-Egress-Key", "replaced")
        .default_header("x-egress-key", "canary-header\n")
        .default_header("User-Agent", "shop/1.0");
    assert!(!format!("{builder:?}").contains("canary"));
    let client: Transport = builder.build().unwrap();
    get(&client).await.unwrap();
    let seen = server.seen();
    assert_eq!(seen.len(), 2);
    for request in seen {
        assert_eq!(request.header("x-egress-key"), Some("canary-header"));
        assert_eq!(request.header("user-agent"), Some("shop/1.0"));
        assert_eq!(request.headers.get_all("x-egress-key").iter().count(), 1);
    }
    assert!(!format!("{client:?}").contains("canary"));
}

#[test]
fn headers_of_the_client_itself_and_invalid_ones_are_config_errors() {
    for name in [
        "Authorization",
        "content-type",
        "Content-Length",
        "Transfer-Encoding",
        "Accept-Encoding",
        "Host",
        "Proxy-Authorization",
        "Tier",
        "two words",
        "",
        "x-이름",
    ] {
        let problem = problem(builder("http://127.0.0.1:1").default_header(name, "canary"));
        assert!(problem.contains("header") && !problem.contains("canary"), "{name}: {problem}");
    }
    let split = builder("http://127.0.0.1:1").default_header("x-key", "canary\r\nx-other: 1");
    let problem = problem(split);
    assert!(problem.contains("x-key") && !problem.contains("canary"), "{problem}");
}

#[tokio::test]
async fn plain_responses_are_asked_for() {
    let server = Server::start(well).await;
    get(&builder(&server.url()).build().unwrap()).await.unwrap();
    for request in server.seen() {
        assert_eq!(request.header("accept-encoding"), Some("identity"));
    }
}
