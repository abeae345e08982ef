//! `cargo xtask publish` against a registry on loopback, with empty crates of the same names.

use std::process::Command;
use std::sync::Arc;

use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;
use tempfile::TempDir;

use crate::release::project::xtask;
use crate::release::registry::Registry;

const WORKSPACE: &str = r#"[workspace]
resolver = "3"
members = ["fake", "generated", "runtime"]

[workspace.dependencies]
portone-v1-runtime = { path = "runtime", version = "0.1.0", registry = "local" }
"#;

const RUNTIME: &str = "[package]\nname = \"portone-v1-runtime\"\nversion = \"0.1.0\"\n\
                       edition = \"2024\"\ndescription = \"None\"\nlicense = \"MIT\"\n";

const GENERATED: &str = "[package]\nname = \"portone-v1\"\nversion = \"0.1.0\"\n\
                         edition = \"2024\"\ndescription = \"None\"\nlicense = \"MIT\"\n\n\
                         [dependencies]\nportone-v1-runtime.workspace = true\n";

const FAKE: &str = "[package]\nname = \"portone-v1-fake\"\nversion = \"0.1.0\"\n\
                    edition = \"2024\"\ndescription = \"None\"\nlicense = \"MIT\"\n";

struct PublishFixture {
    project: Repository,
    registry: Registry,
    cargo: TempDir,
}

impl PublishFixture {
    /// Crates that were released as 0.1.0, and nothing is published.
    async fn open() -> Arc<Self> {
        let (project, registry) = (Repository::empty(), Registry::start().await);
        let fixture =
            Arc::new(Self { project, registry, cargo: TempDir::new().expect("a folder") });
        for (path, text) in [
            ("Cargo.toml", WORKSPACE),
            ("runtime/Cargo.toml", RUNTIME),
            ("generated/Cargo.toml", GENERATED),
            ("fake/Cargo.toml", FAKE),
            ("fake/src/lib.rs", "//! Nothing.\n"),
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

    async fn publish(self: &Arc<Self>, arguments: &'static [&str]) -> Run {
        self.run(move |fixture| {
            let mut publish = xtask();
            publish.args(["publish", "--registry", "local", "--index", &fixture.registry.index()]);
            publish.args(arguments).arg("--project").arg(fixture.project.path("."));
            fixture.at_home(&mut publish)
        })
        .await
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
        command.env("CARGO_REGISTRIES_LOCAL_TOKEN", "a token for tests");
        command.env("CARGO_HOME", folder("home")).env("CARGO_TARGET_DIR", folder("target"));
        Run::of(command)
    }
}

#[tokio::test]
async fn an_interrupted_publish_is_resumed() {
    let fixture = PublishFixture::open().await;
    fixture.registry.refuse(Some("portone-v1"));
    let run = fixture.publish(&[]).await.expect(2);
    assert!(run.err.contains("help: run the command again"), "{}", run.err);
    assert!(!fixture.registry.uploads().contains(&"portone-v1 0.1.0".to_owned()));
    let there = fixture.registry.uploads();
    assert!(there.contains(&"portone-v1-runtime 0.1.0".to_owned()), "{there:?}");

    fixture.registry.refuse(None);
    let run = fixture.publish(&[]).await.expect(0);
    assert!(run.err.contains("portone-v1-runtime 0.1.0 is published"), "{}", run.err);
    assert!(run.out.starts_with("published: portone-v1-0.1.0"), "{}", run.out);
    let mut published = fixture.registry.uploads();
    published.sort();
    assert_eq!(
        published,
        ["portone-v1 0.1.0", "portone-v1-fake 0.1.0", "portone-v1-runtime 0.1.0"]
    );

    let run = fixture.publish(&[]).await.expect(0);
    assert_eq!(run.out, "every package is published already\n");
    assert_eq!(fixture.registry.uploads().len(), 3);
}

#[tokio::test]
async fn a_dry_run_uploads_nothing() {
    let fixture = PublishFixture::open().await;
    let run = fixture.publish(&["--dry-run"]).await.expect(0);
    let all = "portone-v1-runtime-0.1.0, portone-v1-0.1.0, portone-v1-fake-0.1.0";
    assert_eq!(run.out, format!("would be published: {all}\n"));
    assert!(fixture.registry.uploads().is_empty());
}

#[tokio::test]
async fn only_a_clean_tree_with_its_tag_is_published() {
    let fixture = PublishFixture::open().await;
    fixture.project.write("runtime/src/lib.rs", "//! Something.\n");
    let run = fixture.publish(&[]).await.expect(2);
    assert!(run.err.contains("uncommitted changes"), "{}", run.err);

    fixture.project.commit("Change something");
    let run = fixture.publish(&[]).await.expect(2);
    assert!(run.err.contains("this commit has no tag `v0.1.0`"), "{}", run.err);
    assert!(fixture.registry.uploads().is_empty());
}
