//! Explicit omissions: enums of a section for parameters whose accidental omission is a risk.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{ExplicitOmission, ParamLocation, Privacy, TypeRef};
use crate::resolve::names::Scope;
use crate::resolve::namespace::Namespace;
use crate::resolve::wire_name::wire_name;
use crate::source::Span;
use crate::syntax::omission::ExplicitOmission as OmissionSyntax;
use crate::syntax::yaml::Key;

/// The explicit omissions of one section: operations that need the same one share it.
#[derive(Default)]
pub struct ExplicitOmissions {
    declared: HashMap<String, (Span, Enum)>,
}

/// All that the generated enum is made of.
#[derive(PartialEq, Eq)]
struct Enum {
    omission: ExplicitOmission,
    ty: TypeRef,
    privacy: Privacy,
}

/// A parameter or a member whose omission is to be explicit.
pub struct Omittable<'a> {
    /// Its key in the schema.
    pub key: &'a Key,
    /// The type; none if it could not be resolved.
    pub ty: Option<TypeRef>,
    /// The audience of its value.
    pub privacy: Privacy,
}

/// Resolves the declaration of an explicit omission.
pub type Declare<'d> =
    dyn FnMut(&Omittable<'_>, &OmissionSyntax, &mut Log) -> Option<ExplicitOmission> + 'd;

impl ExplicitOmissions {
    /// The explicit omission of a parameter in this part of the request.
    pub fn declare(
        &mut self,
        field: &Omittable<'_>,
        declaration: &OmissionSyntax,
        location: ParamLocation,
        types: &mut Scope,
        log: &mut Log,
    ) -> Option<ExplicitOmission> {
        if let Some(problem) = problem(field.key, location) {
            log.push(misplaced(declaration, field.key, problem));
            return None;
        }
        Some(self.omission(field, field.ty?, declaration, types, log))
    }

    /// The first to name an enum declares it; the others must mean the same.
    fn omission(
        &mut self,
        field: &Omittable<'_>,
        ty: TypeRef,
        declaration: &OmissionSyntax,
        types: &mut Scope,
        log: &mut Log,
    ) -> ExplicitOmission {
        let key = field.key;
        let mut variants = Scope::new(Namespace::Alternative);
        let mut variant = |what, text| variants.name(what, key.span, Some(text), log);
        let omission = ExplicitOmission {
            risk: declaration.risk,
            name: declaration.rust.value.clone(),
            omit: variant("omit", &declaration.omit),
            value: variant("value", &declaration.value),
        };
        let span = declaration.rust.span_or(key.span);
        let made = Enum { omission: omission.clone(), ty, privacy: field.privacy };
        match self.declared.get(&omission.name) {
            Some((first, other)) if *other != made => log.push(different(&made, span, *first)),
            Some(_) => {}
            None => {
                types.name(&omission.name, key.span, Some(&declaration.rust), log);
                self.declared.insert(omission.name.clone(), (span, made));
            }
        }
        omission
    }
}

/// Reports an explicit omission of a member of a record, which has setters instead.
pub fn refuse(
    field: &Omittable<'_>,
    declaration: &OmissionSyntax,
    log: &mut Log,
) -> Option<ExplicitOmission> {
    let problem = "a field of a record cannot have an explicit omission";
    log.push(misplaced(declaration, field.key, problem));
    None
}

fn problem(key: &Key, location: ParamLocation) -> Option<&'static str> {
    match (location, wire_name(key)) {
        (ParamLocation::Path, _) => Some("a path parameter cannot have an explicit omission"),
        (_, (_, true)) => Some("a required parameter cannot be left out"),
        _ => None,
    }
}

fn misplaced(declaration: &OmissionSyntax, key: &Key, problem: &str) -> Diagnostic {
    Diagnostic::new(&codes::E031, problem)
        .at(declaration.rust.span_or(key.span), "not allowed here")
        .help("write a sentence: `omitted: What leaving it out does.`")
}

fn different(made: &Enum, span: Span, first: Span) -> Diagnostic {
    let name = &made.omission.name;
    Diagnostic::new(&codes::E032, format!("two explicit omissions are named `{name}` and differ"))
        .at(span, "this one")
        .at(first, "the first one")
        .help("make type, secrecy, `risk`, `omit` and `value` the same, or rename one")
}
