//! A registry that has both crates in one version.

use std::io;

use axum::Router;
use axum::extract::Path;
use axum::routing::get;
use portone_v1_tests::loopback::Loopback;
use serde_json::json;

/// On loopback.
pub async fn with(version: &str) -> io::Result<Loopback> {
    let entry = json!({ "vers": version }).to_string();
    let index = get(async move |_: Path<String>| entry);
    Loopback::serve(Router::new().route("/{*path}", index)).await
}
