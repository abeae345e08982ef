//! The recipes "The docs have changed", "Review a change of the schema" and "Release" of
//! CONTRIBUTING.

use portone_v1_generator::diff::{Level, next_version};
use serde_json::{Value, json};

use crate::end_to_end::maintainer::{Maintainer, released};
use crate::end_to_end::{document, packages, registry};

const SECTION: &str = "schema/sections/prepare.yaml";
const NEW: &str = "2027-01-15.json";

#[tokio::test]
#[ignore = "compiles the packages: the gate runs it"]
async fn a_change_of_the_docs_becomes_a_package() {
    let version = next().to_string();
    let registry = registry::with(&version).await.expect("a port");
    let url = registry.url().to_owned();
    tokio::task::spawn_blocking(move || go(&version, &url)).await.expect("the way is gone");
}

fn go(version: &str, registry: &str) {
    let maintainer = Maintainer::after_a_release();
    maintainer.git(&["switch", "--quiet", "--create", "docs"]);
    let new = the_docs_change(&maintainer);
    the_schema_follows(&maintainer, &new);
    the_reviewer_is_told(&maintainer);
    maintainer.git(&["switch", "--quiet", "main"]);
    maintainer.git(&["merge", "--quiet", "--no-ff", "docs"]);
    a_release_is_written(&maintainer, version);
    packages::stand_alone(&maintainer, version);
    a_tag_lets_it_out(&maintainer, version, registry);
}

/// One parameter, one field and one sentence. Returns the place of the new document.
fn the_docs_change(maintainer: &Maintainer) -> String {
    let mut document = document::pinned();
    // Not a part of the clone, as in life.
    let place = |name: &str| maintainer.path(".git").join(name).display().to_string();
    let write = |name: &str, document: &Value| {
        std::fs::write(place(name), document.to_string()).expect("the document is written");
    };
    write("2026-12-01.json", &document);
    maintainer.xtask(&["upstream", "pin", &place("2026-12-01.json")]).expect(0);
    maintainer.xtask(&["drift"]).expect(0);
    let note = json!({ "type": "string", "maxLength": 40, "x-portone-name": "메모" });
    document["definitions"]["PaymentPrepareAnnotation"]["properties"]["note"] = note.clone();
    let prepare = &mut document["paths"]["/payments/prepare"];
    let parameters = prepare["post"]["parameters"].as_array_mut().expect("a list");
    parameters.push(note);
    let parameter = parameters.last_mut().expect("it was pushed");
    (parameter["name"], parameter["in"]) = (json!("note"), json!("formData"));
    prepare["put"]["description"] = json!("Another sentence.");
    write(NEW, &document);
    place(NEW)
}

fn the_schema_follows(maintainer: &Maintainer, new: &str) {
    let found = maintainer.xtask(&["drift", "--from", new]).expect(1).out;
    for finding in [
        "parameter-added POST /payments/prepare body.note",
        "field-added PaymentPrepareAnnotation note",
        "prose-changed PUT /payments/prepare",
    ] {
        assert!(found.contains(finding), "`{finding}` in\n{found}");
    }
    maintainer.xtask(&["drift", "--from", new, "--fix"]).expect(1);
    assert!(maintainer.xtask(&["check"]).expect(1).err.contains("E030"));
    maintainer.xtask(&["upstream", "pin", new]).expect(0);
    a_person_writes(maintainer);
    maintainer.xtask(&["check"]).expect(0);
    maintainer.xtask(&["drift"]).expect(0);
    maintainer.xtask(&["generate", "--check"]).expect(1);
    maintainer.xtask(&["generate"]).expect(0);
    maintainer.commit("Take a note with a prepared amount");
}

/// The edits that only a person can make.
fn a_person_writes(maintainer: &Maintainer) {
    let schema = maintainer.read(SECTION);
    assert_eq!(schema.matches("doc: TODO").count(), 2, "{schema}");
    maintainer.write(SECTION, &schema.replace("doc: TODO", "doc: A note of the merchant's own."));
    maintainer.revise("2027-01-15", "A note with a prepared amount.");
}

fn the_reviewer_is_told(maintainer: &Maintainer) {
    let comment = maintainer.xtask(&["diff", "main...", "--format", "markdown"]).expect(0).out;
    let heading = comment.lines().filter(|line| line.starts_with("## ")).map(str::to_owned);
    let changes = maintainer.xtask(&["diff", "main...", "--format", "json"]).expect(0).out;
    let changes: Value = serde_json::from_str(&changes).expect("JSON");
    let changes = changes["changes"].as_array().expect("a list").iter().map(verdict);
    let verdicts: Vec<_> = heading.chain(changes).collect();
    let verdicts = verdicts.join("\n").replace(&released().to_string(), "[last]");
    insta::assert_snapshot!(verdicts.replace(&next().to_string(), "[next]"), @r"
    ## Schema: a **minor** change, [last] → at least [next]
    request-optional-parameter-added: none, minor, none
    response-field-added: none, minor, none
    revision-changed: none, patch, none
    ");
    maintainer.xtask(&["generate", "--check"]).expect(0);
}

/// The rule of a change, and its three levels.
fn verdict(change: &Value) -> String {
    let word = |key: &str| change[key].as_str().unwrap_or_default();
    format!("{}: {}, {}, {}", word("rule"), word("wire"), word("rust"), word("behaviour"))
}

/// The least that is allowed after something was added.
fn next() -> semver::Version {
    next_version(&released(), Level::Minor)
}

fn a_release_is_written(maintainer: &Maintainer, version: &str) {
    let release = ["release", "--skip-tests", "--skip-crates", "--date", "2027-01-20"];
    let before = maintainer.snapshot();
    let run = maintainer.xtask(&[&release[..], &["--dry-run"]].concat()).expect(0);
    assert!(run.err.contains(&format!("the next version is {version}")), "{}", run.err);
    assert!(
        run.out.contains("+- A note with a prepared amount.") || run.out.contains("note"),
        "{}",
        run.out
    );
    assert_eq!(maintainer.snapshot(), before);

    maintainer.xtask(&release).expect(0);
    let heading = format!("## [{version}] - 2027-01-20");
    let changelog = maintainer.read("CHANGELOG.md");
    let (_, released) = changelog.split_once(&heading).expect("the release has a heading");
    assert!(released.contains("- A note with a prepared amount.\n"), "{changelog}");
    maintainer.commit(&format!("Release {version}"));
}

/// cargo asks crates.io even for a dry run, so the registry here has everything already.
fn a_tag_lets_it_out(maintainer: &Maintainer, version: &str, registry: &str) {
    let publish =
        ["publish", "--dry-run", "--registry", "local", "--index", &format!("{registry}/")];
    let refusal = maintainer.xtask(&publish).expect(2).err;
    assert!(refusal.contains(&format!("this commit has no tag `v{version}`")), "{refusal}");
    maintainer.git(&["tag", &format!("v{version}")]);
    let run = maintainer.xtask(&publish).expect(0);
    assert_eq!(run.out, "every package is published already\n");
}
