//! Diagnostics: the errors of a schema, and their explanations.

mod fixtures;
mod hostile;
mod malformed;
mod registry;
mod reserved;
