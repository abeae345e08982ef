//! Documentation comments: what an item does, its Korean title, route, gateways, errors, rules
//! and official page.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::{list, prose};
use crate::model::{
    Choice, EnumValue, ExplicitOmission, Field, Gateway, GatewayCodes, Item, Omission, Operation,
    Requirement, Section, Type,
};
use crate::phrases;

/// Paragraphs that become one documentation comment.
#[derive(Default)]
pub struct Docs {
    lines: Vec<String>,
    aliases: Vec<String>,
}

impl Docs {
    /// Begins with a paragraph.
    pub fn new(first: &str) -> Self {
        Self::default().paragraph(first)
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(self, text: &str) -> Self {
        self.block(vec![text.to_owned()])
    }

    /// Adds lines that belong together; nothing when there are none.
    #[must_use]
    pub fn block(mut self, lines: Vec<String>) -> Self {
        if lines.is_empty() {
            return self;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines.iter().flat_map(|line| line.split('\n')).map(spaced));
        self
    }

    /// Adds `#[doc(alias)]` for the names in the official docs, which users may search for.
    #[must_use]
    pub fn aliases(mut self, names: impl IntoIterator<Item = impl AsRef<str>>, rust: &str) -> Self {
        for name in names {
            let name = name.as_ref();
            let name = name.strip_suffix(" API").unwrap_or(name);
            if can_be_alias(name) && name != rust && !self.aliases.iter().any(|other| other == name)
            {
                self.aliases.push(name.to_owned());
            }
        }
        self
    }

    /// The attributes of an item: one for each line, which prints with `///`, and one for each alias.
    pub fn tokens(&self) -> TokenStream {
        let (lines, aliases) = (&self.lines, &self.aliases);
        quote!(#(#[doc = #lines])* #(#[doc(alias = #aliases)])*)
    }

    /// The attributes of a module in its own file: one for each line, which prints with `//!`.
    pub fn inner(&self) -> TokenStream {
        let lines = &self.lines;
        quote!(#(#![doc = #lines])*)
    }
}

fn spaced(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// rustdoc refuses quotes and surrounding spaces in an alias.
fn can_be_alias(name: &str) -> bool {
    let odd = |letter: char| matches!(letter, '"' | '\'' | '\\') || letter.is_control();
    !name.is_empty() && !name.contains(odd) && name.trim() == name
}

/// The handle of a section, and the head of its file.
pub fn section(section: &Section) -> Docs {
    Docs::new(&prose(&section.doc))
        .paragraph(&prose(&section.title))
        .paragraph(&format!("[Official page]({})", section.page))
}

/// A method that calls an operation.
pub fn operation(operation: &Operation) -> Docs {
    Docs::new(&prose(&operation.doc))
        .paragraph(&format!("{} · `{}`", prose(&operation.title), operation.route))
        .block(gateways(&operation.gateways))
        .block(notes(&operation.notes))
        .paragraph(phrases::repetition(operation))
        .block(incomplete(operation))
        .paragraph("# Errors")
        .block(errors(operation))
        .paragraph(&format!("[Official page]({})", operation.page))
        .aliases([&operation.title, &operation.route.to_string()], &operation.name)
        .aliases(&operation.docs_id, &operation.name)
}

fn gateways(gateways: &[Gateway]) -> Vec<String> {
    if gateways.is_empty() {
        return Vec::new();
    }
    vec![format!("Gateways: {}", names(gateways.iter()))]
}

fn notes(notes: &[(Gateway, String)]) -> Vec<String> {
    list(notes.iter().map(|(gateway, text)| format!("{}: {}", named(gateway), prose(text))))
}

fn names<'a>(gateways: impl Iterator<Item = &'a Gateway>) -> String {
    gateways.map(named).collect::<Vec<_>>().join(", ")
}

fn named(gateway: &Gateway) -> String {
    format!("{} (`{}`)", prose(&gateway.name), gateway.code)
}

/// All pages of an operation.
pub fn items(operation: &Operation) -> Docs {
    let method = &operation.name;
    Docs::new(&format!(
        "Paginates [`{method}`](Self::{method}): the items of all pages, from the page that the request sets. Pages are fetched when they are needed."
    ))
}

fn incomplete(operation: &Operation) -> Vec<String> {
    let Some(partial) = &operation.partial else { return Vec::new() };
    vec![format!("It can succeed in part, as [`Partial::complete`] tells: {}", prose(&partial.doc))]
}

fn errors(operation: &Operation) -> Vec<String> {
    let documented = operation.failures();
    let documented = documented.map(|(status, text)| format!("{status}: {}", prose(text)));
    let refused =
        "200 with a `code` other than 0: rejected, with the reason in the message.".to_owned();
    list(documented.chain([refused]))
}

/// The request struct of an operation.
pub fn request(section: &Section, operation: &Operation) -> Docs {
    let method = format!("{}::{}", section.handle, operation.name);
    Docs::new(&format!("The request of [`{method}`]."))
        .paragraph(&format!("{} · `{}`", prose(&operation.title), operation.route))
        .block(alternatives(operation))
        .aliases(&operation.docs_id, &operation.request)
}

fn alternatives(operation: &Operation) -> Vec<String> {
    phrases::alternatives(operation, |wire| {
        let mut fields = operation.parameters.iter().map(|parameter| &parameter.field);
        fields.find(|field| field.wire == wire).map_or(wire, |field| &field.name)
    })
}

/// A record or an enumeration.
pub fn ty(ty: &Type) -> Docs {
    let docs = Docs::new(&prose(&ty.doc));
    match &ty.page {
        Some(page) => docs
            .paragraph(&format!("{} · `{}`", prose(&ty.title), ty.docs_name))
            .paragraph(&format!("[Official page]({page})")),
        None => docs.paragraph(&prose(&ty.title)),
    }
}

/// A variant of an enumeration.
pub fn variant(value: &EnumValue) -> Docs {
    Docs::new(&prose(&value.doc))
        .paragraph(&format!("{} · `{}`", prose(&value.title), value.code))
        .aliases([&value.code, &value.title], &value.name)
}

/// The method that returns a gateway's own code.
pub fn at_gateway(enumeration: &str, codes: &GatewayCodes) -> Docs {
    let tables = codes.tables.iter().map(|table| names(table.gateways.iter()));
    Docs::new(&format!(
        "The gateway's own code for this [`{enumeration}`]; `None` if the gateway does not support it, or if the docs list no codes for the gateway."
    ))
    .paragraph("The docs list the codes of:")
    .block(list(tables))
}

/// A variant of a choice.
pub fn choice(choice: &Choice) -> Docs {
    let selected = match &choice.when {
        Some(when) => format!("Selected by the field `{when}`."),
        None => "Any other response.".to_owned(),
    };
    Docs::new(&prose(&choice.doc)).paragraph(&selected)
}

/// A public field, or the setter of a parameter.
pub fn field(field: &Field) -> Docs {
    Docs::new(&prose(&field.doc))
        .paragraph(&facts(field))
        .block(rules(field))
        .aliases([&field.wire, &field.title], &field.name)
}

/// A parameter in the list above `new`.
pub fn required_parameter(field: &Field) -> String {
    let mut text = format!("`{}`: {} ({})", field.name, prose(&field.doc), facts(field));
    for rule in rules(field) {
        text.push_str("\n  ");
        text.push_str(&rule);
    }
    text
}

/// The documentation of an explicit omission, with its risk.
pub fn explicit_omission(field: &Field, omission: &ExplicitOmission) -> Docs {
    let risk = phrases::risk(omission.risk);
    let wire = &field.wire;
    Docs::new(&format!("Explicit choice between a value for `{wire}` and its omission: omitting it by accident {risk}."))
        .paragraph(&prose(&field.title))
}

/// The meaning of omitting a field.
pub fn left_out(field: &Field) -> String {
    field.omitted.as_ref().map(|omitted| prose(&omitted.means)).unwrap_or_default()
}

/// The values that the runtime rejects where omission is explicit.
pub fn refused(field: &Field) -> &'static str {
    match (field.ty.list, field.ty.item) {
        (true, _) => "An empty list is rejected: the server would treat it as omitted.",
        (_, Item::Amount | Item::Integer) => "0 is rejected: the server would treat it as omitted.",
        _ => "An empty value is rejected: the server would treat it as omitted.",
    }
}

/// The Korean label of a field, and the range of its values.
pub fn facts(field: &Field) -> String {
    let mut facts = vec![prose(&field.title)];
    if field.wire != field.name {
        facts.push(format!("`{}`", field.wire));
    }
    match field.ty.item {
        Item::Amount => facts.push("in KRW, or the payment's own currency".to_owned()),
        Item::Timestamp => facts.push("Unix seconds".to_owned()),
        _ => {}
    }
    if let Some(max) = field.max_length {
        facts.push(format!("at most {max} characters"));
    }
    match (field.minimum, field.maximum) {
        (Some(minimum), Some(maximum)) => facts.push(format!("from {minimum} to {maximum}")),
        (Some(minimum), None) => facts.push(format!("at least {minimum}")),
        (None, Some(maximum)) => facts.push(format!("at most {maximum}")),
        (None, None) => {}
    }
    if let Some(default) = &field.default {
        facts.push(format!("`{default}` if omitted"));
    }
    if field.privacy.hidden() {
        facts.push("hidden in `Debug`".to_owned());
    }
    facts.join(" · ")
}

fn rules(field: &Field) -> Vec<String> {
    let mut rules = Vec::new();
    if let Some(omitted) = &field.omitted {
        rules.push(omission(omitted));
    }
    for condition in &field.conditions {
        rules.push(phrases::required_when(&condition.field, condition));
    }
    for (requirement, text) in phrases::REQUIREMENTS {
        rules.extend(by_requirement(field, requirement, text));
    }
    for rule in &field.rules {
        if let Some(doc) = &rule.doc {
            rules.push(format!("{}: {}", named(&rule.gateway), prose(doc)));
        }
    }
    list(rules)
}

fn omission(omitted: &Omission) -> String {
    let means = prose(&omitted.means);
    match &omitted.explicit {
        Some(ExplicitOmission { name, omit, .. }) => format!("With [`{name}::{omit}`]: {means}"),
        None => format!("Omitted: {means}"),
    }
}

fn by_requirement(field: &Field, requirement: Requirement, text: &str) -> Option<String> {
    let of = field.rules.iter().filter(|rule| rule.requirement == Some(requirement));
    let mut gateways = names(of.map(|rule| &rule.gateway));
    if field.others == Some(requirement) {
        gateways.push_str(if gateways.is_empty() { "all gateways" } else { ", and all others" });
    }
    let others_only = field.others == Some(requirement) && gateways == "all gateways";
    if others_only && !field.rules.is_empty() {
        gateways = "all other gateways".to_owned();
    }
    (!gateways.is_empty()).then(|| format!("{text} {gateways}."))
}
