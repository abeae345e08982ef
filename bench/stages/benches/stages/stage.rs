//! The stages of the pipeline, and their input.

use std::any::Any;
use std::path::Path;

use portone_v1_generator::bench_api::{self, Parsed};
use portone_v1_generator::model::Api;
use portone_v1_generator::output::{Plan, Target};
use portone_v1_generator::source::Sources;
use portone_v1_generator::{generate, openapi, read};
use tempfile::TempDir;

use crate::replica;

/// The input or output of a stage.
type Thing = Box<dyn Any>;

/// A stage by itself.
pub struct Stage {
    /// Its name.
    pub name: &'static str,
    /// Prepares the input that it consumes, which is not timed.
    pub input: fn(&Subject) -> Thing,
    /// Runs it. What comes out is handed over, so that dropping it is not timed.
    pub run: fn(&Subject, &mut Thing) -> Thing,
}

impl Stage {
    const fn new(name: &'static str, run: fn(&Subject, &mut Thing) -> Thing) -> Self {
        Self { name, input: |_| Box::new(()), run }
    }
}

/// Every stage, in the order of the pipeline; `generate` is emit and format on all processors, and
/// `whole` is everything from the text to the comparison with the disk.
pub static STAGES: [Stage; 9] = [
    Stage::new("parse", |subject, _| Box::new(bench_api::parse(&subject.sources).is_ok())),
    Stage::new("resolve", |subject, _| Box::new(bench_api::resolve(&subject.parsed))),
    Stage::new("emit", |subject, _| Box::new(bench_api::emit(&subject.api))),
    Stage {
        name: "format",
        input: |subject| Box::new(Some(bench_api::emit(&subject.api))),
        run: |subject, emitted| {
            let emitted = emitted.downcast_mut::<Option<bench_api::Emitted>>();
            let emitted = emitted.and_then(Option::take).expect("the stage before has run");
            Box::new(bench_api::format(&subject.api, emitted))
        },
    },
    Stage::new("generate", |subject, _| Box::new(generate(&subject.api))),
    Stage::new("openapi", |subject, _| Box::new(openapi::json(&subject.api))),
    Stage {
        name: "write",
        input: |subject| Box::new(Writing::new(subject)),
        run: |_, writing| {
            let writing = writing.downcast_mut::<Writing>().expect("it is to be written");
            Box::new(writing.run())
        },
    },
    Stage {
        name: "unchanged",
        input: |subject| Box::new(subject.targets.clone()),
        run: |subject, targets| {
            let targets = targets.downcast_mut().map(std::mem::take);
            Box::new(plan(subject.written.path(), targets.expect("these are targets")))
        },
    },
    Stage::new("whole", |subject, _| Box::new(subject.whole())),
];

/// Files that are written into a folder of their own.
struct Writing {
    folder: TempDir,
    targets: Vec<Target>,
}

impl Writing {
    fn new(subject: &Subject) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder, targets: subject.targets.clone() }
    }

    fn run(&mut self) -> usize {
        let plan = plan(self.folder.path(), std::mem::take(&mut self.targets));
        plan.apply(&std::env::temp_dir()).expect("the folder can be written");
        plan.changed()
    }
}

fn plan(folder: &Path, targets: Vec<Target>) -> Plan {
    Plan::new(folder, targets, true).expect("the folder can be read")
}

/// A schema in every form that a stage takes.
pub struct Subject {
    /// The number of copies of the real schema.
    pub size: usize,
    sources: Sources,
    parsed: Parsed,
    api: Api,
    targets: Vec<Target>,
    written: TempDir,
}

impl Subject {
    /// The real schema, so many times.
    pub fn new(size: usize) -> Self {
        let sources = replica::replicated(&replica::real(), size);
        let parsed =
            bench_api::parse(&sources).map_err(|found| replica::complain(&found, &sources));
        let parsed = parsed.expect("the replica is written well");
        let api = bench_api::resolve(&parsed).map_err(|found| replica::complain(&found, &sources));
        let api = api.expect("the replica is valid");
        let targets = generate(&api).expect("what is generated is Rust");
        let written = TempDir::new().expect("a temporary folder");
        plan(written.path(), targets.clone())
            .apply(&std::env::temp_dir())
            .expect("the folder can be written");
        assert_eq!(plan(written.path(), targets.clone()).changed(), 0, "all has been written");
        Self { size, sources, parsed, api, targets, written }
    }

    fn whole(&self) -> (Plan, String) {
        let api = read(&self.sources).expect("the schema is valid");
        let targets = generate(&api).expect("what is generated is Rust");
        (plan(self.written.path(), targets), openapi::json(&api))
    }

    /// The number of operations of the API.
    pub fn operations(&self) -> usize {
        self.api.operation_count()
    }
}
