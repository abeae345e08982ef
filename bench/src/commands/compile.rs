//! `cargo measure compile`: measures the compile time of the crate.

mod build;
mod lines;
mod report;
mod subject;
mod table;
mod undocumented;

use clap::Args;

use crate::page::machine;
use crate::page::results::Results;
use crate::progress::Progress;
use crate::project::Project;
use build::Kind;
use lines::Counter;
use subject::Subject;
use table::Measured;

/// Measures the compile time of `portone-v1`, and writes tables and plot to `bench/`.
///
/// Only the crate itself counts, with its dependencies built: `cargo check` and a release build, as a
/// whole and with each section alone, the lines of LLVM IR, and the size of the library. Crates that
/// `cargo measure peers` has generated in `target/peers`, and a copy without documentation, are measured
/// in turns with it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo measure peers && cargo measure compile
  cargo measure compile --quick     # the whole crate only, in one round
  cargo measure compile --dry-run   # print the tables and write nothing")]
pub struct CompileArguments {
    /// Builds of each crate; the median counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Measure only the whole crate, in one round, and write nothing.
    #[arg(long)]
    quick: bool,
    /// Print the tables and write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(arguments: &CompileArguments, project: &Project) -> anyhow::Result<()> {
    let progress = Progress::start();
    let counter = Counter::install(&project.target, &progress);
    let ours = Subject::ours(project, arguments.quick);
    let (theirs, missing) = Subject::theirs(&project.target);
    missing.iter().for_each(|peer| progress.note(&format!("{peer}: `cargo measure peers`")));
    let rounds = if arguments.quick { 1 } else { arguments.rounds.max(1) };
    let measurement = Measurement { progress, rounds, counter };
    let (theirs, broken) = measurement.that_compile(theirs);
    let mut whole = [Subject::whole(&ours), theirs].concat();
    whole.push(Subject::undocumented(project)?);
    let whole = measurement.measure(&whole)?;
    let compared = &whole[..whole.len().saturating_sub(1)];
    let parts = measurement.measure(&Subject::parts(&ours))?;
    let results = Results {
        name: "compile",
        text: [
            machine::describe(project)? + "\n",
            table::beside(&whole, &broken),
            table::parts(&parts),
        ]
        .join("\n"),
        goals: report::goals(compared),
        plot: report::plot(compared)?,
    };
    results.publish(project, arguments.dry_run || arguments.quick)
}

struct Measurement {
    progress: Progress,
    rounds: usize,
    counter: Counter,
}

impl Measurement {
    /// Splits off the names of subjects that do not compile.
    fn that_compile(&self, subjects: Vec<Subject>) -> (Vec<Subject>, Vec<String>) {
        let (mut compiled, mut broken) = (Vec::new(), Vec::new());
        for subject in subjects {
            self.progress.step(&format!("{}: first build", subject.name));
            match Kind::ALL.iter().try_for_each(|kind| subject.build(*kind)) {
                Ok(()) => compiled.push(subject),
                Err(problem) => {
                    let problem = format!("{problem:#}");
                    self.progress.note(problem.lines().next().unwrap_or_default());
                    broken.push(subject.name);
                }
            }
        }
        (compiled, broken)
    }

    /// Measures all subjects in turns.
    fn measure(&self, subjects: &[Subject]) -> anyhow::Result<Vec<Measured>> {
        let mut measured = Vec::new();
        for subject in subjects {
            self.progress.step(&format!("{}: dependencies", subject.name));
            Kind::ALL.iter().try_for_each(|kind| subject.build(*kind))?;
            let (lines, size) = (self.counter.count(subject), subject.size());
            measured.push(Measured::new(&subject.name, lines, size));
        }
        let rounds = if subjects.is_empty() { 0 } else { self.rounds };
        for round in 1..=rounds {
            self.progress.step(&format!("round {round} of {rounds}"));
            for (subject, measured) in subjects.iter().zip(&mut measured) {
                for kind in Kind::ALL {
                    measured.add(kind, subject.time(kind)?);
                }
            }
        }
        Ok(measured)
    }
}
