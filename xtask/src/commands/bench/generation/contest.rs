//! Who is timed, and how.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::cargo;
use crate::peers::{ALL, Ground, Tool};
use crate::place::Place;
use crate::progress::Progress;
use crate::workspace::Workspace;

/// The generators that can be called, and those that cannot.
pub struct Contest {
    ground: Ground,
    ours: PathBuf,
    schema: PathBuf,
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

/// A generator in its rounds.
struct Runner<'c> {
    name: String,
    note: String,
    is_ours: bool,
    folder: PathBuf,
    /// Whether its folder is emptied before each round.
    anew: bool,
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
        Ok(Self { ground: Ground::prepare(place)?, ours, schema: place.schema() })
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
        let mut runners = vec![self.ours("from nothing", true), self.ours("unchanged", false)];
        runners.extend(tools.iter().map(Runner::of));
        let mut times: Vec<Vec<Duration>> = runners.iter().map(|_| Vec::new()).collect();
        for round in 0..=rounds {
            progress.step(&format!("Round {round} of {rounds}"));
            for (runner, times) in runners.iter().zip(&mut times) {
                let time = runner.time()?;
                // The first round only warms up.
                if round > 0 {
                    times.push(time);
                }
            }
        }
        // Left as `cargo xtask bench peers` leaves them, for whoever builds them next.
        tools.iter().try_for_each(Tool::complete)?;
        let results = runners.iter().zip(times).map(|(runner, times)| runner.result(times));
        Ok(results.collect::<anyhow::Result<Vec<_>>>()?.into_iter().chain(absent).collect())
    }

    fn ours(&self, how: &str, anew: bool) -> Runner<'_> {
        let folder = self.ground.folder.join(format!("portone-v1-{}", how.replace(' ', "-")));
        let out = folder.clone();
        let command = move || {
            let mut command = Command::new(&self.ours);
            command.arg("generate").arg("--schema").arg(&self.schema).arg("--out").arg(&out);
            command
        };
        let note = "its own language; also writes `schema/openapi.json`".to_owned();
        let name = format!("`cargo xtask generate`, {how}");
        Runner { name, note, is_ours: true, folder, anew, command: Box::new(command) }
    }
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
            anew: true,
            command: Box::new(|| tool.command()),
        }
    }
}

impl Runner<'_> {
    fn time(&self) -> anyhow::Result<Duration> {
        if self.anew && self.folder.exists() {
            fs::remove_dir_all(&self.folder)
                .with_context(|| format!("{} cannot be removed", self.folder.display()))?;
        }
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
