//! The documentation of sections, operations and requests.

use super::comment::Docs;
use super::gateways::{named, names};
use crate::emit::markdown::{first_sentence, list, prose, table};
use crate::examples;
use crate::model::{Api, Gateway, Operation, Section, Type};
use crate::phrases;

/// The handle of a section, and the head of its file.
pub fn section(section: &Section) -> Docs {
    Docs::summary(&prose(&section.doc)).paragraph(&format!(
        "{} · [Official page]({})",
        prose(&section.title),
        section.page
    ))
}

/// The head of a section's file: its operations at a glance.
pub fn module(section: &Section) -> Docs {
    let Section { name, handle, operations, .. } = section;
    let rows = operations.iter().map(|operation| {
        let doc = prose(&operation.doc);
        let (summary, title) = (first_sentence(&doc).0, prose(&operation.title));
        let method = format!("[`{0}`]({handle}::{0})", operation.name);
        [method, format!("{summary}<br>{title} · `{}`", operation.route)]
    });
    self::section(section)
        .paragraph(&format!("The methods of [`client.{name}()`](crate::Client::{name}):"))
        .block(table(["method", "what it does"], rows))
}

/// A method that calls an operation.
pub fn operation(api: &Api, section: &Section, operation: &Operation) -> Docs {
    Docs::summary(&prose(&operation.doc))
        .paragraph(&format!("{} · `{}`", prose(&operation.title), operation.route))
        .block(gateways(api, &operation.gateways))
        .block(notes(&operation.notes))
        .paragraph(phrases::repetition(operation))
        .block(dropping(operation))
        .block(incomplete(operation))
        .paragraph("# Examples")
        .block(examples::of(api, section, operation).documentation())
        .paragraph("# Errors")
        .block(errors(api, operation))
        .paragraph(&format!("[Official page]({})", operation.page))
        .aliases([&operation.title, &operation.route.to_string()], &operation.name)
        .aliases(&operation.docs_id, &operation.name)
}

/// The meaning of dropping the future of a call that must not be sent twice.
fn dropping(operation: &Operation) -> Vec<String> {
    if operation.idempotent {
        return Vec::new();
    }
    let known = match operation.reconcile.is_empty() {
        false => "",
        true => {
            ", and its intent stays open there until [`close_intent`](crate::Client::close_intent) records what you have \
             found out"
        }
    };
    vec![format!(
        "Dropping the future, as a timeout or a closed connection does, does not take the request back: it may still \
         be carried out. Only a [journal](crate::ClientBuilder::journal) then knows of it{known}."
    )]
}

fn gateways(api: &Api, gateways: &[Gateway]) -> Vec<String> {
    if gateways.is_empty() {
        return Vec::new();
    }
    let link = api.gateways.map(|id| api.ty(id));
    let link = link.map(|ty| format!("[Gateways](crate::{}::{})", ty.module, ty.name));
    let gateways = names(gateways.iter());
    vec![format!("{}: {gateways}", link.as_deref().unwrap_or("Gateways"))]
}

fn notes(notes: &[(Gateway, String)]) -> Vec<String> {
    list(notes.iter().map(|(gateway, text)| format!("{}: {}", named(gateway), prose(text))))
}

/// All pages of an operation.
pub fn items(api: &Api, section: &Section, operation: &Operation) -> Docs {
    let method = &operation.name;
    let docs = Docs::new(&format!(
        "Paginates [`{method}`](Self::{method}): the items of all pages, from the page that the request sets. Pages are fetched when they are needed."
    ));
    match examples::of_items(api, section, operation) {
        Some(program) => docs.paragraph("# Examples").block(program.documentation()),
        None => docs,
    }
}

fn incomplete(operation: &Operation) -> Vec<String> {
    let Some(partial) = &operation.partial else { return Vec::new() };
    vec![format!("It can succeed in part, as [`Partial::complete`] tells: {}", prose(&partial.doc))]
}

fn errors(api: &Api, operation: &Operation) -> Vec<String> {
    let documented = operation.failures();
    let documented = documented.map(|(status, text)| format!("{status}: {}", prose(text)));
    let record = operation.error.map(|id| record(api.ty(id))).unwrap_or_default();
    let refused = format!(
        "200 with a `code` other than 0: rejected, with the reason in the message{record}."
    );
    list(documented.chain([refused]))
}

fn record(ty: &Type) -> String {
    let Type { name, module, .. } = ty;
    format!(
        " and in `{name}`, which its function [`of`](crate::{module}::{name}::of) reads from the error"
    )
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
