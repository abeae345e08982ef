//! What is said about mistakes: a folder for each, with a wrong schema and what is printed.

mod catalogue;
mod fixtures;
mod hostile;
