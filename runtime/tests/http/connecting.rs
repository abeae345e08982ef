//! The way to the server: certificates, proxies and headers of one client.

use std::env;
use std::error::Error as _;

use portone_v1_runtime::ClientBuilder;
use portone_v1_runtime::internal::Transport;

use crate::config::{child, problem, succeed};
use crate::fixture::{builder, get, well};
use crate::network::{Authority, Proxy};
use crate::server::Server;

/// A client for a server with TLS.
fn tls_client(port: u16) -> ClientBuilder {
    builder(&format!("https://localhost:{port}"))
}

/// A proxy on this port, with its credentials.
fn proxy_url(port: u16) -> String {
    format!("http://user:canary%40word@127.0.0.1:{port}")
}

async fn not_sent(builder: ClientBuilder) -> String {
    let client: Transport = builder.build().unwrap();
    let error = get(&client).await.unwrap_err();
    assert!(error.is_connect(), "{error:?}");
    let mut shown = format!("{client:?} {error} {error:?}");
    let mut source = error.source();
    while let Some(error) = source {
        shown += &format!(" {error}");
        source = error.source();
    }
    assert!(!shown.contains("canary"), "{shown}");
    shown
}

#[tokio::test]
async fn a_root_certificate_is_trusted_by_its_client_alone() {
    let (server, authority) = (Server::start(well).await, Authority::new());
    let port = authority.in_front_of(&server.url()).await;
    for certificate in [authority.pem.clone().into_bytes(), authority.der.clone()] {
        let client = tls_client(port).root_certificate(certificate).build().unwrap();
        get(&client).await.unwrap();
    }
    let both = format!("{}\n{}", Authority::new().pem, authority.pem);
    get(&tls_client(port).root_certificate(both).build().unwrap()).await.unwrap();
    assert_eq!(server.calls().len(), 3);
    for stranger in [tls_client(port), tls_client(port).root_certificate(Authority::new().pem)] {
        let shown = not_sent(stranger).await;
        assert!(shown.contains("invalid peer certificate"), "{shown}");
    }
    let other_name = builder(&format!("https://127.0.0.1:{port}"));
    not_sent(other_name.root_certificate(authority.pem)).await;
    assert_eq!(server.calls().len(), 3);
}

#[test]
fn an_invalid_root_certificate_is_a_config_error() {
    for certificate in [
        "",
        "canary",
        "-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----\n",
        "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n",
    ] {
        let problem = problem(builder("https://localhost:1").root_certificate(certificate));
        assert!(problem.contains("root certificate") && !problem.contains("canary"), "{problem}");
    }
}

#[tokio::test]
async fn a_proxy_is_asked_for_a_tunnel() {
    let (server, authority, proxy) =
        (Server::start(well).await, Authority::new(), Proxy::default());
    let (port, proxy_port) = (authority.in_front_of(&server.url()).await, proxy.start().await);
    let builder = tls_client(port).root_certificate(authority.pem).proxy(proxy_url(proxy_port));
    assert!(!format!("{builder:?}").contains("canary"));
    let client = builder.build().unwrap();
    get(&client).await.unwrap();
    get(&client).await.unwrap();
    assert_eq!(server.calls().len(), 2);
    let heads = proxy.heads();
    assert_eq!(heads.len(), 1, "one connection");
    assert!(heads[0].starts_with(&format!("CONNECT localhost:{port} HTTP/1.1\r\n")), "{heads:?}");
    assert!(!heads[0].contains("Authorization: Bearer"), "{heads:?}");
    assert!(!format!("{client:?}").contains("canary"));
}

#[tokio::test]
async fn a_proxy_can_have_tls() {
    let (server, authority, proxy) =
        (Server::start(well).await, Authority::new(), Proxy::default());
    let port = authority.in_front_of(&server.url()).await;
    let plain_port = proxy.start().await;
    let proxy_port = authority.in_front_of(&format!("http://127.0.0.1:{plain_port}")).await;
    let url = proxy_url(proxy_port).replace("http:", "https:").replace("127.0.0.1", "localhost");
    let client = tls_client(port).root_certificate(authority.pem).proxy(url).build().unwrap();
    get(&client).await.unwrap();
    assert_eq!((server.calls().len(), proxy.heads().len()), (1, 1));
}

#[tokio::test]
async fn plain_http_takes_a_proxy_only_if_it_is_set() {
    let (server, proxy) = (Server::start(well).await, Proxy::default());
    let port = proxy.start().await;
    let client = builder(&server.url()).proxy(proxy_url(port)).build().unwrap();
    get(&client).await.unwrap();
    let target = server.url().replace("http://", "CONNECT ");
    assert!(proxy.heads()[0].starts_with(&target), "{:?}", proxy.heads());
}

#[tokio::test]
async fn a_proxy_that_refuses_or_is_not_there_means_not_sent() {
    let (server, proxy) = (Server::start(well).await, Proxy::default());
    let port = proxy.start().await;
    let wrong = format!("http://user:canary@127.0.0.1:{port}");
    let shown = not_sent(builder(&server.url()).proxy(wrong)).await;
    assert!(shown.contains("proxy authorization required"), "{shown}");
    let gone = Server::start(well).await.url();
    tokio::task::yield_now().await;
    not_sent(builder(&server.url()).proxy(gone.replace("//", "//user:canary@"))).await;
    assert!(server.seen().is_empty());
}

#[test]
fn an_invalid_proxy_is_a_config_error() {
    for url in ["", "canary canary", "socks5://user:canary@127.0.0.1:1", "ftp://canary", "http://"]
    {
        let problem = problem(builder("http://127.0.0.1:1").proxy(url));
        assert!(problem.contains("proxy") && !problem.contains("canary"), "{url}: {problem}");
    }
}

#[tokio::test]
async fn the_proxy_of_the_environment_is_used_for_https() {
    let (server, authority, proxy) =
        (Server::start(well).await, Authority::new(), Proxy::default());
    let (port, proxy_port) = (authority.in_front_of(&server.url()).await, proxy.start().await);
    for (variables, tunnels) in [
        (&["HTTPS_PROXY"][..], 1),
        (&["all_proxy"], 2),
        (&["HTTPS_PROXY", "NO_PROXY"], 2),
        (&["http_proxy"], 2),
    ] {
        let mut child = child("connecting::child_with_a_proxy");
        for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY"] {
            child.env_remove(variable);
        }
        for variable in variables {
            let is_exception = *variable == "NO_PROXY";
            let value = if is_exception { "localhost".into() } else { proxy_url(proxy_port) };
            child.env(variable, value);
        }
        child.env("TEST_PORT", port.to_string()).env("TEST_ROOT", &authority.pem);
        succeed(child).await;
        assert_eq!(proxy.heads().len(), tunnels, "{variables:?}");
    }
    assert_eq!(server.calls().len(), 4);
}

#[tokio::test]
#[ignore = "run by another test"]
async fn child_with_a_proxy() {
    let port = env::var("TEST_PORT").unwrap().parse().unwrap();
    let builder = tls_client(port).root_certificate(env::var("TEST_ROOT").unwrap());
    get(&builder.build().unwrap()).await.unwrap();
}

#[tokio::test]
async fn a_name_without_an_address_is_not_sent() {
    not_sent(builder("https://no-such-host.invalid")).await;
}
