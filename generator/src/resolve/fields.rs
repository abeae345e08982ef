//! Fields: names, types, rules and conditions.

use std::collections::HashMap;

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Condition, Field, Gateway, Item, Omission, Privacy, TypeRef};
use crate::resolve::catalogue::Catalogue;
use crate::resolve::gateways::Gateways;
use crate::resolve::names::{Scope, is_wire_name};
use crate::source::Span;
use crate::syntax::field::Field as Syntax;
use crate::syntax::omission::Omission as Omitted;
use crate::syntax::values::{Entries, Text};
use crate::syntax::yaml::Key;

/// What resolving a field needs to know of the rest of the schema.
pub struct Context<'c, 's> {
    /// The declared types.
    pub catalogue: &'c Catalogue<'s>,
    /// The documented gateways.
    pub gateways: &'c Gateways,
}

/// A key as the docs write it: `name?` when optional.
pub fn wire_name(key: &Key) -> (&str, bool) {
    match key.text.strip_suffix('?') {
        Some(name) => (name, false),
        None => (&key.text, true),
    }
}

impl Context<'_, '_> {
    /// All fields of one record, or of one part of a request.
    pub fn fields(
        &self,
        entries: &Entries<Syntax>,
        scope: &mut Scope,
        supported: &[Gateway],
        log: &mut Log,
    ) -> Vec<Field> {
        let resolve = |(key, field)| self.field(key, field, entries, scope, supported, log);
        let mut fields: Vec<Field> = entries.iter().filter_map(resolve).collect();
        let names: HashMap<String, String> =
            fields.iter().map(|field| (field.wire.clone(), field.name.clone())).collect();
        for condition in fields.iter_mut().flat_map(|field| &mut field.conditions) {
            if let Some(name) = names.get(&condition.wire) {
                condition.field.clone_from(name);
            }
        }
        fields
    }

    fn field(
        &self,
        key: &Key,
        syntax: &Syntax,
        beside: &Entries<Syntax>,
        scope: &mut Scope,
        supported: &[Gateway],
        log: &mut Log,
    ) -> Option<Field> {
        let (wire, written_required) = wire_name(key);
        if !is_wire_name(wire) {
            log.push(malformed(wire, key.span));
        }
        let name = scope.name(wire, key.span, syntax.rust.as_ref(), log);
        let ty = self.catalogue.resolve(&syntax.ty, log);
        let rules = self.gateways.rules(syntax, written_required, supported, log);
        let conditions = self.conditions(syntax, beside, log);
        let ty = ty?;
        if let Some(default) = &syntax.default {
            self.expect_code(ty, default, log);
        }
        Some(Field {
            wire: wire.to_owned(),
            name,
            title: syntax.title.value.clone(),
            doc: syntax.doc.value.clone(),
            ty,
            required: written_required && syntax.absent.is_none(),
            max_length: syntax.max_length.map(|max| max.value),
            minimum: syntax.minimum.map(|minimum| minimum.value),
            maximum: syntax.maximum.map(|maximum| maximum.value),
            default: value(&syntax.default),
            omitted: syntax.omitted.as_ref().map(omission),
            privacy: privacy(syntax),
            rules: rules.rules,
            others: rules.others,
            conditions,
            deprecated: value(&syntax.deprecated),
            documented_required: written_required,
            undocumented_since: syntax.undocumented_since.as_ref().map(|date| date.0.clone()),
        })
    }

    /// A default or a condition of an enumeration must be one of its codes.
    fn expect_code(&self, ty: TypeRef, code: &Text, log: &mut Log) {
        let (Item::Named(id), Some(span)) = (ty.item, code.span) else { return };
        let Some(known) = self.catalogue.codes(id) else { return };
        if !known.contains(&code.value.as_str()) {
            let name = self.catalogue.declared[id.0].docs_name;
            log.push(
                Diagnostic::new(&codes::E013, format!("`{name}` has no code `{}`", code.value))
                    .at(span, "unknown code")
                    .maybe_help(did_you_mean(&code.value, known)),
            );
        }
    }

    fn conditions(
        &self,
        syntax: &Syntax,
        beside: &Entries<Syntax>,
        log: &mut Log,
    ) -> Vec<Condition> {
        let Some(entries) = &syntax.required_when else { return Vec::new() };
        entries
            .iter()
            .filter_map(|(key, codes)| self.condition(key, &codes.0, beside, log))
            .collect()
    }

    fn condition(
        &self,
        key: &Key,
        codes: &[Text],
        beside: &Entries<Syntax>,
        log: &mut Log,
    ) -> Option<Condition> {
        let names: Vec<_> = beside.0.iter().map(|entry| wire_name(&entry.key).0).collect();
        let Some((_, other)) = beside.iter().find(|(other, _)| wire_name(other).0 == key.text)
        else {
            if !names.contains(&key.text.as_str()) {
                log.push(unknown_field(key, &names));
            }
            return None;
        };
        // An unknown type of the other field is reported where that field is resolved.
        if let Some(ty) = self.catalogue.resolve(&other.ty, &mut Log::default()) {
            for code in codes {
                self.expect_code(ty, code, log);
            }
        }
        let codes = codes.iter().map(|code| code.value.clone()).collect();
        Some(Condition { wire: key.text.clone(), field: key.text.clone(), codes })
    }
}

/// Whether there is a decision, only the operation can tell.
fn omission(syntax: &Omitted) -> Omission {
    Omission { means: syntax.means.value.clone(), explicit: None }
}

fn privacy(syntax: &Syntax) -> Privacy {
    match (syntax.secret, syntax.personal) {
        (true, _) => Privacy::Secret,
        (false, true) => Privacy::Personal,
        (false, false) => Privacy::Open,
    }
}

fn value(text: &Option<Text>) -> Option<String> {
    text.as_ref().map(|text| text.value.clone())
}

fn malformed(wire: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&codes::E009, format!("invalid wire name `{wire}`"))
        .at(span, "expected letters, digits, `_`, `-` or `.`")
}

fn unknown_field(key: &Key, names: &[&str]) -> Diagnostic {
    Diagnostic::new(&codes::E022, format!("there is no field `{}` beside this one", key.text))
        .at(key.span, "unknown field")
        .maybe_help(did_you_mean(&key.text, names.iter().copied()))
}
