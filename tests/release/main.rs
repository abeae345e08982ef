//! From a schema to a registry: `release`, `package` and `publish` as processes.

mod changelog;
mod packages;
mod project;
mod publish;
mod registry;
mod run;
mod tree;
mod versions;
mod youth;
