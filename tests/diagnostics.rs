//! Diagnostics: the errors of a schema, and their explanations.

mod fixtures;
mod hostile;
mod registry;
mod reserved;
