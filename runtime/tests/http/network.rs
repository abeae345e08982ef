//! The network between a client and its server: TLS, and a proxy.

use std::sync::{Arc, Mutex};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{ServerConfig, crypto, pki_types};

/// A certificate authority that nobody knows, and what it has certified for `localhost`.
pub(crate) struct Authority {
    pub(crate) pem: String,
    pub(crate) der: Vec<u8>,
    acceptor: TlsAcceptor,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let root = params.self_signed(&key).unwrap();
        let issuer = Issuer::new(params, key);
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(["localhost".to_owned()]).unwrap();
        let certificate = params.signed_by(&key, &issuer).unwrap();
        let key = pki_types::PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(crypto::ring::default_provider().into())
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Self { pem: root.pem(), der: root.der().to_vec(), acceptor: Arc::new(config).into() }
    }

    /// Listens with TLS in front of a server without; its port.
    pub(crate) async fn in_front_of(&self, url: &str) -> u16 {
        let target = url.trim_start_matches("http://").to_owned();
        let acceptor = self.acceptor.clone();
        listen(move |stream| {
            let (acceptor, target) = (acceptor.clone(), target.clone());
            async move {
                let Ok(mut stream) = acceptor.accept(stream).await else { return };
                join(&mut stream, &target).await;
            }
        })
        .await
    }
}

/// A proxy for tunnels that asks for credentials, and notes the heads of the requests to it.
#[derive(Clone, Default)]
pub(crate) struct Proxy(Arc<Mutex<Vec<String>>>);

impl Proxy {
    /// The header that it asks for: the user `user` and the password `canary@word`.
    const AUTHORIZATION: &str = "Proxy-Authorization: Basic dXNlcjpjYW5hcnlAd29yZA==";

    /// Listens; its port.
    pub(crate) async fn start(&self) -> u16 {
        let proxy = self.clone();
        listen(move |stream| proxy.clone().serve(stream)).await
    }

    pub(crate) fn heads(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    async fn serve(self, mut stream: TcpStream) {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let Ok(byte) = stream.read_u8().await else { return };
            head.push(byte);
        }
        let head = String::from_utf8(head).unwrap();
        self.0.lock().unwrap().push(head.clone());
        let target = head.split(' ').nth(1).unwrap().to_owned();
        if !head.contains(Self::AUTHORIZATION) {
            let _ = stream.write_all(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n").await;
            return;
        }
        if stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.is_ok() {
            join(&mut stream, &target).await;
        }
    }
}

async fn listen<F>(serve: impl Fn(TcpStream) -> F + Send + Sync + 'static) -> u16
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
    port
}

/// Copies in both directions. A side that hangs up is part of some tests.
async fn join(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), target: &str) {
    if let Ok(mut target) = TcpStream::connect(target).await {
        let _ = copy_bidirectional(stream, &mut target).await;
    }
}
