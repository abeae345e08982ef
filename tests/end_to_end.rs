//! A change of the docs on its whole way: into the schema, past a reviewer, out as a package.

mod document;
mod maintainer;
mod packages;
mod registry;
mod way;
