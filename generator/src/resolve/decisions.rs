//! Explicit omissions: enums of a section for parameters whose accidental omission does harm.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{ExplicitOmission, Place, Privacy, TypeRef};
use crate::resolve::names::{Scope, Use};
use crate::resolve::wire_name::wire_name;
use crate::source::Span;
use crate::syntax::omission::ExplicitOmission as Declaration;
use crate::syntax::yaml::Key;

/// The explicit omissions of one section: operations that need the same one share it.
#[derive(Default)]
pub struct Decisions {
    declared: HashMap<String, (Span, Enum)>,
}

/// All that the generated enum is made of.
#[derive(PartialEq, Eq)]
struct Enum {
    decision: ExplicitOmission,
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
    dyn FnMut(&Omittable<'_>, &Declaration, &mut Log) -> Option<ExplicitOmission> + 'd;

impl Decisions {
    /// The explicit omission of a parameter in this part of the request.
    pub fn declare(
        &mut self,
        field: &Omittable<'_>,
        declaration: &Declaration,
        place: Place,
        types: &mut Scope,
        log: &mut Log,
    ) -> Option<ExplicitOmission> {
        if let Some(problem) = problem(field.key, place) {
            log.push(misplaced(declaration, field.key, problem));
            return None;
        }
        Some(self.decision(field, field.ty?, declaration, types, log))
    }

    /// The first to name an enum declares it; the others must mean the same.
    fn decision(
        &mut self,
        field: &Omittable<'_>,
        ty: TypeRef,
        declaration: &Declaration,
        types: &mut Scope,
        log: &mut Log,
    ) -> ExplicitOmission {
        let key = field.key;
        let mut variants = Scope::new(Use::Alternative);
        let mut variant = |what, text| variants.name(what, key.span, Some(text), log);
        let decision = ExplicitOmission {
            risk: declaration.risk,
            name: declaration.rust.value.clone(),
            omit: variant("omit", &declaration.omit),
            value: variant("value", &declaration.value),
        };
        let span = declaration.rust.span_or(key.span);
        let made = Enum { decision: decision.clone(), ty, privacy: field.privacy };
        match self.declared.get(&decision.name) {
            Some((first, other)) if *other != made => log.push(different(&made, span, *first)),
            Some(_) => {}
            None => {
                types.name(&decision.name, key.span, Some(&declaration.rust), log);
                self.declared.insert(decision.name.clone(), (span, made));
            }
        }
        decision
    }
}

/// Reports an explicit omission of a member of a record, which has setters instead.
pub fn refuse(
    field: &Omittable<'_>,
    declaration: &Declaration,
    log: &mut Log,
) -> Option<ExplicitOmission> {
    let problem = "a field of a record cannot have an explicit omission";
    log.push(misplaced(declaration, field.key, problem));
    None
}

fn problem(key: &Key, place: Place) -> Option<&'static str> {
    match (place, wire_name(key)) {
        (Place::Path, _) => Some("a path parameter cannot have an explicit omission"),
        (_, (_, true)) => Some("a required parameter cannot be left out"),
        _ => None,
    }
}

fn misplaced(declaration: &Declaration, key: &Key, problem: &str) -> Diagnostic {
    Diagnostic::new(&codes::E031, problem)
        .at(declaration.rust.span_or(key.span), "not allowed here")
        .help("write a sentence: `omitted: What leaving it out does.`")
}

fn different(made: &Enum, span: Span, first: Span) -> Diagnostic {
    let name = &made.decision.name;
    Diagnostic::new(&codes::E032, format!("two explicit omissions are named `{name}` and differ"))
        .at(span, "this one")
        .at(first, "the first one")
        .help("make type, secrecy, `risk`, `omit` and `value` the same, or rename one")
}
