//! The generators that are compared: this project's and its peers.

use std::path::PathBuf;
use std::process::Command;

use super::generator::{Generator, Timing};
use super::rounds;
use crate::cargo;
use crate::peers::{ALL, Tool, Workspace, clear};
use crate::progress::Progress;
use crate::project::Project;

/// A release build of this project's generator, and the workspace of the peers.
pub struct Contenders<'p> {
    project: &'p Project,
    peers: Workspace,
    xtask: PathBuf,
}

impl<'p> Contenders<'p> {
    /// Builds this project's generator.
    pub fn prepare(project: &'p Project, progress: &Progress) -> anyhow::Result<Self> {
        progress.step("Building `cargo xtask` in release mode");
        let mut build = cargo::cargo(&project.root, &["build", "--release", "--quiet"]);
        build.args(["--manifest-path", "xtask/Cargo.toml", "--target-dir"]).arg(&project.target);
        cargo::run(&mut build)?;
        let xtask = project.target.join("release").join("xtask");
        Ok(Self { project, peers: Workspace::prepare(project)?, xtask })
    }

    /// Times every generator; peers that are not available come last.
    pub fn time(&self, rounds: u32, progress: &Progress) -> anyhow::Result<Vec<Timing>> {
        let (tools, missing) = self.tools(progress);
        let mut generators = vec![self.ours_from_nothing(), self.ours_unchanged()];
        generators.extend(tools.iter().map(Generator::of_peer));
        let times = rounds::time_all(&generators, rounds, progress)?;
        // `cargo measure compile` builds these crates next.
        tools.iter().try_for_each(Tool::complete)?;
        let timings =
            generators.iter().zip(times).map(|(generator, times)| generator.timing(times));
        Ok(timings.collect::<anyhow::Result<Vec<_>>>()?.into_iter().chain(missing).collect())
    }

    fn tools(&self, progress: &Progress) -> (Vec<Tool<'_>>, Vec<Timing>) {
        let (mut tools, mut missing) = (Vec::new(), Vec::new());
        for peer in &ALL {
            progress.step(&format!("{} {}", peer.name, peer.version));
            match self.peers.install(peer).and_then(|tool| tool.generate().map(|_| tool)) {
                Ok(tool) => tools.push(tool),
                Err(problem) => {
                    progress.note(&format!("skipped: {problem:#}"));
                    // The page is public, and the problem names folders of this machine.
                    missing.push(Timing::missing(peer.name, "not available on this machine"));
                }
            }
        }
        (tools, missing)
    }

    fn ours_from_nothing(&self) -> Generator<'_> {
        let folder = self.peers.folder.join("portone-v1-from-nothing");
        let prepare = { folder.clone() };
        self.ours("from nothing", folder, move || clear(&prepare))
    }

    fn ours_unchanged(&self) -> Generator<'_> {
        let folder = self.peers.folder.join("portone-v1-unchanged");
        self.ours("unchanged", folder, || Ok(()))
    }

    fn ours<'c>(
        &'c self,
        variant: &str,
        folder: PathBuf,
        prepare: impl Fn() -> anyhow::Result<()> + 'c,
    ) -> Generator<'c> {
        let out = folder.clone();
        let command = move || {
            let mut command = Command::new(&self.xtask);
            command.arg("generate").arg("--project").arg(&self.project.root);
            command.arg("--schema").arg(self.project.schema()).arg("--out").arg(&out);
            command
        };
        Generator {
            name: format!("`cargo xtask generate`, {variant}"),
            note: "its own language; also writes `schema/openapi.json`".to_owned(),
            is_ours: true,
            folder,
            prepare: Box::new(prepare),
            command: Box::new(command),
        }
    }
}

impl<'g> Generator<'g> {
    fn of_peer(tool: &'g Tool<'g>) -> Self {
        let peer = tool.peer;
        let note = [peer.document.to_string(), peer.note.to_owned()];
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
