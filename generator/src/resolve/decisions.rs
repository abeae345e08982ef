//! Decisions: enums of a section that say whether a dangerous parameter is left out.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes};
use crate::model::{ExplicitOmission, Field, Place, Privacy, TypeRef};
use crate::resolve::fields::wire_name;
use crate::resolve::names::{Scope, Use};
use crate::source::Span;
use crate::syntax::field::Field as Syntax;
use crate::syntax::omission::ExplicitOmission as Declaration;
use crate::syntax::values::Entries;
use crate::syntax::yaml::Key;

/// The decisions of one section: operations that need the same one share it.
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

impl Decisions {
    /// Gives a parameter its decision, if the schema declares one.
    pub fn take(
        &mut self,
        field: &mut Field,
        place: Place,
        entries: &Entries<Syntax>,
        types: &mut Scope,
        log: &mut Log,
    ) {
        let Some((key, declaration)) = declared(field, entries) else { return };
        if let Some(problem) = problem(field, place) {
            log.push(misplaced(declaration, key, problem));
            return;
        }
        let decision = self.decision(field, key, declaration, types, log);
        if let Some(omitted) = &mut field.omitted {
            omitted.explicit = Some(decision);
        }
    }

    /// The first to name an enum declares it; the others must mean the same.
    fn decision(
        &mut self,
        field: &Field,
        key: &Key,
        declaration: &Declaration,
        types: &mut Scope,
        log: &mut Log,
    ) -> ExplicitOmission {
        let mut variants = Scope::new(Use::Alternative);
        let mut variant = |what, text| variants.name(what, key.span, Some(text), log);
        let decision = ExplicitOmission {
            risk: declaration.risk,
            name: declaration.rust.value.clone(),
            omit: variant("omit", &declaration.omit),
            value: variant("value", &declaration.value),
        };
        let span = declaration.rust.span_or(key.span);
        let made = Enum { decision: decision.clone(), ty: field.ty, privacy: field.privacy };
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

/// Reports the decisions among the fields of a record: nobody is asked for them one by one.
pub fn refuse(fields: &Entries<Syntax>, log: &mut Log) {
    for (key, field) in fields.iter() {
        let omitted = field.omitted.as_ref();
        if let Some(declaration) = omitted.and_then(|omitted| omitted.explicit.as_ref()) {
            log.push(misplaced(
                declaration,
                key,
                "a field of a record cannot have an explicit omission",
            ));
        }
    }
}

fn declared<'s>(field: &Field, entries: &'s Entries<Syntax>) -> Option<(&'s Key, &'s Declaration)> {
    let (key, syntax) = entries.iter().find(|(key, _)| wire_name(key).0 == field.wire)?;
    Some((key, syntax.omitted.as_ref()?.explicit.as_ref()?))
}

fn problem(field: &Field, place: Place) -> Option<&'static str> {
    match (place, field.documented_required) {
        (Place::Path, _) => Some("a path parameter cannot have an explicit omission"),
        (_, true) => Some("a required parameter cannot be left out"),
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
