//! Operations: routes, parameters, responses, documented statuses.

use heck::ToUpperCamelCase;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::keywords::Authorization;
use crate::model::{
    Field, Gateway, Item, NotFound, Operation, ParamLocation, Parameter, Reconcile, Route, Type,
    TypeRef, items_method,
};
use crate::resolve::alternatives;
use crate::resolve::fields::Context;
use crate::resolve::identity;
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::not_found;
use crate::resolve::omissions::{ExplicitOmissions, Omittable};
use crate::resolve::responses;
use crate::resolve::routes::{self, Routes};
use crate::syntax::file::SectionFile;
use crate::syntax::omission::ExplicitOmission as OmissionSyntax;
use crate::syntax::operation::Operation as Syntax;
use crate::syntax::type_expr::TypeExpr;
use crate::syntax::values::{Entries, Text};
use crate::syntax::yaml::Key;

/// The characters that `encodeURIComponent` does not encode; the official pages use it for anchors.
const ANCHOR: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The state of resolving operations.
pub struct Operations<'c, 's> {
    /// Types and gateways.
    context: Context<'c, 's>,
    /// The routes of all sections.
    routes: Routes,
    /// The names of all structs and enums.
    pub types: Scope,
    /// The explicit omissions of the current section.
    omissions: ExplicitOmissions,
}

/// An operation with everything resolved that does not depend on other operations.
pub struct Resolved<'s> {
    /// As written.
    pub syntax: &'s Syntax,
    /// The method.
    pub name: String,
    request: String,
    route: Route,
    gateways: Vec<Gateway>,
    notes: Vec<(Gateway, String)>,
    /// The responses that prove that there is no record.
    pub not_found: Vec<NotFound>,
    one_of: Vec<Vec<String>>,
    /// Path, query and body.
    pub parameters: Vec<Parameter>,
    /// The type of the response.
    pub returns: Option<TypeRef>,
    errors: Vec<(u16, String)>,
}

impl Resolved<'_> {
    /// The operation of the model.
    pub fn build(self, reconcile: Vec<Reconcile>, page: &str, types: &[Type]) -> Operation {
        let syntax = self.syntax;
        Operation {
            name: self.name,
            request: self.request,
            title: syntax.title.value.clone(),
            doc: syntax.doc.value.clone(),
            docs_id: syntax.docs_id.as_ref().map(|id| id.value.clone()),
            authorized: syntax.authorization != Some(Authorization::None),
            idempotent: syntax.idempotent,
            reconcile,
            not_found: self.not_found,
            one_of: self.one_of,
            identity: identity::shared(&self.parameters, self.returns, types),
            gateways: self.gateways,
            notes: self.notes,
            undocumented_since: syntax.undocumented_since.as_ref().map(|date| date.0.clone()),
            pagination: responses::pagination(&self.parameters, self.returns, types),
            partial: responses::partial(self.returns, &self.errors),
            parameters: self.parameters,
            returns: self.returns,
            errors: self.errors,
            page: format!("{page}#{}", anchor(&self.route)),
            route: self.route,
        }
    }

    /// The method and path.
    pub fn route(&self) -> &Route {
        &self.route
    }
}

impl<'c, 's> Operations<'c, 's> {
    /// No operations yet; `types` are the names that types have taken.
    pub fn new(context: Context<'c, 's>, types: Scope) -> Self {
        Self { context, routes: Routes::default(), types, omissions: ExplicitOmissions::default() }
    }
}

impl Operations<'_, '_> {
    /// The operations of one section.
    pub fn of<'f>(&mut self, section: &'f SectionFile, log: &mut Log) -> Vec<Resolved<'f>> {
        self.omissions = ExplicitOmissions::default();
        let mut methods = Scope::new(Namespace::Operation);
        let mut operations = Vec::new();
        for (key, syntax) in section.operations.iter() {
            let name = methods.name(&key.text, key.span, None, log);
            expect_snake_case(key, &name, log);
            operations.extend(self.operation(key, name, syntax, &section.noun.value, log));
        }
        for (key, _) in section.operations.iter().filter(|(_, syntax)| asks_for_a_page(syntax)) {
            methods.claim(&items_method(&key.text), &key.text, key.span, log);
        }
        operations
    }

    fn operation<'f>(
        &mut self,
        key: &Key,
        name: String,
        syntax: &'f Syntax,
        noun: &str,
        log: &mut Log,
    ) -> Option<Resolved<'f>> {
        let request = format!("{}{noun}", key.text.to_upper_camel_case());
        let request = self.types.name(&request, key.span, syntax.rust.as_ref(), log);
        let route = routes::parse(&syntax.route, log);
        if let (Some(route), Some(span)) = (&route, syntax.route.span) {
            self.routes.claim(route, span, log);
            routes::compare(route, span, syntax.path.as_ref(), log);
        }
        let gateways =
            self.context.gateways.list(syntax.gateways.as_deref().unwrap_or_default(), log);
        let notes = syntax.notes.as_ref();
        let notes = notes.map(|notes| self.context.gateways.notes(notes, &gateways, log));
        let parameters = self.parameters(syntax, &gateways, log);
        let returns = self.returns(&syntax.returns, log);
        let errors = statuses(syntax.errors.as_ref(), log);
        let one_of = alternatives::resolve(syntax, &parameters, log);
        Some(Resolved {
            syntax,
            name,
            request,
            route: route?,
            gateways,
            notes: notes.unwrap_or_default(),
            not_found: not_found::resolve(syntax, log),
            one_of,
            parameters,
            returns,
            errors,
        })
    }

    fn parameters(
        &mut self,
        syntax: &Syntax,
        gateways: &[Gateway],
        log: &mut Log,
    ) -> Vec<Parameter> {
        let mut scope = Scope::new(Namespace::Parameter);
        let places = [
            (ParamLocation::Path, &syntax.path),
            (ParamLocation::Query, &syntax.query),
            (ParamLocation::Body, &syntax.body),
        ];
        let mut parameters = Vec::new();
        for (place, entries) in places {
            let Some(entries) = entries else { continue };
            let (omissions, types) = (&mut self.omissions, &mut self.types);
            let mut explicit =
                |field: &Omittable<'_>, declaration: &OmissionSyntax, log: &mut Log| {
                    omissions.declare(field, declaration, place, types, log)
                };
            for field in self.context.fields(entries, &mut scope, gateways, &mut explicit, log) {
                self.expect_sendable(&field, place, entries, log);
                parameters.push(Parameter { place, field });
            }
        }
        parameters
    }

    /// A path value is one word, only the body holds records, and nothing is read.
    fn expect_sendable(
        &self,
        field: &Field,
        place: ParamLocation,
        entries: &Entries<crate::syntax::field::Field>,
        log: &mut Log,
    ) {
        let key = entries.iter().find(|(key, _)| key.text.trim_end_matches('?') == field.wire);
        let Some((key, _)) = key else { return };
        if field.essential {
            let message = format!("the parameter `{}` cannot be essential", field.wire);
            log.push(
                Diagnostic::new(&codes::E040, message)
                    .at(key.span, "never read")
                    .help("remove `essential`, which is for fields of answers"),
            );
        }
        let record = matches!(field.ty.item, Item::Named(id) if self.context.symbols.is_record(id));
        let problem = match (place, field.ty.list, record) {
            (ParamLocation::Path | ParamLocation::Query, _, true) => {
                "a record can be sent in the body only"
            }
            (ParamLocation::Path, true, _) => "a path parameter cannot be a list",
            _ => return,
        };
        log.push(Diagnostic::new(&codes::E023, problem).at(key.span, "type not allowed here"));
    }

    /// `none`, or a type.
    fn returns(&self, expr: &TypeExpr, log: &mut Log) -> Option<TypeRef> {
        match expr {
            TypeExpr::Word { word, .. } if word == "none" => None,
            expr => self.context.symbols.resolve(expr, log),
        }
    }
}

/// Then there can be a second method, for the items of all pages.
fn asks_for_a_page(syntax: &Syntax) -> bool {
    let query = syntax.query.iter().flat_map(Entries::iter);
    query.into_iter().any(|(key, _)| key.text.trim_end_matches('?') == responses::PAGE)
}

/// The key is the method's name, unchanged.
fn expect_snake_case(key: &Key, name: &str, log: &mut Log) {
    if key.text != name {
        let message = format!("the operation `{}` is not in snake_case", key.text);
        log.push(
            Diagnostic::new(&codes::E009, message)
                .at(key.span, "the name of a Rust method")
                .help(format!("write `{name}`")),
        );
    }
}

fn statuses(entries: Option<&Entries<Text>>, log: &mut Log) -> Vec<(u16, String)> {
    let Some(entries) = entries else { return Vec::new() };
    let mut statuses = Vec::new();
    for (key, text) in entries.iter() {
        match key.text.parse() {
            Ok(status) if (100..600).contains(&status) => {
                statuses.push((status, text.value.clone()))
            }
            _ => log.push(
                Diagnostic::new(&codes::E009, format!("`{}` is not an HTTP status", key.text))
                    .at(key.span, "expected a number from 100 to 599"),
            ),
        }
    }
    statuses
}

fn anchor(route: &Route) -> String {
    let text = format!("{} {}", route.method.word().to_lowercase(), route.path);
    utf8_percent_encode(&text, ANCHOR).to_string()
}
