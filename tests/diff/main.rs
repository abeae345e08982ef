//! What a change of the schema means for users: a folder for each rule, with a schema before and one
//! after, and what is made of the difference.

mod fixtures;
mod mutations;
mod rules;
mod schema;
mod version;
