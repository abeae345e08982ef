//! Rules for the project's own files.

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
