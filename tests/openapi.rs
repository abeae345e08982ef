//! The OpenAPI document: up to date, complete and consistent.

mod code_samples;
mod complete;
#[cfg(feature = "json-schema")]
mod examples;
mod fresh;
mod older;
mod references;
mod review;
mod schemas;
