//! Sample values for the types of the schema. The build script writes them as Rust, and the tests as
//! JSON, independently of each other.

use portone_v1_generator::model::{
    Api, Enumeration, Field, GatewayCodes, Item, Operation, Parameter, Shape, TypeId, TypeRef,
};

/// The share of the optional fields that a sample has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breadth {
    /// Every field, with codes that the docs list.
    Everything,
    /// Every field, but the records in them as short as can be, with codes of tomorrow.
    Sparse,
    /// The required fields.
    Required,
}

impl Breadth {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Everything, Self::Sparse, Self::Required];

    /// The breadth of the records in fields.
    fn inside(self) -> Self {
        match self {
            Self::Everything => Self::Everything,
            Self::Sparse | Self::Required => Self::Required,
        }
    }

    fn includes(self, field: &Field) -> bool {
        field.required || self != Self::Required
    }
}

/// A value of one of the schema's types.
#[derive(Clone, Debug)]
pub(crate) enum Sample<'a> {
    Text(String),
    Integer(i64),
    Boolean(bool),
    /// As it goes over the wire: without zeros at the end.
    Amount(String),
    /// Unix seconds.
    Time(i64),
    Code(TypeId, String),
    Record(TypeId, Vec<(&'a Field, Sample<'a>)>),
    List(Vec<Sample<'a>>),
}

/// Makes samples, no two of which look alike.
pub(crate) struct Sampler<'a> {
    api: &'a Api,
    choice: usize,
    made: i64,
}

impl<'a> Sampler<'a> {
    /// `choice` says which record stands where one of several can.
    pub(crate) fn new(api: &'a Api, choice: usize) -> Self {
        Self { api, choice, made: 0 }
    }

    /// Whose values look like none of one that counts from 0.
    #[allow(dead_code, reason = "the build script makes requests alone")]
    pub(crate) fn counting_from(self, made: i64) -> Self {
        Self { made, ..self }
    }

    /// The parameters of a request, with values.
    pub(crate) fn request(
        &mut self,
        operation: &'a Operation,
        breadth: Breadth,
    ) -> Vec<(&'a Parameter, Sample<'a>)> {
        let is_first = |name| operation.one_of.iter().any(|group| group.first() == Some(name));
        let parameters = operation.parameters.iter();
        let sent = parameters
            .filter(|Parameter { field, .. }| breadth.includes(field) || is_first(&field.wire));
        sent.map(|parameter| (parameter, self.field(&parameter.field, breadth.inside()))).collect()
    }

    /// The value of a field, as long and as large as its limits allow.
    fn field(&mut self, field: &Field, breadth: Breadth) -> Sample<'a> {
        match (self.value(field.ty, breadth), field.max_length) {
            (Sample::Text(text), Some(max)) => Sample::Text(self.long(&text, max)),
            (Sample::Integer(number), _) => {
                let number = field.minimum.map_or(number, |least| number.max(least.into()));
                Sample::Integer(field.maximum.map_or(number, |most| number.min(most.into())))
            }
            (Sample::Code(ty, code), Some(max)) => Sample::Code(ty, short(&code, max)),
            (value, _) => value,
        }
    }

    /// Begins with a letter that no other text has, because a number can be too long.
    fn long(&self, text: &str, max: u32) -> String {
        let letter = u32::try_from(self.made).ok().and_then(|made| char::from_u32(0xB000 + made));
        let rest = text.chars().skip_while(|letter| *letter != ':');
        letter.into_iter().chain(rest).cycle().take(max as usize).collect()
    }

    /// A value of a type; two where it is a list.
    pub(crate) fn value(&mut self, ty: TypeRef, breadth: Breadth) -> Sample<'a> {
        if !ty.list {
            return self.item(ty.item, breadth);
        }
        Sample::List(vec![self.item(ty.item, breadth), self.item(ty.item, breadth)])
    }

    fn item(&mut self, item: Item, breadth: Breadth) -> Sample<'a> {
        self.made += 1;
        match item {
            Item::String => Sample::Text(format!("text-{}: / ? % & \" 한글", self.made)),
            Item::Integer => Sample::Integer(70_000_000 + self.made),
            Item::Boolean => Sample::Boolean(breadth == Breadth::Everything),
            Item::Amount => Sample::Amount(self.amount()),
            Item::Timestamp => Sample::Time(1_893_456_000 + self.made),
            Item::Named(id) => self.named(id, breadth),
        }
    }

    /// Every other one with a fraction.
    fn amount(&self) -> String {
        let fraction = if self.made % 2 == 0 { "" } else { ".25" };
        format!("{}{fraction}", 40_000_000 + self.made)
    }

    fn named(&mut self, id: TypeId, breadth: Breadth) -> Sample<'a> {
        let api = self.api;
        match &api.ty(id).shape {
            Shape::Record(fields) => self.record(id, fields, breadth),
            Shape::Enumeration(codes) => Sample::Code(id, self.code(codes, breadth)),
            Shape::GatewayCodes(codes) => Sample::Code(id, self.gateway_code(codes, breadth)),
            Shape::Choice(choices) => {
                self.item(choices[self.choice % choices.len()].ty.item, breadth)
            }
        }
    }

    fn record(&mut self, id: TypeId, fields: &'a [Field], breadth: Breadth) -> Sample<'a> {
        let said = fields.iter().filter(|field| breadth.includes(field));
        let said = said.map(|field| (field, self.field(field, breadth.inside())));
        Sample::Record(id, said.collect())
    }

    fn gateway_code(&self, codes: &GatewayCodes, breadth: Breadth) -> String {
        match breadth {
            Breadth::Everything => codes.tables[0].codes[0].1.clone(),
            _ => format!("code-{}-of-tomorrow", self.made),
        }
    }

    fn code(&self, codes: &Enumeration, breadth: Breadth) -> String {
        match (breadth, codes.integer) {
            (Breadth::Everything, _) => codes.values[0].code.clone(),
            (_, true) => (60_000_000 + self.made).to_string(),
            (_, false) => format!("code-{}-of-tomorrow", self.made),
        }
    }
}

fn short(text: &str, max: u32) -> String {
    text.chars().take(max as usize).collect()
}
