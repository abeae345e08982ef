//! The way to the server: directly or through a proxy, and then with TLS.

use std::error::Error;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tower_service::Service;

use super::proxy::Proxy;

type BoxError = Box<dyn Error + Send + Sync>;
type Connecting<T> = Pin<Box<dyn Future<Output = Result<T, BoxError>> + Send>>;
/// TLS here is that of a proxy.
type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

/// Connects to the server. The limit covers all of it: the look-up of the name, TCP, the tunnel and TLS.
#[derive(Clone)]
pub(super) struct Connector {
    route: HttpsConnector<Route>,
    limit: Duration,
}

#[derive(Clone)]
enum Route {
    Direct(HttpConnector),
    Tunnel(Box<Tunnel<HttpsConnector<HttpConnector>>>),
}

impl Connector {
    pub(super) fn new(proxy: Option<Proxy>, tls: ClientConfig, limit: Duration) -> Self {
        let tls = Arc::new(tls);
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // Shared out among the addresses of a name, so that one that is dead leaves time for others.
        tcp.set_connect_timeout(Some(limit));
        let route = match proxy {
            None => Route::Direct(tcp),
            Some(proxy) => {
                let tunnel = Tunnel::new(proxy.uri, HttpsConnector::from((tcp, Arc::clone(&tls))));
                Route::Tunnel(Box::new(match proxy.authorization {
                    Some(authorization) => tunnel.with_auth(authorization),
                    None => tunnel,
                }))
            }
        };
        Self { route: HttpsConnector::from((route, tls)), limit }
    }
}

impl Service<Uri> for Connector {
    type Response = MaybeHttpsStream<Stream>;
    type Error = BoxError;
    type Future = Connecting<Self::Response>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.route.poll_ready(context)
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let (connecting, limit) = (self.route.call(uri), self.limit);
        Box::pin(async move { timeout(limit, connecting).await? })
    }
}

impl Service<Uri> for Route {
    type Response = Stream;
    type Error = BoxError;
    type Future = Connecting<Stream>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        match self {
            Self::Direct(tcp) => tcp.poll_ready(context).map_err(Into::into),
            Self::Tunnel(tunnel) => tunnel.poll_ready(context).map_err(Into::into),
        }
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        match self {
            Self::Direct(tcp) => {
                let connecting = tcp.call(uri);
                Box::pin(async move { Ok(connecting.await?.into()) })
            }
            Self::Tunnel(tunnel) => {
                let connecting = tunnel.call(with_port(uri));
                Box::pin(async move { Ok(connecting.await?) })
            }
        }
    }
}

/// The URI with a port: that of HTTPS is implied in a tunnel, that of HTTP is not.
fn with_port(uri: Uri) -> Uri {
    match (uri.scheme_str(), uri.host(), uri.port()) {
        (Some("http"), Some(host), None) => {
            let named = format!("http://{host}:80/").parse();
            named.unwrap_or(uri)
        }
        _ => uri,
    }
}
