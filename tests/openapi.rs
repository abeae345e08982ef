//! The OpenAPI document: up to date, complete and consistent.

mod complete;
mod examples;
mod fresh;
mod older;
mod references;
mod schemas;
