//! Random changes of the project's schema, for tests of what `check` accepts.

mod fields;
mod names;
mod operations;
mod site;
mod texts;
mod tree;
mod types;

use fastrand::Rng;
use portone_v1_generator::source::{Source, Sources};

use crate::fixture;
use site::Site;
use tree::Node;

/// A schema as trees.
#[derive(Clone)]
pub struct Schema {
    files: Vec<(String, Node)>,
}

/// A change: what it did, or nothing if there is no such item.
type Mutation = fn(&mut Schema, &mut Rng) -> Option<String>;

const MUTATIONS: &[&[Mutation]] = &[
    fields::MUTATIONS,
    names::MUTATIONS,
    operations::MUTATIONS,
    types::MUTATIONS,
    texts::MUTATIONS,
];

impl Schema {
    /// The schema of the project.
    ///
    /// # Panics
    /// Panics when it cannot be read.
    pub fn of_the_project() -> Self {
        let sources = Sources::read(&fixture::root("../schema")).expect("the schema is readable");
        let files = sources.files.into_iter().map(|file| {
            let options = serde_yaml::options! {
                strict_booleans: true,
                leading_zero_numbers_as_strings: true,
            };
            let tree = serde_yaml::from_str_with_options(&file.text, options).expect("it is YAML");
            (file.path, tree)
        });
        Self { files: files.collect() }
    }

    /// The text of its files.
    pub fn sources(&self) -> Sources {
        let files = self.files.iter().map(|(path, tree)| {
            let mut text = String::new();
            tree.write(&mut text);
            Source { path: path.clone(), text }
        });
        Sources { files: files.collect() }
    }

    /// Changes one thing at random, and tells what.
    ///
    /// # Panics
    /// Panics when nothing can be changed.
    pub fn mutate(&mut self, random: &mut Rng) -> String {
        for _ in 0..1_000 {
            let group = MUTATIONS[random.usize(..MUTATIONS.len())];
            let mutation = group[random.usize(..group.len())];
            if let Some(done) = mutation(self, random) {
                return done;
            }
        }
        panic!("nothing in the schema can be changed");
    }
}

/// One of these.
fn choose<T: Clone>(random: &mut Rng, from: &[T]) -> Option<T> {
    (!from.is_empty()).then(|| from[random.usize(..from.len())].clone())
}
