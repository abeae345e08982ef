//! What a change of the schema means for users: a folder for each rule, with the lines that change
//! and what is made of them.

mod fixtures;
mod mutations;
mod render;
mod rules;
mod schema;
mod version;
