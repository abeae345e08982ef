//! A client written by hand for two operations, with reqwest and structs with serde.
//!
//! It does the minimum of a call: it keeps the token until it expires, encodes the path, has a timeout, and
//! checks status and code. It neither retries nor validates.

mod records;

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::{Client, redirect};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use records::{Cancel, Deposit, Envelope, Page, Payment, Promotion};

const TIMEOUT: Duration = Duration::from_secs(30);

/// The remaining lifetime below which a token is not used.
const MARGIN: Duration = Duration::from_secs(60);

#[derive(Deserialize)]
struct Token {
    access_token: String,
    now: u64,
    expired_at: u64,
}

/// The client; it fetches a token on demand.
#[derive(Clone)]
pub struct Caller {
    http: Client,
    base_url: String,
    token: Arc<Mutex<Option<(Instant, String)>>>,
}

impl Caller {
    /// Creates the client, with the timeouts of the generated one.
    pub fn new(base_url: &str) -> Self {
        let http = Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(TIMEOUT)
            .redirect(redirect::Policy::none())
            // Both clients send the same header.
            .user_agent("shop/1.0.0")
            .no_proxy()
            .build()
            .expect("the HTTP client is built");
        Self { http, base_url: base_url.to_owned(), token: Arc::default() }
    }

    /// Reads a payment.
    pub async fn payment(&self, imp_uid: &str) -> Payment {
        let imp_uid = utf8_percent_encode(imp_uid, NON_ALPHANUMERIC);
        let request = self.http.get(format!("{}/payments/{imp_uid}", self.base_url));
        let answer = request.bearer_auth(self.token().await).send().await;
        let answer = answer.expect("the server answers");
        assert!(answer.status().is_success());
        open(&answer.bytes().await.expect("the body arrives"))
    }

    /// The body of any response.
    pub async fn text(&self, url: &str) -> String {
        let answer = self.http.get(url).send().await.expect("the server answers");
        answer.text().await.expect("the body arrives")
    }

    async fn token(&self) -> String {
        let kept = self.token.lock().expect("nobody panicked").clone();
        if let Some((_, token)) = kept.filter(|(end, _)| *end > Instant::now() + MARGIN) {
            return token;
        }
        let request = self.http.post(format!("{}/users/getToken", self.base_url));
        let request = request.header("content-type", "application/json");
        let answer = request.body(r#"{"imp_key":"key","imp_secret":"secret"}"#).send().await;
        let answer = answer.expect("the server answers");
        let token: Token = open(&answer.bytes().await.expect("the body arrives"));
        let lifetime = Duration::from_secs(token.expired_at.saturating_sub(token.now));
        let kept = (Instant::now() + lifetime, token.access_token.clone());
        *self.token.lock().expect("nobody panicked") = Some(kept);
        token.access_token
    }
}

/// The content of the envelope.
fn open<T: DeserializeOwned>(body: &[u8]) -> T {
    let envelope: Envelope<T> = serde_json::from_slice(body).expect("an envelope");
    assert_eq!(envelope.code, 0, "{:?}", envelope.message);
    envelope.response.expect("what was asked for")
}
