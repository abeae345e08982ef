//! An object that was received.

use super::from_json::FromJson;
use super::kind::ValueKind;
use super::members::Members;
use super::mismatch_sink::PathScope;
use super::reader::Json;

/// A JSON object whose fields are read by name. If a name is repeated, the last one counts.
pub struct Object<'a> {
    members: Members<'a>,
    /// The value of fields that are not in the object.
    missing: Json<'a>,
    path: PathScope<'a>,
}

impl<'a> Json<'a> {
    /// Reads an object. An empty list is an empty object: PHP writes both as `[]`.
    pub fn object(self) -> Object<'a> {
        self.as_object().unwrap_or_else(|| {
            self.mismatch("an object");
            Object::new(self, Members::new(self.document(), &[]))
        })
    }

    /// Reads a page of a list. A bare list is a page without numbers.
    pub fn page(self, list: &'static str) -> Object<'a> {
        if self.is_list() && !self.is_empty_collection() {
            self.repair("a page");
        }
        self.object_or_list(list)
    }

    /// Reads an object. A list with elements is read as an object with this one field: the server has
    /// been seen to answer lists with and without a page around them.
    pub fn object_or_list(self, list: &'static str) -> Object<'a> {
        if self.is_list() && !self.is_empty_collection() {
            let members = Members::single(self.document(), list, self.nodes());
            let Object { path, missing, members } = Object::new(self, members);
            return Object { path: path.without_steps(), missing, members };
        }
        self.object()
    }

    /// The object, unless this is another kind of value.
    pub(crate) fn as_object(self) -> Option<Object<'a>> {
        let is_object = self.kind() == ValueKind::Object || self.is_empty_collection();
        is_object.then(|| Object::new(self, Members::new(self.document(), self.nodes())))
    }

    /// The list on a page; none unless this is a page.
    pub(super) fn list_on_page(self) -> Option<Self> {
        Some(self.as_object()?.get("list")).filter(|list| list.is_list())
    }

    /// Returns `true` if a response has no record: it is nullish, or a page with an empty list.
    pub(crate) fn is_empty_result(self) -> bool {
        let list = self.as_object().map(|page| page.get("list"));
        self.is_nullish() || list.is_some_and(Self::is_empty_collection)
    }
}

impl<'a> Object<'a> {
    fn new(json: Json<'a>, members: Members<'a>) -> Self {
        Self { members, missing: json.with_nodes(&[]), path: PathScope::new(json.sink()) }
    }

    /// The value of a field, which may be missing.
    pub(crate) fn get(&self, name: &str) -> Json<'a> {
        self.missing.with_nodes(self.members.find(name).unwrap_or_default())
    }

    /// Returns `true` if the object has the field, with any value.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.members.find(name).is_some()
    }

    /// The list that is not in this field: the one in `list`, or else the first.
    pub(crate) fn other_list(&self, name: &str) -> Json<'a> {
        let usual = self.get("list");
        if usual.is_list() {
            return usual;
        }
        let others = self.all().filter(|(other, _)| other.scalar_text().as_deref() != Some(name));
        let mut lists = others.map(|(_, value)| value).filter(|value| value.is_list());
        lists.next().unwrap_or(self.missing)
    }

    /// Names and values in the order of the text, including repeated names.
    pub(crate) fn all(&self) -> impl Iterator<Item = (Json<'a>, Json<'a>)> + use<'a> {
        let any = self.missing;
        let json = move |nodes| any.with_nodes(nodes);
        self.members
            .iter()
            .map(move |(name, value)| (json(std::slice::from_ref(name)), json(value)))
    }

    /// Returns `true` if a field is not nullish. Distinguishes the records that a field can hold.
    pub fn has(&self, name: &str) -> bool {
        !self.get(name).is_nullish()
    }

    /// Reads a required field.
    pub fn required<T: FromJson>(&mut self, name: &'static str) -> T {
        self.within(name, T::from_json)
    }

    /// Reads a field that can be done without; every nullish or unreadable value is `None`.
    pub fn optional<T: FromJson>(&mut self, name: &'static str) -> Option<T> {
        self.within(name, Json::tolerant)
    }

    /// Reads an optional field that must be readable if it is there; every nullish value is `None`.
    pub fn optional_strict<T: FromJson>(&mut self, name: &'static str) -> Option<T> {
        self.within(name, T::from_json_or_absent)
    }

    /// Reads a list without its unreadable elements; a missing or unreadable one is empty.
    pub fn list<T: FromJson>(&mut self, name: &'static str) -> Vec<T> {
        self.within(name, Json::tolerant_list)
    }

    /// Reads a list whose elements must be readable; a missing one is empty.
    pub fn list_strict<T: FromJson>(&mut self, name: &'static str) -> Vec<T> {
        self.within(name, Vec::from_json)
    }

    /// Reads a field with a function, and adds the field to the path of a mismatch.
    // Once for each type instead of once for each field: a fifth of the time that a release build of
    // all records takes, and reading is as fast.
    #[inline(never)]
    pub(crate) fn within<T>(
        &mut self,
        name: &'static str,
        reader: impl FnOnce(Json<'a>) -> T,
    ) -> T {
        let value = reader(self.get(name));
        self.path.field(name);
        value
    }
}
