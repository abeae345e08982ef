//! The records of a response, for reading single fields of them.

use super::members::Members;
use super::reader::Json;

/// The list of failed items beside the list of records, after a partial success.
const FAILED: &str = "failed";
/// The list of records on a page.
const LIST: &str = "list";

/// A record of which single fields are read.
#[derive(Clone, Copy)]
pub(crate) struct RecordView<'a>(Json<'a>);

impl<'a> RecordView<'a> {
    /// The value of a field, which may be missing. If a name is repeated, the last one counts.
    pub(crate) fn get(self, name: &str) -> Json<'a> {
        let members = Members::new(self.0.document(), self.0.nodes());
        self.0.with_nodes(members.find(name).unwrap_or_default())
    }
}

impl<'a> Json<'a> {
    /// The records of a response: the objects of a list or of a page, or the object itself.
    pub(crate) fn records(self) -> Vec<RecordView<'a>> {
        if self.is_list() {
            return self.elements().filter(|json| json.is_object()).map(RecordView).collect();
        }
        if !self.is_object() {
            return Vec::new();
        }
        let page = RecordView(self).get(LIST);
        if page.is_list() {
            return page.records();
        }
        match self.as_object().filter(|object| object.contains(FAILED)) {
            Some(partial) => partial.other_list(FAILED).records(),
            None => vec![RecordView(self)],
        }
    }

    fn is_object(self) -> bool {
        self.kind() == super::kind::ValueKind::Object
    }
}
