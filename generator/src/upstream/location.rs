//! The locations in our schema of the subjects of findings.

use super::finding::{Finding, New};
use crate::source::SourceLocation;
use crate::syntax::yaml::{Key, Node};
use crate::yaml_index::{YamlIndex, child, items, map, scalar};

impl YamlIndex {
    /// The nearest location in our schema of the subject of the finding.
    pub fn locate(&self, finding: &Finding) -> Option<SourceLocation> {
        if let Some(location) = self.code(finding) {
            return Some(location);
        }
        if let Some((record, field)) = &finding.own_field {
            return self.nearest(record, field);
        }
        if let Some(status) = finding.location.strip_prefix("response.") {
            return self
                .error(&finding.subject, status)
                .or_else(|| self.nearest(&finding.subject, ""));
        }
        let location = finding.was.as_deref().unwrap_or(&finding.location);
        self.nearest(&finding.subject, location).or_else(|| self.file_for(finding.new.as_ref()?))
    }

    /// The code in a table that the finding is about.
    fn code(&self, finding: &Finding) -> Option<SourceLocation> {
        let code = finding.detail.split(' ').next()?;
        if finding.location.is_empty() {
            return self.value(&finding.subject, code);
        }
        let tables = child(self.subject(&finding.subject)?.value, "gateway_codes")?;
        let entries = |table| map(Some(table)).find(|(key, _)| key.text == "gateways");
        let of_gateway = |(_, list): &(&Key, &Node)| {
            items(list).iter().any(|gateway| scalar(gateway) == Some(&finding.location))
        };
        let mut tables = items(child(tables, "tables")?).iter();
        let (table, (gateways, _)) =
            tables.find_map(|table| Some((table, entries(table).filter(of_gateway)?)))?;
        let code = map(child(table, "codes")).find(|(key, _)| key.text == code);
        Some(self.location_of(code.map_or(gateways, |(key, _)| key).span))
    }

    /// The file of a new type: that of the first of its users, or of an equally new operation.
    pub fn file_of(&self, users: &[String], pages: &[String]) -> Option<usize> {
        self.first_file(users).or_else(|| pages.iter().find_map(|page| self.section(page)))
    }

    /// The file in which something new belongs.
    fn file_for(&self, new: &New) -> Option<SourceLocation> {
        let file = match new {
            New::Operation(operation) => self.section(&operation.page)?,
            New::Type { users, pages, .. } => self.file_of(users, pages)?,
            New::Field { .. } => return None,
        };
        Some(SourceLocation { file: self.path(file).to_owned(), line: 1 })
    }
}
