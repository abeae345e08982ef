//! The OpenAPI document: up to date, complete, and true to itself.

mod complete;
mod examples;
mod fresh;
mod older;
mod references;
mod schemas;
