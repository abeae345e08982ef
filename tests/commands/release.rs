//! `release` and `publish` as processes. `package` is tested in `end_to_end`.

mod changelog;
mod crates;
mod history;
mod interrupted;
mod project;
mod publish;
mod real_crates;
mod registry;
mod tree;
mod versions;
mod youth;
