//! A schema and a folder for its crate, for one test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use portone_v1_tests::fixture;
use tempfile::TempDir;

use crate::xtask::{self, Run};

/// A valid schema.
pub const VALID: &str = "\
title: 상점 API
doc: A shop.
page: shop
noun: Order
operations:
  get:
    route: GET /orders
    title: 주문 조회 API
    doc: Reads orders.
    idempotent: true
    returns: Status
types:
  Status:
    title: 상태
    doc: Where an order stands.
    values:
      ready: { title: 준비, doc: Not paid yet. }
";

/// Every file below a folder: its path, its bytes and when it was written.
pub type Snapshot = Vec<(PathBuf, Vec<u8>, SystemTime)>;

/// Folders of a test's own.
pub struct TestProject {
    folder: TempDir,
}

impl TestProject {
    /// With this schema, written as fixtures are, and no crate yet.
    pub fn new(schema: &str) -> Self {
        let project = Self { folder: TempDir::new().expect("a folder") };
        project.rewrite(schema);
        project
    }

    /// Puts another schema in the project of the one there.
    pub fn rewrite(&self, schema: &str) {
        for file in fixture::sources(schema).files {
            write(&self.folder.path().join(&file.path), &file.text);
        }
    }

    /// The folder of schema and crate.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The schema's folder.
    pub fn schema(&self) -> PathBuf {
        self.folder.path().join("schema")
    }

    /// The crate's folder.
    pub fn out(&self) -> PathBuf {
        self.folder.path().join("crate")
    }

    /// Writes a file into the crate's folder.
    pub fn put(&self, path: &str, text: &str) {
        write(&self.out().join(path), text);
    }

    /// Runs a command on these folders.
    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&mut self.command(arguments))
    }

    /// A command on these folders.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = xtask::command();
        command.args(arguments);
        command.arg("--schema").arg(self.schema()).arg("--out").arg(self.out());
        command
    }

    /// The files in the crate's folder.
    pub fn snapshot(&self) -> Snapshot {
        let mut files = Vec::new();
        collect(&self.out(), &mut files);
        files.sort();
        files
    }

    /// Everything that lies beside schema and crate: left-overs of an attempt.
    pub fn left_overs(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder is there");
        let names = entries.map(|entry| entry.expect("an entry").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| name != "schema" && name != "crate").collect()
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
    fs::write(path, text).expect("the file is written");
}

fn collect(folder: &Path, files: &mut Snapshot) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let written = path.metadata().and_then(|data| data.modified()).expect("a time");
            files.push((path.clone(), fs::read(&path).expect("it is readable"), written));
        }
    }
}
