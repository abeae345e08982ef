//! A small registry: the sparse index, uploads and downloads that cargo needs.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, put};
use portone_v1_tests::loopback::Loopback;
use serde_json::{Value, json};

/// The uploaded crates.
#[derive(Default)]
struct Stored {
    /// The lines of the index, by the crate's name.
    index: BTreeMap<String, String>,
    crates: BTreeMap<String, Vec<u8>>,
    uploads: Vec<String>,
    refused: Option<String>,
    /// The answer to `trustpub_only`; crates.io has one, other registries do not.
    trusted_only: Option<bool>,
}

type Shared = Arc<Mutex<Stored>>;

/// A registry on loopback.
pub struct Registry {
    stored: Shared,
    loopback: Loopback,
}

impl Registry {
    /// An empty one.
    pub async fn start() -> Self {
        let stored = Shared::default();
        let router = Router::new()
            .route("/index/config.json", get(config))
            .route("/index/{*path}", get(index))
            .route("/api/v1/crates/new", put(upload))
            .route("/api/v1/crates/{name}", get(details))
            .route("/crates/{name}/{version}/download", get(download))
            .with_state(Arc::clone(&stored));
        Self { stored, loopback: Loopback::serve(router).await.expect("a port") }
    }

    /// The address of its index.
    pub fn index(&self) -> String {
        format!("sparse+{}/index/", self.loopback.url())
    }

    /// Accepts no upload of this crate; `None` for all is well.
    pub fn refuse(&self, name: Option<&str>) {
        lock(&self.stored).refused = name.map(str::to_owned);
    }

    /// Lists an earlier version of a crate.
    pub fn list(&self, name: &str, version: &str) {
        let entry = json!({
            "name": name,
            "vers": version,
            "deps": [],
            "features": {},
            "cksum": "0".repeat(64),
            "yanked": false,
        });
        lock(&self.stored).index.insert(name.to_owned(), entry.to_string() + "\n");
    }

    /// Says of every crate whether it requires trusted publishing.
    pub fn say_trusted_only(&self, trusted_only: bool) {
        lock(&self.stored).trusted_only = Some(trusted_only);
    }

    /// The names of the uploaded crates, in order.
    pub fn uploads(&self) -> Vec<String> {
        lock(&self.stored).uploads.clone()
    }
}

fn lock(stored: &Shared) -> MutexGuard<'_, Stored> {
    stored.lock().expect("no test panics with it")
}

async fn config(headers: HeaderMap) -> String {
    let host = headers["host"].to_str().expect("a host is text");
    json!({ "dl": format!("http://{host}/crates"), "api": format!("http://{host}") }).to_string()
}

async fn index(Path(path): Path<String>, State(stored): State<Shared>) -> Response {
    let name = path.rsplit('/').next().unwrap_or_default();
    match lock(&stored).index.get(name) {
        Some(lines) => lines.clone().into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn details(Path(name): Path<String>, State(stored): State<Shared>) -> String {
    let mut details = json!({ "id": name });
    if let Some(trusted_only) = lock(&stored).trusted_only {
        details["trustpub_only"] = trusted_only.into();
    }
    json!({ "crate": details }).to_string()
}

async fn download(
    Path((name, version)): Path<(String, String)>,
    State(stored): State<Shared>,
) -> Response {
    match lock(&stored).crates.get(&format!("{name} {version}")) {
        Some(bytes) => bytes.clone().into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The length of the metadata, the metadata, the length of the package, the package.
async fn upload(State(stored): State<Shared>, body: Bytes) -> Response {
    let (metadata, rest) = part(&body);
    let (package, _) = part(rest);
    let metadata: Value = serde_json::from_slice(metadata).expect("the metadata is JSON");
    let (name, version) = (text(&metadata["name"]), text(&metadata["vers"]));
    let mut stored = lock(&stored);
    if stored.refused.as_ref() == Some(&name) {
        return (StatusCode::SERVICE_UNAVAILABLE, "out of order").into_response();
    }
    let line = entry(&metadata, package).to_string() + "\n";
    stored.index.entry(name.clone()).or_default().push_str(&line);
    stored.crates.insert(format!("{name} {version}"), package.to_vec());
    stored.uploads.push(format!("{name} {version}"));
    json!({ "warnings": {} }).to_string().into_response()
}

fn part(bytes: &[u8]) -> (&[u8], &[u8]) {
    let (length, rest) = bytes.split_first_chunk::<4>().expect("a length");
    rest.split_at(u32::from_le_bytes(*length) as usize)
}

fn entry(metadata: &Value, package: &[u8]) -> Value {
    let dependencies = metadata["deps"].as_array().expect("a list").iter().map(|dependency| {
        let mut dependency = dependency.clone();
        dependency["req"] = dependency["version_req"].take();
        dependency
    });
    json!({
        "name": metadata["name"],
        "vers": metadata["vers"],
        "deps": dependencies.collect::<Vec<_>>(),
        "features": metadata["features"],
        "cksum": portone_v1_generator::hashing::sha256(package),
        "yanked": false,
    })
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
