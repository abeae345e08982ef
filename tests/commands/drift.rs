//! `drift` and `upstream` as processes.

mod fix;
mod hostile;
mod pages;
mod pin;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use portone_v1_tests::drift_fixture::DriftFixture;
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::xtask::executable;

/// A schema folder of a fixture, with upstream's document beside it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn of(name: &str) -> Self {
        let fixture = DriftFixture::read(name);
        let folder = Self(tempfile::tempdir().unwrap());
        for source in fixture.sources().files {
            folder.write(&source.path, &source.text);
        }
        for document in ["upstream.json", "upstream.yaml"] {
            let _ = fs::copy(fixture.schema.folder.join(document), folder.path(document));
        }
        for (name, text) in fixture.pages_files() {
            folder.write(&name, text);
        }
        folder
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(executable(env!("CARGO_TARGET_TMPDIR")));
        command.current_dir(self.0.path()).args(["--schema", "schema"]).args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn code(&self, arguments: &[&str]) -> i32 {
        self.run(arguments).status.code().unwrap()
    }
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn exit_codes_tell_agreement_from_findings_and_from_failure() {
    let (same, other) = (Folder::of("agree"), Folder::of("many"));
    assert_eq!(same.code(&["drift", "--from", "upstream.json"]), 0);
    assert_eq!(other.code(&["drift", "--from", "upstream.json"]), 1);
    let output = same.run(&["drift"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("upstream pin"), "{}", stderr(&output));
    assert_eq!(
        Folder::of("agree-with-every-defect").code(&["drift", "--from", "upstream.yaml"]),
        0
    );
}

#[test]
fn incomparable_types_are_no_finding() {
    let folder = Folder::of("agree");
    folder.write("latin.json", b"{\"a\": \"\xe9\"}");
    folder.write("openapi.json", "{\"openapi\": \"3.1.0\", \"paths\": {}}");
    for from in ["latin.json", "openapi.json", "missing.json", "schema"] {
        let output = folder.run(&["drift", "--from", from]);
        assert_eq!(output.status.code(), Some(2), "{from}");
        assert!(stderr(&output).contains(from), "{}", stderr(&output));
        assert_eq!(folder.code(&["upstream", "pin", from]), 2, "{from}");
    }
    folder.write("schema/upstream.lock", "{");
    let output = folder.run(&["drift"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("upstream.lock") && stderr(&output).contains("help"));
    folder.write("schema/upstream.lock", b"\xff");
    assert_eq!(folder.code(&["drift", "--from", "upstream.json"]), 2);
    fs::remove_file(folder.path("schema/upstream.lock")).unwrap();
    folder.write("schema/sections/shop.yaml", "title: [");
    let output = folder.run(&["drift", "--from", "upstream.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("E001"), "{}", stderr(&output));
}

#[test]
fn drift_compares_with_the_lock() {
    let folder = Folder::of("many");
    folder.write("2026-07-27.json", folder.read("upstream.json"));
    assert_eq!(folder.code(&["upstream", "pin", "2026-07-27.json"]), 0);
    let lock = folder.read("schema/upstream.lock");
    assert!(lock.contains("\"date\": \"2026-07-27\"") && lock.contains("\"sha256\""));
    assert!(!lock.contains("edited"), "a description is in the lock");
    assert_eq!(folder.code(&["upstream", "pin", "2026-07-27.json"]), 0);
    assert_eq!(folder.read("schema/upstream.lock"), lock);
    assert_eq!(folder.code(&["upstream", "pin", "upstream.json", "--date", "2026-01-02"]), 0);
    assert!(folder.read("schema/upstream.lock").contains("\"date\": \"2026-01-02\""));
    let output = folder.run(&["drift"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!stdout(&output).contains("prose-changed"), "nothing is newer than the lock");
}

#[test]
fn standard_input_is_read() {
    let folder = Folder::of("agree");
    let mut child =
        folder.command(&["drift", "--from", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(folder.read("upstream.json").as_bytes()).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let folder = Folder::of("many");
    for format in ["text", "markdown", "json"] {
        let mut command = folder.command(&["drift", "--from", "upstream.json", "--format", format]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert_eq!(stderr(&output), "", "{format}");
    }
}

#[test]
fn colour_is_for_terminals_or_on_request() {
    let folder = Folder::of("many");
    let report =
        |when: &str| stdout(&folder.run(&["--color", when, "drift", "--from", "upstream.json"]));
    assert!(report("always").contains('\u{1b}'));
    assert!(!report("auto").contains('\u{1b}') && !report("never").contains('\u{1b}'));
}

#[test]
fn suppressed_differences_are_silent_and_unused_entries_are_reported() {
    let folder = Folder::of("length-changed-to-none");
    let values = "ours: '40', theirs: none";
    let entry =
        |id: &str| format!("drift:\n  - {{ id: {id}, {values}, reason: r, evidence: e }}\n");
    let from = ["drift", "--from", "upstream.json"];
    folder.write("schema/suppressions.yaml", entry("length-changed POST /orders body.order_uid"));
    assert_eq!(folder.code(&from), 0, "{}", stdout(&folder.run(&from)));
    folder.write("schema/suppressions.yaml", entry("length-changed POST /orders *"));
    assert_eq!(folder.code(&from), 0);
    folder.write("schema/suppressions.yaml", entry("length-changed POST /orders body.gone"));
    let output = folder.run(&from);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("body.gone"), "{}", stderr(&output));
    folder.write("schema/suppressions.yaml", "drift:\n  - { id: x }\n");
    let output = folder.run(&from);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("suppressions.yaml"), "{}", stderr(&output));
    folder.write("schema/suppressions.yaml", b"\xff");
    assert_eq!(folder.code(&from), 2);
}

#[tokio::test]
async fn an_address_is_fetched() {
    let folder = Folder::of("agree");
    let document = folder.read("upstream.json");
    let missing = get(|| async { StatusCode::NOT_FOUND });
    let router =
        Router::new().route("/docs", get(move || async move { document })).route("/no", missing);
    let server = Loopback::serve(router).await.unwrap();
    let url = server.url().to_owned();
    let calls = move || {
        let run = |path: &str| {
            let mut command = folder.command(&["drift", "--from", &format!("{url}{path}")]);
            command.env("no_proxy", "127.0.0.1").output().unwrap()
        };
        (run("/docs"), run("/no"))
    };
    let (found, missing) = tokio::task::spawn_blocking(calls).await.unwrap();
    assert_eq!(found.status.code(), Some(0));
    assert_eq!(missing.status.code(), Some(2));
    let error = stderr(&missing);
    assert!(error.contains("404") && error.contains("help"), "{error}");
}

#[test]
fn upstream_can_be_compared_with_itself() {
    let folder = Folder::of("parameter-added");
    let now = folder.read("upstream.json");
    folder.write("old.json", now.replace("\"name\": \"channel_key\"", "\"name\": \"channelKey\""));
    let same = folder.run(&["upstream", "changes", "upstream.json", "upstream.json"]);
    assert_eq!(same.status.code(), Some(0), "{}", stdout(&same));
    let changed = folder.run(&["upstream", "changes", "old.json", "upstream.json"]);
    assert_eq!(changed.status.code(), Some(1));
    assert!(stdout(&changed).contains("parameter-renamed"), "{}", stdout(&changed));
    assert_eq!(folder.code(&["upstream", "changes", "missing.json", "upstream.json"]), 2);
}

#[test]
fn a_kept_description_shows_the_words_that_differ() {
    let folder = Folder::of("prose-changed");
    folder.write("old.json", DriftFixture::read("prose-changed").text("before.json").unwrap());
    assert_eq!(folder.code(&["upstream", "pin", "old.json", "--date", "2026-02-11"]), 0);
    let report = |arguments: &[&str]| {
        folder.run(&[&["drift", "--from", "upstream.json"], arguments].concat())
    };
    let without = report(&[]);
    assert!(stdout(&without).contains("--old OLD"), "{}", stdout(&without));
    let with = report(&["--old", "old.json"]);
    assert!(stdout(&with).contains("places {+it now+}"), "{}", stdout(&with));
    assert!(!stderr(&with).contains("warning"), "{}", stderr(&with));
    let other = report(&["--old", "upstream.json"]);
    assert!(stderr(&other).contains("warning"), "{}", stderr(&other));
}

#[test]
fn hidden_nodes_are_counted() {
    let folder = Folder::of("agree-with-hidden-nodes");
    let output = folder.run(&["drift", "--from", "upstream.yaml"]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(stderr(&output).contains("5 hidden nodes ignored"), "{}", stderr(&output));
}
