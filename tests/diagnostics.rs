//! Diagnostics: the errors of a schema, and their explanations.

mod catalogue;
mod fixtures;
mod hostile;
