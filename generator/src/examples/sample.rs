//! The parameters that a program sends, with sample values.

use serde_json::{Map, Value};

use crate::model::{
    Api, Field, Gateway, GatewayCodes, GatewayRule, Item, Operation, ParamLocation, Parameter,
    Requirement, Shape, TypeId,
};
use crate::samples;

/// The number of fields that are shown of a record that requires none.
const SHOWN: usize = 2;

/// A sample of a parameter, with only the required fields of its records.
#[derive(Clone, Debug)]
pub enum Sample<'a> {
    /// A text, a number, a time, a code, as it is on the wire.
    Scalar(Item, Value),
    /// A code that differs by gateway.
    GatewayCode(GatewayCode<'a>),
    /// A record.
    Record(TypeId, Vec<(&'a Field, Sample<'a>)>),
    /// A list with one item.
    List(Box<Sample<'a>>),
}

/// A standard code and the code that a gateway has for it.
#[derive(Clone, Debug)]
pub struct GatewayCode<'a> {
    /// The type of the code.
    pub ty: TypeId,
    /// The codes of all gateways.
    pub codes: &'a GatewayCodes,
    /// The gateway.
    pub gateway: &'a str,
    /// The standard code.
    pub standard: &'a str,
    /// The gateway's own code, as it is on the wire.
    pub own: &'a str,
}

/// The parameters that a program sends, with their samples.
pub type Sent<'a> = [(&'a Parameter, Sample<'a>)];

/// The parameters that are required, the first of each group of alternatives, and those whose omission is an
/// explicit choice: the careful one is to send them; and those that the values of others make required. If nothing but the path is among them, the first parameter that
/// says what to do, or what to read.
pub fn parameters<'a>(api: &'a Api, operation: &'a Operation) -> Vec<(&'a Parameter, Sample<'a>)> {
    let parameters = operation.parameters.iter();
    let mut sent: Vec<_> = parameters.clone().filter(|each| is_sent(operation, each)).collect();
    if sent.iter().all(|each| each.location == ParamLocation::Path) {
        sent.extend(parameters.clone().find(|each| is_telling(each)));
    }
    let sample = |each: &'a Parameter| Some((each, of(api, operation, &each.field, &[])?));
    let mut samples: Vec<_> = sent.iter().copied().filter_map(sample).collect();
    let others = parameters.filter(|each| !sent.iter().any(|other| std::ptr::eq(*other, *each)));
    let due: Vec<_> = others.filter(|each| is_due(&each.field, &samples)).collect();
    samples.extend(due.into_iter().filter_map(sample));
    samples
}

/// True if the value of another parameter makes it required, or the gateway whose code is sent.
fn is_due(field: &Field, samples: &[(&Parameter, Sample<'_>)]) -> bool {
    let by_value = field.conditions.iter().any(|condition| {
        let other = samples.iter().find(|(other, _)| other.field.wire == condition.wire);
        let value = other.map(|(_, sample)| sample.json());
        samples::is_met(condition, value.as_ref())
    });
    by_value
        || samples.iter().any(|(_, sample)| match sample {
            Sample::GatewayCode(code) => is_required(field, |gateway| gateway == code.gateway),
            _ => false,
        })
}

/// True if one of these gateways requires a field.
fn is_required(field: &Field, is_one: impl Fn(&str) -> bool) -> bool {
    let required = |rule: &GatewayRule| rule.requirement == Some(Requirement::Required);
    field.rules.iter().any(|rule| required(rule) && is_one(&rule.gateway.code))
}

fn is_sent(operation: &Operation, parameter: &Parameter) -> bool {
    let field = &parameter.field;
    let is_first = operation.one_of.iter().any(|group| group.first() == Some(&field.wire));
    field.required || is_first || field.explicit_omission().is_some()
}

/// True for an optional parameter of a body, and for a list of what to read.
fn is_telling(parameter: &Parameter) -> bool {
    let field = &parameter.field;
    let is_telling = match parameter.location {
        ParamLocation::Body => true,
        ParamLocation::Query => field.ty.list,
        ParamLocation::Path => false,
    };
    is_telling && !field.is_deprecated()
}

/// A sample of a field; `None` if its type contains itself without end.
fn of<'a>(
    api: &'a Api,
    operation: &Operation,
    field: &'a Field,
    above: &[TypeId],
) -> Option<Sample<'a>> {
    let named = field.ty.item.named().map(|id| (id, &api.ty(id).shape));
    let item = match named {
        Some((id, Shape::Record(fields))) => record(api, operation, id, fields, above)?,
        Some((id, Shape::GatewayCodes(codes))) => gateway_code(operation, id, codes)?,
        _ => scalar(api, field)?,
    };
    Some(if field.ty.list { Sample::List(Box::new(item)) } else { item })
}

fn record<'a>(
    api: &'a Api,
    operation: &Operation,
    id: TypeId,
    fields: &'a [Field],
    above: &[TypeId],
) -> Option<Sample<'a>> {
    if above.contains(&id) {
        return None;
    }
    let above = [above, &[id]].concat();
    let members = members(fields).into_iter();
    let members = members.map(|field| Some((field, of(api, operation, field, &above)?)));
    Some(Sample::Record(id, members.collect::<Option<_>>()?))
}

/// The first code of the first gateway that supports the operation.
fn gateway_code<'a>(
    operation: &Operation,
    ty: TypeId,
    codes: &'a GatewayCodes,
) -> Option<Sample<'a>> {
    let supports =
        |gateway: &&Gateway| operation.gateways.is_empty() || operation.gateways.contains(gateway);
    let found = codes.tables.iter().find_map(|table| {
        let gateway = table.gateways.iter().find(supports)?;
        Some((gateway, table.codes.first()?))
    });
    let (gateway, (standard, own)) = found?;
    Some(Sample::GatewayCode(GatewayCode { ty, codes, gateway: &gateway.code, standard, own }))
}

/// The required fields; if there are none, those that some gateway requires, or the first two.
fn members(fields: &[Field]) -> Vec<&Field> {
    let current = || fields.iter().filter(|field| !field.is_deprecated());
    let required: Vec<_> = fields.iter().filter(|field| field.required).collect();
    let at_gateways: Vec<_> = current().filter(|field| is_required(field, |_| true)).collect();
    match (required.is_empty(), at_gateways.is_empty()) {
        (false, _) => required,
        (_, false) => at_gateways,
        _ => current().take(SHOWN).collect(),
    }
}

/// The value, or the item of the list.
fn scalar<'a>(api: &Api, field: &Field) -> Option<Sample<'a>> {
    let value = match samples::field(api, field)? {
        Value::Array(items) => items.into_iter().next()?,
        value => value,
    };
    Some(Sample::Scalar(field.ty.item, value))
}

impl Sample<'_> {
    /// The value on the wire.
    pub fn json(&self) -> Value {
        match self {
            Self::Scalar(_, value) => value.clone(),
            Self::GatewayCode(code) => code.own.into(),
            Self::Record(_, members) => {
                let members = members.iter();
                let members = members.map(|(field, sample)| (field.wire.clone(), sample.json()));
                Value::Object(members.collect::<Map<_, _>>())
            }
            Self::List(item) => Value::Array(vec![item.json()]),
        }
    }
}
