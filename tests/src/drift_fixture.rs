//! Fixtures of `drift`.
//!
//! A folder holds our `schema.yaml`, upstream's `upstream.json` or `upstream.yaml`, and `before.json`
//! if upstream's previous document counts. `expected.snap` is the report, and `fixed.snap` is the
//! difference that `--fix` makes to the schema.

use std::fs;

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::{self, Facts, Finding, fix};
use portone_v1_generator::yaml_index::YamlIndex;

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
        let text = fs::read_to_string(self.schema.folder.join(name)).ok()?;
        Some(upstream::read_document(&text).expect("a document"))
    }

    fn upstream(&self) -> Facts {
        let json = self.document("upstream.json");
        json.or_else(|| self.document("upstream.yaml")).expect("upstream's document")
    }

    /// The findings about a schema, each with its location.
    ///
    /// # Panics
    /// Panics when a schema or a document cannot be read.
    pub fn findings(&self, sources: &Sources) -> Vec<Finding> {
        let api = upstream::read_schema(sources)
            .unwrap_or_else(|found| panic!("{}", render(&found, sources, Style::Plain)));
        let before = self.document("before.json");
        let mut findings = upstream::compare(&api, before.as_ref(), &self.upstream());
        let index = YamlIndex::of(sources);
        for finding in &mut findings {
            finding.source_location = index.locate(finding);
        }
        findings
    }

    /// The schema after `--fix`, and the ids of the findings that are left.
    pub fn fixed(&self) -> (Sources, Vec<String>) {
        let mut sources = self.sources();
        let fixed = fix::fix(&self.findings(&sources), &sources, DATE);
        for (file, text) in fixed.files {
            sources.files[file].text = text;
        }
        (sources, fixed.left)
    }
}
