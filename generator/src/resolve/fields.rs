//! Fields: names, types, rules and conditions.

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::model::{Condition, Field, Gateway, Item, Omission, Privacy, TypeRef};
use crate::resolve::gateways::Gateways;
use crate::resolve::limits;
use crate::resolve::names::{Scope, is_wire_name};
use crate::resolve::omissions::{Declare, Omittable};
use crate::resolve::symbol_table::SymbolTable;
use crate::resolve::wire_name::{malformed, wire_name};
use crate::syntax::field::Field as Syntax;
use crate::syntax::values::{Entries, Text};
use crate::syntax::yaml::Key;

/// The parts of the schema that a field can refer to.
pub struct Context<'c, 's> {
    /// The declared types.
    pub symbols: &'c SymbolTable<'s>,
    /// The documented gateways.
    pub gateways: &'c Gateways,
}

/// A field with its Rust name, which conditions of other fields may refer to.
struct Named<'a> {
    key: &'a Key,
    syntax: &'a Syntax,
    wire: &'a str,
    required: bool,
    name: String,
}

/// The fields of one record or of one part of a request.
struct Siblings<'a> {
    entries: &'a Entries<Syntax>,
    named: Vec<Named<'a>>,
}

impl<'a> Siblings<'a> {
    fn new(entries: &'a Entries<Syntax>, scope: &mut Scope, log: &mut Log) -> Self {
        let named = entries.iter().map(|(key, syntax)| {
            let (wire, required) = wire_name(key);
            if !is_wire_name(wire) {
                log.push(malformed(key));
            }
            let name = scope.name(wire, key.span, syntax.rust.as_ref(), log);
            Named { key, syntax, wire, required, name }
        });
        Self { named: named.collect(), entries }
    }

    /// The names on the wire, also of fields that could not be read.
    fn wire_names(&self) -> Vec<&str> {
        self.entries.0.iter().map(|entry| wire_name(&entry.key).0).collect()
    }
}

impl Context<'_, '_> {
    /// All fields of one record, or of one part of a request.
    pub fn fields(
        &self,
        entries: &Entries<Syntax>,
        scope: &mut Scope,
        supported: &[Gateway],
        explicit: &mut Declare<'_>,
        log: &mut Log,
    ) -> Vec<Field> {
        let siblings = Siblings::new(entries, scope, log);
        let fields = siblings.named.iter();
        fields.filter_map(|field| self.field(field, &siblings, supported, explicit, log)).collect()
    }

    fn field(
        &self,
        field: &Named<'_>,
        siblings: &Siblings<'_>,
        supported: &[Gateway],
        explicit: &mut Declare<'_>,
        log: &mut Log,
    ) -> Option<Field> {
        let syntax = field.syntax;
        let ty = self.symbols.resolve(&syntax.ty, log);
        let rules = self.gateways.rules(syntax, field.required, supported, log);
        let conditions = self.conditions(syntax, siblings, log);
        let omittable = Omittable { key: field.key, ty, privacy: privacy(syntax) };
        let omitted = syntax.omitted.as_ref().map(|omitted| Omission {
            means: omitted.means.value.clone(),
            explicit: omitted
                .explicit
                .as_ref()
                .and_then(|declaration| explicit(&omittable, declaration, log)),
        });
        let ty = ty?;
        if let Some(default) = &syntax.default {
            self.expect_code(ty, default, log);
        }
        let resolved = Field {
            wire: field.wire.to_owned(),
            name: field.name.clone(),
            title: syntax.title.value.clone(),
            doc: syntax.doc.value.clone(),
            ty,
            required: field.required && syntax.absent.is_none(),
            max_length: syntax.max_length.map(|max| max.value),
            minimum: syntax.minimum.map(|minimum| minimum.value),
            maximum: syntax.maximum.map(|maximum| maximum.value),
            default: syntax.default.as_ref().map(|text| text.value.clone()),
            omitted,
            privacy: privacy(syntax),
            rules: rules.rules,
            others: rules.others,
            conditions,
            deprecated: syntax.deprecated.as_ref().map(|text| text.value.clone()),
            documented_required: field.required,
            essential: syntax.essential,
            undocumented_since: syntax.undocumented_since.as_ref().map(|date| date.0.clone()),
        };
        limits::report(&resolved, syntax, self.symbols, log);
        Some(resolved)
    }

    /// A default or a condition of an enumeration must be one of its codes.
    fn expect_code(&self, ty: TypeRef, code: &Text, log: &mut Log) {
        let (Item::Named(id), Some(span)) = (ty.item, code.span) else { return };
        let Some(known) = self.symbols.codes(id) else { return };
        if !known.contains(&code.value.as_str()) {
            let name = self.symbols.declared[id.0].docs_name;
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
        siblings: &Siblings<'_>,
        log: &mut Log,
    ) -> Vec<Condition> {
        let Some(entries) = &syntax.required_when else { return Vec::new() };
        entries
            .iter()
            .filter_map(|(key, codes)| self.condition(key, &codes.0, siblings, log))
            .collect()
    }

    fn condition(
        &self,
        key: &Key,
        codes: &[Text],
        siblings: &Siblings<'_>,
        log: &mut Log,
    ) -> Option<Condition> {
        let Some(other) = siblings.named.iter().find(|other| other.wire == key.text) else {
            let names = siblings.wire_names();
            if !names.contains(&key.text.as_str()) {
                log.push(unknown_field(key, &names));
            }
            return None;
        };
        // An unknown type of the other field is reported where that field is resolved.
        if let Some(ty) = self.symbols.resolve(&other.syntax.ty, &mut Log::default()) {
            for code in codes {
                self.expect_code(ty, code, log);
            }
        }
        let codes = codes.iter().map(|code| code.value.clone()).collect();
        Some(Condition { wire: key.text.clone(), field: other.name.clone(), codes })
    }
}

fn privacy(syntax: &Syntax) -> Privacy {
    match (syntax.secret, syntax.personal) {
        (true, _) => Privacy::Secret,
        (false, true) => Privacy::Personal,
        (false, false) => Privacy::Open,
    }
}

fn unknown_field(key: &Key, names: &[&str]) -> Diagnostic {
    Diagnostic::new(&codes::E022, format!("there is no field `{}` beside this one", key.text))
        .at(key.span, "unknown field")
        .maybe_help(did_you_mean(&key.text, names.iter().copied()))
}
