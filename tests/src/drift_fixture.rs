//! Fixtures of `drift`.
//!
//! A folder holds our `schema.yaml`, upstream's document `upstream`, and its previous document `before`
//! if that counts, each as JSON or YAML. `pages.yaml` lists pages of the docs in `pages/`, and in
//! `pages-before/` if the previous ones count. `expected.snap` is the report, `fixed.snap` the difference
//! that `--fix` makes to the schema, and `changes.snap` the report on the two documents alone.

use std::fs;

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::model::Api;
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::fix::{self, Left};
use portone_v1_generator::upstream::pages::{self, PageMap, Pages};
use portone_v1_generator::upstream::{self, Facts, Finding};

use crate::fixture::{self, Fixture};

/// The date of a fix.
pub const DATE: &str = "2026-07-27";

/// A schema with upstream's documents.
pub struct DriftFixture {
    /// The schema and its folder.
    pub schema: Fixture,
}

impl DriftFixture {
    /// The fixture in a folder.
    ///
    /// # Panics
    /// Panics when it cannot be read.
    pub fn read(name: &str) -> Self {
        Self { schema: Fixture::read("drift", name) }
    }

    /// Every fixture, sorted by name.
    pub fn all() -> Vec<Self> {
        fixture::names("drift").iter().map(|name| Self::read(name)).collect()
    }

    /// The files of our schema.
    pub fn sources(&self) -> Sources {
        self.schema.sources()
    }

    fn document(&self, name: &str) -> Option<Facts> {
        let text = self.text(&format!("{name}.json"));
        let text = text.or_else(|| self.text(&format!("{name}.yaml")))?;
        Some(upstream::read_document(&text).expect("a document").facts)
    }

    /// The files about pages, by their paths in a project.
    pub fn pages_files(&self) -> Vec<(String, String)> {
        let Some(map) = self.text("pages.yaml") else { return Vec::new() };
        let names = pages::read_map(&map).expect("a map of pages").pages.into_keys();
        let paths = names.map(|name| format!("pages/{name}"));
        let page = |path: String| Some((path.clone(), self.text(&path)?));
        [("schema/pages.yaml".to_owned(), map)].into_iter().chain(paths.filter_map(page)).collect()
    }

    /// The text of a file of the fixture, if there is one.
    pub fn text(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.schema.folder.join(name)).ok()
    }

    fn upstream(&self) -> Facts {
        self.document("upstream").expect("upstream's document")
    }

    /// The changes between upstream's previous document and the newer one, if there is a previous one.
    pub fn changes(&self) -> Option<Vec<Finding>> {
        Some(upstream::changes(&self.document("before")?, &self.upstream()))
    }

    /// The findings about a schema, each with its location.
    ///
    /// # Panics
    /// Panics when a schema or a document cannot be read.
    pub fn findings(&self, sources: &Sources) -> Vec<Finding> {
        let api = upstream::read_schema(sources)
            .unwrap_or_else(|found| panic!("{}", render(&found, sources, Style::Plain)));
        let (before, now) = (self.document("before"), self.upstream());
        let mut findings = upstream::compare(&api, before.as_ref(), &now);
        findings.extend(self.page_findings(&api, &now));
        let mut findings = upstream::in_order(findings);
        upstream::locate(&mut findings, sources);
        findings
    }

    fn page_findings(&self, api: &Api, description: &Facts) -> Vec<Finding> {
        let Some(map) = self.text("pages.yaml") else { return Vec::new() };
        let map = pages::read_map(&map).expect("a map of pages");
        let now = self.pages("pages", &map).expect("the pages");
        let before = self.pages("pages-before", &map);
        pages::compare(api, &map, before.as_ref(), &now, description).expect("a map that fits")
    }

    fn pages(&self, folder: &str, map: &PageMap) -> Option<Pages> {
        let page = |(name, entry): (&String, _)| {
            let text = self.text(&format!("{folder}/{name}"))?;
            let facts = pages::read(name, &text, entry);
            Some((name.clone(), facts.unwrap_or_else(|problem| panic!("{problem}"))))
        };
        map.pages.iter().map(page).collect()
    }

    /// The schema after `--fix`, and the findings that are left.
    pub fn fixed(&self) -> (Sources, Vec<Left>) {
        let mut sources = self.sources();
        let fixed = fix::fix(&self.findings(&sources), &sources, Some(DATE));
        for (file, text) in fixed.files {
            sources.files[file].text = text;
        }
        (sources, fixed.left)
    }
}
