//! Crates with the names of the published ones, released as 0.1.0, and a registry without them.

use std::fs;
use std::process::Command;
use std::sync::Arc;

use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::project as this_project;
use tempfile::TempDir;

use crate::release::project::xtask;
use crate::release::registry::Registry;

const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["fake", "generated", "runtime"]

[workspace.dependencies]
portone-v1-runtime = { path = "runtime", version = "0.1.0", registry = "local" }
"#;

/// A build script that keeps what it sees.
const BUILD: &str = "fn main() {\n    use std::io::Write;\n    \
                     let path = std::env::var(\"SEEN\").unwrap();\n    \
                     let mut file = std::fs::File::options().create(true).append(true).open(path).unwrap();\n    \
                     for (name, value) in std::env::vars() { writeln!(file, \"{name}={value}\").unwrap(); }\n}\n";

const RUNTIME: &str = "[package]\nname = \"portone-v1-runtime\"\nversion = \"0.1.0\"\n\
                       edition = \"2024\"\ndescription = \"None\"\nlicense = \"MIT\"\n";

const GENERATED: &str = "[package]\nname = \"portone-v1\"\nversion = \"0.1.0\"\n\
                         edition = \"2024\"\ndescription = \"None\"\nlicense = \"MIT\"\n\n\
                         [dependencies]\nportone-v1-runtime.workspace = true\n";

const FAKE: &str = "[package]\nname = \"portone-v1-fake\"\nversion = \"0.1.0\"\n\
                    edition = \"2024\"\ndescription = \"None\"\nlicense = \"MIT\"\n";

/// The token that uploads have.
pub const TOKEN: &str = "a token for tests";

/// A maintainer with a registry.
pub struct PublishFixture {
    /// The project.
    pub project: Repository,
    /// The registry.
    pub registry: Registry,
    cargo: TempDir,
}

impl PublishFixture {
    /// Crates that were released as 0.1.0, and nothing is published.
    pub async fn open() -> Arc<Self> {
        let (project, registry) = (Repository::empty(), Registry::start().await);
        let fixture =
            Arc::new(Self { project, registry, cargo: TempDir::new().expect("a folder") });
        let script = fs::read_to_string(this_project().join(".ci/publish.sh")).expect("the script");
        fixture.project.write(".ci/publish.sh", &script);
        for (path, text) in [
            ("Cargo.toml", WORKSPACE),
            ("runtime/Cargo.toml", RUNTIME),
            ("generated/Cargo.toml", GENERATED),
            ("fake/Cargo.toml", FAKE),
            ("fake/src/lib.rs", "//! Nothing.\n"),
            ("runtime/build.rs", BUILD),
            ("runtime/src/lib.rs", "//! Nothing.\n"),
            ("generated/src/lib.rs", "//! Nothing.\n\npub use portone_v1_runtime;\n"),
        ] {
            fixture.project.write(path, text);
        }
        fixture
            .run(|fixture| fixture.at_home(Command::new(env!("CARGO")).arg("generate-lockfile")))
            .await
            .expect(0);
        fixture.project.commit("Release 0.1.0");
        fixture.project.git(&["tag", "v0.1.0"]);
        fixture
    }

    /// `cargo xtask publish`
    pub async fn publish(self: &Arc<Self>, arguments: &'static [&str]) -> Run {
        self.run(move |fixture| {
            let mut publish = xtask();
            publish.args(["publish", "--registry", "local", "--index", &fixture.registry.index()]);
            publish.args(arguments).arg("--project").arg(fixture.project.path("."));
            fixture.at_home(&mut publish)
        })
        .await
    }

    /// The step of the release workflow that has the token.
    pub async fn publish_in_workflow(self: &Arc<Self>) -> Run {
        self.run(|fixture| {
            let mut publish = Command::new("bash");
            publish.arg(".ci/publish.sh").arg("0.1.0").env("PUBLISH_REGISTRY", "local");
            let index = fixture.registry.index();
            let url = index.trim_start_matches("sparse+").trim_end_matches('/');
            fixture.at_home(publish.env("PUBLISH_INDEX", url))
        })
        .await
    }

    /// The environment that build scripts have seen; empty if nothing was compiled.
    pub fn seen(&self) -> String {
        fs::read_to_string(self.cargo.path().join("seen")).unwrap_or_default()
    }

    /// Beside the registry, which answers meanwhile.
    async fn run(self: &Arc<Self>, run: impl FnOnce(&Self) -> Run + Send + 'static) -> Run {
        let fixture = Arc::clone(self);
        tokio::task::spawn_blocking(move || run(&fixture)).await.expect("it comes to an end")
    }

    /// With a cargo that knows this registry, and nobody's keys.
    fn at_home(&self, command: &mut Command) -> Run {
        let folder = |name| self.cargo.path().join(name);
        command.current_dir(self.project.path("."));
        command.env("CARGO_REGISTRIES_LOCAL_INDEX", self.registry.index());
        command.env("CARGO_REGISTRIES_LOCAL_TOKEN", TOKEN);
        command.env("ACTIONS_ID_TOKEN_REQUEST_TOKEN", TOKEN).env("SEEN", folder("seen"));
        command.env("CARGO_HOME", folder("home")).env("CARGO_TARGET_DIR", folder("target"));
        Run::of(command)
    }
}
