//! A program that uses reqwest without TLS for a service of its own, and rustls with its default provider,
//! beside the client of PortOne.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use portone_v1::Client;
use rustls::crypto::CryptoProvider;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::builder().credentials("imp_key", "imp_secret").build()?;
    assert!(CryptoProvider::get_default().is_none(), "the client has installed a provider");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let text = runtime.block_on(get(serve()?))?;
    let tls = rustls::ClientConfig::builder()
        .with_root_certificates(rustls::RootCertStore::empty())
        .with_no_client_auth();
    println!("{text}: {client:?} {}", tls.alpn_protocols.len());
    Ok(())
}

async fn get(url: String) -> Result<String, reqwest::Error> {
    reqwest::Client::new().get(url).send().await?.text().await
}

fn serve() -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}/", listener.local_addr()?);
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nwell");
        }
    });
    Ok(url)
}
