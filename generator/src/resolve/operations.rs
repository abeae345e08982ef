//! Operations: their names, and what belongs to each.

use heck::ToUpperCamelCase;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::keywords::Authorization;
use crate::model::{
    Gateway, NotFound, Operation, Parameter, Reconcile, Route, Type, TypeId, TypeRef, items_method,
};
use crate::resolve::alternatives;
use crate::resolve::anchor;
use crate::resolve::fields::Context;
use crate::resolve::identity;
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::not_found;
use crate::resolve::omissions::ExplicitOmissions;
use crate::resolve::parameters;
use crate::resolve::rejections;
use crate::resolve::responses;
use crate::resolve::routes::{self, Routes};
use crate::resolve::statuses;
use crate::syntax::file::SectionFile;
use crate::syntax::operation::Operation as Syntax;
use crate::syntax::type_expr::TypeExpr;
use crate::syntax::values::Entries;
use crate::syntax::yaml::Key;

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

/// Reconciliation of an operation, and by it.
pub struct Reconciliation {
    /// The reads that determine the outcome of its request.
    pub reads: Vec<Reconcile>,
    /// True if it is such a read itself.
    pub is_read: bool,
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
    error: Option<TypeId>,
    errors: Vec<(u16, String)>,
}

impl Resolved<'_> {
    /// The operation of the model.
    pub fn build(self, reconciliation: Reconciliation, page: &str, types: &[Type]) -> Operation {
        let syntax = self.syntax;
        Operation {
            name: self.name,
            request: self.request,
            title: syntax.title.value.clone(),
            doc: syntax.doc.value.clone(),
            docs_id: syntax.docs_id.as_ref().map(|id| id.value.clone()),
            authorized: syntax.authorization != Some(Authorization::None),
            idempotent: syntax.idempotent,
            reconcile: reconciliation.reads,
            is_reconcile_read: reconciliation.is_read,
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
            error: self.error,
            errors: self.errors,
            page: format!("{page}#{}", anchor::of(&self.route)),
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
        let omissions = &mut self.omissions;
        let parameters =
            parameters::resolve(&self.context, syntax, &gateways, omissions, &mut self.types, log);
        let returns = self.returns(&syntax.returns, log);
        let error = syntax.error.as_ref();
        let error = error.and_then(|expr| rejections::resolve(expr, self.context.symbols, log));
        let errors = statuses::resolve(syntax.errors.as_ref(), log);
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
            error,
            errors,
        })
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
