//! Rules for the project's own files.

#[cfg(feature = "json-schema")]
mod editor;
mod files;
mod guides;
mod layering;
mod licences;
mod links;
mod owners;
mod type_names;
mod unit_tests;
mod user_paths;
mod words;
mod workflows;
