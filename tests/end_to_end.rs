//! A change of the docs from end to end: into the schema, through review, and out as a package.

mod document;
mod maintainer;
mod packages;
mod pages;
mod recipe;
mod registry;
mod rehearsal;
mod shell;
mod way;
