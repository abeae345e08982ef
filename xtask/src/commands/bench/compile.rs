//! `cargo xtask bench compile`: how long the crate takes to compile.

mod build;
mod lines;
mod report;
mod subject;
mod table;

use clap::Args;

use super::machine;
use super::results::Results;
use crate::Outcome;
use crate::place::Place;
use crate::progress::Progress;
use crate::workspace::Workspace;
use build::Kind;
use lines::Counter;
use subject::Subject;
use table::Measured;

/// Measures how long `portone-v1` takes to compile, and writes table and plot into `bench/`.
///
/// It is the crate alone that counts, with everything built that it depends on: `cargo check` and a
/// release build, as a whole and with each section alone; the lines that LLVM is given, and the
/// size of the library. Crates that `cargo xtask bench peers` has left in `target/peers` take turns
/// with it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  cargo xtask bench peers && cargo xtask bench compile
  cargo xtask bench compile --quick     # the whole crate only, in one round
  cargo xtask bench compile --dry-run   # print the tables and write nothing")]
pub struct Arguments {
    /// How often each is built; the median counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// The whole crate alone, in one round.
    #[arg(long)]
    quick: bool,
    /// Write nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Runs the command.
pub fn run(arguments: &Arguments, place: &Place) -> anyhow::Result<Outcome> {
    let (project, progress) = (place.project(), Progress::start());
    let workspace = Workspace::read(&project)?;
    let counter = Counter::obtain(&workspace.target_directory, &progress);
    let ours = Subject::ours(&project, &workspace, arguments.quick)?;
    let (theirs, missing) = Subject::theirs(&workspace.target_directory);
    missing.iter().for_each(|peer| progress.note(&format!("{peer}: `cargo xtask bench peers`")));
    let rounds = if arguments.quick { 1 } else { arguments.rounds.max(1) };
    let bench = Bench { progress, rounds, counter };
    let (theirs, broken) = bench.that_compile(theirs);
    let whole = [Subject::whole(&ours), theirs].concat();
    let whole = bench.measure(&whole)?;
    let parts = bench.measure(&Subject::parts(&ours))?;
    let results = Results {
        name: "compile",
        text: [
            machine::described(place)? + "\n",
            table::beside(&whole, &broken),
            table::parts(&parts),
        ]
        .join("\n"),
        goals: report::goals(&whole),
        plot: report::plot(&whole)?,
    };
    results.tell(place, arguments.dry_run || arguments.quick)
}

struct Bench {
    progress: Progress,
    rounds: usize,
    counter: Counter,
}

impl Bench {
    /// Those that do, and the names of those whose crate is not sound.
    fn that_compile(&self, subjects: Vec<Subject>) -> (Vec<Subject>, Vec<String>) {
        let (mut sound, mut broken) = (Vec::new(), Vec::new());
        for subject in subjects {
            self.progress.step(&format!("{}: does it compile?", subject.name));
            match Kind::ALL.iter().try_for_each(|kind| subject.build(*kind)) {
                Ok(()) => sound.push(subject),
                Err(problem) => {
                    let problem = format!("{problem:#}");
                    self.progress.note(problem.lines().next().unwrap_or_default());
                    broken.push(subject.name);
                }
            }
        }
        (sound, broken)
    }

    /// Everything of each, built by turns.
    fn measure(&self, subjects: &[Subject]) -> anyhow::Result<Vec<Measured>> {
        let mut measured = Vec::new();
        for subject in subjects {
            self.progress.step(&format!("{}: what it depends on", subject.name));
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
