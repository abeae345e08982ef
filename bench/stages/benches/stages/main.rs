//! Benchmarks of each stage of the pipeline, on the real schema and on many copies of it. As a test, each
//! stage runs once, on few copies.

mod growth;
mod replica;
mod stage;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use divan::Bencher;
use divan::counter::ItemsCount;

use stage::{STAGES, Stage, Subject};

fn main() {
    divan::main();
    if is_measured() {
        growth::print();
    }
}

/// The sizes, in copies of the real schema.
fn sizes() -> &'static [usize] {
    if is_measured() { &[1, 10, 100] } else { &[1, 2] }
}

fn is_measured() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// A stage on a size.
struct Case {
    stage: &'static Stage,
    size: usize,
}

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}x {}", self.size, self.stage.name)
    }
}

fn cases() -> impl Iterator<Item = Case> {
    sizes().iter().flat_map(|size| STAGES.iter().map(|stage| Case { stage, size: *size }))
}

/// The slowest case takes seconds, so that it is not the number of samples that ends it.
#[divan::bench(args = cases(), max_time = 3)]
fn stages(bencher: Bencher<'_, '_>, case: &Case) {
    let subject = subject(case.size);
    let operations = ItemsCount::new(subject.operations());
    let bencher = bencher.counter(operations).with_inputs(|| (case.stage.input)(&subject));
    bencher.bench_local_refs(|input| (case.stage.run)(&subject, input));
}

/// The cases of one size follow each other, so one subject is kept.
fn subject(size: usize) -> Rc<Subject> {
    thread_local!(static LAST: RefCell<Option<Rc<Subject>>> = const { RefCell::new(None) });
    LAST.with_borrow_mut(|last| match last {
        Some(subject) if subject.size == size => Rc::clone(subject),
        _ => Rc::clone(last.insert(Rc::new(Subject::new(size)))),
    })
}
