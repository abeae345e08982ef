//! Who is timed, and how.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use fastrand::Rng;

use crate::cargo;
use crate::peers::{ALL, Ground, Tool, clear};
use crate::place::Place;
use crate::progress::Progress;
use crate::workspace::Workspace;

use super::edit::Edit;

/// The generators that can be called, and those that cannot.
pub struct Contest {
    ground: Ground,
    ours: PathBuf,
    place: Place,
}

/// What came of one generator.
pub struct Result {
    /// Its name and version.
    pub name: String,
    /// What it was fed, and what else is to be known.
    pub note: String,
    /// Whether it is the one of this project.
    pub is_ours: bool,
    /// How long each round took, or why there was none.
    pub times: std::result::Result<Vec<Duration>, String>,
    /// How many lines of Rust it printed.
    pub lines: usize,
}

/// Who takes longer is slow.
const SLOW: Duration = Duration::from_secs(1);

/// What is done before a generator is called, which is not timed.
type Prepare<'c> = Box<dyn Fn() -> anyhow::Result<()> + 'c>;

/// A generator in its rounds.
struct Runner<'c> {
    name: String,
    note: String,
    is_ours: bool,
    folder: PathBuf,
    /// What is done before each round.
    prepare: Prepare<'c>,
    command: Box<dyn Fn() -> Command + 'c>,
}

impl Contest {
    /// Builds ours and the ground for the others.
    pub fn prepare(place: &Place, progress: &Progress) -> anyhow::Result<Self> {
        progress.step("Building `cargo xtask` in release mode");
        let manifest = place.project().join("xtask/Cargo.toml");
        let target = Workspace::read(&place.project())?.target_directory;
        let mut build = cargo::cargo(&place.project(), &["build", "--release", "--quiet"]);
        build.arg("--manifest-path").arg(manifest).arg("--target-dir").arg(&target);
        cargo::run(&mut build)?;
        let ours = target.join("release").join("xtask");
        Ok(Self { ground: Ground::prepare(place)?, ours, place: place.clone() })
    }

    /// Calls everybody, round after round.
    pub fn run(&self, rounds: u32, progress: &Progress) -> anyhow::Result<Vec<Result>> {
        let mut absent = Vec::new();
        let mut tools = Vec::new();
        for peer in &ALL {
            progress.step(&format!("{} {}", peer.name, peer.version));
            match self.ground.obtain(peer).and_then(|tool| tool.generate().map(|_| tool)) {
                Ok(tool) => tools.push(tool),
                Err(problem) => {
                    progress.note(&format!("left out: {problem:#}"));
                    // The page is for everybody, and the problem names this machine's folders.
                    absent.push(Result::absent(peer.name, "it does not run on this machine"));
                }
            }
        }
        let mut runners = self.ours()?;
        runners.extend(tools.iter().map(Runner::of));
        let times = timed(&runners, rounds, progress)?;
        // Left as `cargo xtask bench peers` leaves them, for whoever builds them next.
        tools.iter().try_for_each(Tool::complete)?;
        let results = runners.iter().zip(times).map(|(runner, times)| runner.result(times));
        Ok(results.collect::<anyhow::Result<Vec<_>>>()?.into_iter().chain(absent).collect())
    }

    /// This generator, with less and less to do.
    fn ours(&self) -> anyhow::Result<Vec<Runner<'_>>> {
        let copy = self.ground.folder.join("portone-v1-schema");
        let edit = Edit::of(&self.place.schema(), &copy)
            .with_context(|| format!("the schema cannot be copied to {}", copy.display()))?;
        let place = |schema, name| self.place.with(schema, self.ground.folder.join(name));
        let anew = place(self.place.schema(), "portone-v1-from-nothing");
        let edited = place(copy, "portone-v1-after-an-edit");
        let same = place(self.place.schema(), "portone-v1-unchanged");
        let folder = anew.out();
        let forget = move || clear(&folder);
        let edit = move || edit.again().context("the copy of the schema cannot be edited");
        Ok(vec![
            self.runner("from nothing", anew, Box::new(forget)),
            self.runner("after an edit", edited, Box::new(edit)),
            self.runner("unchanged", same, Box::new(|| Ok(()))),
        ])
    }

    fn runner<'c>(&'c self, how: &str, place: Place, prepare: Prepare<'c>) -> Runner<'c> {
        let folder = place.out();
        let command = move || {
            let mut command = Command::new(&self.ours);
            command.arg("generate").arg("--project").arg(place.project());
            command.arg("--schema").arg(place.schema()).arg("--out").arg(place.out());
            command
        };
        let note = "its own language; also writes `schema/openapi.json`".to_owned();
        let name = format!("`cargo xtask generate`, {how}");
        Runner { name, note, is_ours: true, folder, prepare, command: Box::new(command) }
    }
}

/// Times everybody, round after round. A first call only warms up, and tells who is slow: they have
/// rounds of their own, for whoever comes after them finds a machine that is tired.
fn timed(
    runners: &[Runner<'_>],
    rounds: u32,
    progress: &Progress,
) -> anyhow::Result<Vec<Vec<Duration>>> {
    progress.step("Warming up");
    let warm = runners.iter().map(Runner::time).collect::<anyhow::Result<Vec<_>>>()?;
    let (slow, quick): (Vec<_>, Vec<_>) = (0..runners.len()).partition(|&place| warm[place] > SLOW);
    let mut times = vec![Vec::new(); runners.len()];
    // Nobody always follows the same one; the lots are the same in each contest.
    let mut lots = Rng::with_seed(1);
    for (group, mut places) in [("quick", quick), ("slow", slow)] {
        for round in 1..=rounds {
            progress.step(&format!("Round {round} of {rounds} of those who are {group}"));
            lots.shuffle(&mut places);
            for &place in &places {
                times[place].push(runners[place].time()?);
            }
        }
    }
    Ok(times)
}

/// Waits until everything is on the disk: else whoever runs next pays for what the one before has
/// written. Where there is no such program, it does.
fn settle() {
    let _ = Command::new("sync").status();
}

impl<'c> Runner<'c> {
    fn of(tool: &'c Tool<'c>) -> Self {
        let peer = tool.peer;
        let note = [peer.feed.to_string(), peer.note.to_owned()];
        let note = note.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Self {
            name: format!("{} {}", peer.name, peer.version),
            note: note.join("; "),
            is_ours: false,
            folder: tool.folder(),
            prepare: Box::new(|| tool.clear()),
            command: Box::new(|| tool.command()),
        }
    }
}

impl Runner<'_> {
    fn time(&self) -> anyhow::Result<Duration> {
        (self.prepare)()?;
        settle();
        let mut command = (self.command)();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        let status = command.status().with_context(|| format!("{} cannot run", self.name))?;
        let time = start.elapsed();
        if !status.success() {
            bail!("{} failed", self.name);
        }
        Ok(time)
    }

    fn result(&self, times: Vec<Duration>) -> anyhow::Result<Result> {
        let (name, note) = (self.name.clone(), self.note.clone());
        let lines = lines(&self.folder)
            .with_context(|| format!("{} cannot be read", self.folder.display()))?;
        Ok(Result { name, note, is_ours: self.is_ours, times: Ok(times), lines })
    }
}

impl Result {
    fn absent(name: &str, problem: &str) -> Self {
        let problem = problem.lines().next().unwrap_or_default().to_owned();
        let note = String::new();
        Self { name: name.to_owned(), note, is_ours: false, times: Err(problem), lines: 0 }
    }
}

/// The lines of Rust below a folder.
fn lines(folder: &Path) -> std::io::Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            count += lines(&path)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            count += fs::read_to_string(&path)?.lines().count();
        }
    }
    Ok(count)
}
