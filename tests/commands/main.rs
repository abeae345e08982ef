//! The maintainer's commands as processes: exit codes, output, and unchanged files.

mod aliases;
mod api;
mod check;
mod completions;
mod dependencies;
mod diff;
mod drift;
mod explain;
mod failures;
mod formatting;
mod freshness;
mod generate;
mod help;
mod interrupted;
mod killed;
mod merges;
mod release;
mod schema_files;
mod temporary_folders;
mod test_project;
mod tiny_crates;
mod xtask;
