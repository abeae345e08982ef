//! Answers in which every field holds a value that is found nowhere else.

use portone_v1::Timestamp;
use portone_v1_generator::model::{Api, Field, Item, Shape, TypeId};

/// A value, and whether `Debug` must hide it.
#[derive(Debug)]
pub(crate) struct Canary {
    pub(crate) place: String,
    pub(crate) shown: String,
    pub(crate) redacted: bool,
}

/// The JSON of a record, and what is in it.
pub(crate) fn answer(api: &Api, id: TypeId) -> (String, Vec<Canary>) {
    let mut cage = Cage { api, canaries: Vec::new() };
    let json = cage.named(id, api.ty(id).name.clone(), false);
    (json, cage.canaries)
}

struct Cage<'a> {
    api: &'a Api,
    canaries: Vec<Canary>,
}

impl Cage<'_> {
    fn named(&mut self, id: TypeId, place: String, redacted: bool) -> String {
        match &self.api.ty(id).shape {
            Shape::Record(fields) => self.record(fields, &place, redacted),
            Shape::Enumeration(_) => self.text(place, redacted),
            Shape::Choice(choices) => self.item(choices[0].ty.item, place, redacted),
        }
    }

    fn record(&mut self, fields: &[Field], place: &str, redacted: bool) -> String {
        let fields = fields.iter().map(|field| {
            let place = format!("{place}.{}", field.name);
            let item = self.item(field.ty.item, place, redacted || field.redacted);
            let value = if field.ty.list { format!("[{item}]") } else { item };
            format!("{:?}:{value}", field.wire)
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }

    fn item(&mut self, item: Item, place: String, redacted: bool) -> String {
        match item {
            Item::Named(id) => self.named(id, place, redacted),
            Item::String => self.text(place, redacted),
            // There are too few of them to tell one from another.
            Item::Boolean => "true".to_owned(),
            Item::Integer | Item::Amount => {
                let number = self.number(70_000_000).to_string();
                self.add(place, number.clone(), number, redacted)
            }
            Item::Timestamp => {
                let second = self.number(1_800_000_000);
                let shown = Timestamp::from_second(second).unwrap().to_string();
                self.add(place, shown, second.to_string(), redacted)
            }
        }
    }

    fn text(&mut self, place: String, redacted: bool) -> String {
        let text = format!("canary-{}", self.number(1_000_000));
        self.add(place, text.clone(), format!("{text:?}"), redacted)
    }

    fn number(&self, base: i64) -> i64 {
        base + i64::try_from(self.canaries.len()).unwrap()
    }

    fn add(&mut self, place: String, shown: String, json: String, redacted: bool) -> String {
        self.canaries.push(Canary { place, shown, redacted });
        json
    }
}
