//! A merchant's program as an HTTP client of the server.

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use portone_v1_fake::{Builder, Fake, IMP_KEY, IMP_SECRET};
use serde_json::{Value, json};

/// 2024-03-22T00:00:00Z
pub(crate) const NOW: u64 = 1_711_065_600;

/// Holds a token, and the server.
pub(crate) struct Shop {
    pub(crate) fake: Fake,
    /// The sub-merchant that everything is asked for; none when it is empty.
    pub(crate) tier: &'static str,
    client: Client<HttpConnector, Full<Bytes>>,
    token: String,
}

/// A status and an envelope.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
}

impl Shop {
    /// On a server whose clock stands.
    pub(crate) async fn open() -> Self {
        Self::at(Fake::builder().clock_at(NOW)).await
    }

    pub(crate) async fn at(builder: Builder) -> Self {
        let fake = builder.start().await.unwrap();
        let client = Client::builder(TokioExecutor::new()).build_http();
        let mut shop = Self { fake, tier: "", client, token: String::new() };
        shop.log_in().await;
        shop
    }

    /// Holds a token that is good for half an hour.
    pub(crate) async fn log_in(&mut self) {
        self.token = self.ask_for_token().await["access_token"].as_str().unwrap().to_owned();
    }

    pub(crate) async fn ask_for_token(&self) -> Value {
        let keys = json!({ "imp_key": IMP_KEY, "imp_secret": IMP_SECRET });
        self.post("/users/getToken", keys).await.done()
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, Some(body)).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let (content_type, body) = match body {
            Some(body) => ("application/json", body.to_string()),
            None => ("", String::new()),
        };
        self.send_as(method, path, content_type, body).await
    }

    /// Any body, that calls itself anything.
    pub(crate) async fn send_as(
        &self,
        method: Method,
        path: &str,
        content_type: &str,
        body: impl Into<Bytes>,
    ) -> Answer {
        let request = self.request(method, path, content_type, body.into());
        Answer::of(self.client.request(request).await.unwrap()).await
    }

    /// For a sub-merchant.
    pub(crate) async fn post_for(&self, tier: &str, path: &str, body: Value) -> Answer {
        let body = body.to_string().into();
        let mut request = self.request(Method::POST, path, "application/json", body);
        request.headers_mut().insert("tier", tier.parse().unwrap());
        Answer::of(self.client.request(request).await.unwrap()).await
    }

    /// A request with headers of its own.
    pub(crate) async fn send_with(
        &self,
        method: Method,
        path: &str,
        headers: &[(&'static str, &str)],
        body: Value,
    ) -> Received {
        let mut request = self.request(method, path, "application/json", body.to_string().into());
        for (name, value) in headers {
            request.headers_mut().insert(*name, value.parse().unwrap());
        }
        Received::of(self.client.request(request).await.unwrap()).await
    }

    /// A POST that a fault may break off.
    pub(crate) async fn try_post(&self, path: &str, body: Value) -> Result<Received, String> {
        let request = self.request(Method::POST, path, "application/json", body.to_string().into());
        let response = self.client.request(request).await.map_err(|error| innermost(&error))?;
        let (head, body) = response.into_parts();
        let body = body.collect().await.map_err(|error| innermost(&error))?.to_bytes();
        Ok(Received { status: head.status.as_u16(), headers: head.headers, body })
    }

    fn request(
        &self,
        method: Method,
        path: &str,
        content_type: &str,
        body: Bytes,
    ) -> Request<Full<Bytes>> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.fake.url()))
            .header("authorization", format!("Bearer {}", self.token));
        if !self.tier.is_empty() {
            request = request.header("tier", self.tier);
        }
        if !content_type.is_empty() {
            request = request.header("content-type", content_type);
        }
        request.body(Full::new(body)).unwrap()
    }
}

/// The raw response.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Received {
    async fn of(response: Response<Incoming>) -> Self {
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Self { status: head.status.as_u16(), headers: head.headers, body }
    }
}

fn innermost(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), innermost)
}

impl Answer {
    pub(crate) async fn of(response: Response<Incoming>) -> Self {
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        let body = serde_json::from_slice(&body).unwrap();
        Self { status, body }
    }

    /// The `response` of a success.
    #[track_caller]
    pub(crate) fn done(self) -> Value {
        assert_eq!((self.status, &self.body["code"]), (200, &json!(0)), "{}", self.body);
        assert_eq!(self.body["message"], Value::Null);
        self.body["response"].clone()
    }

    /// Refused with this status and code, for a reason that holds these words.
    #[track_caller]
    pub(crate) fn refused(self, status: u16, code: i64, reason: &str) {
        assert_eq!((self.status, &self.body["code"]), (status, &json!(code)), "{}", self.body);
        assert_eq!(self.body["response"], Value::Null);
        let message = self.body["message"].as_str().unwrap();
        assert!(message.contains(reason), "{message}");
    }
}
