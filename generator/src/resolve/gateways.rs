//! Gateway lists and per-gateway rules.

use crate::diagnostics::{Diagnostic, Log, codes, did_you_mean};
use crate::keywords::OTHERS;
use crate::model::{Gateway, GatewayRule, Requirement, TypeId};
use crate::resolve::symbol_table::SymbolTable;
use crate::source::Span;
use crate::syntax::field::Field;
use crate::syntax::types::Type;
use crate::syntax::values::{Entries, Sentence, Text};

/// The name of the code table that lists the gateways.
const TABLE: &str = "Gateway";

/// The documented gateways.
#[derive(Default)]
pub struct Gateways {
    /// The table itself, where there is one.
    pub table: Option<TypeId>,
    known: Vec<Gateway>,
    /// True if the table may be in a file that could not be read.
    unknowable: bool,
}

/// The gateway rules of one field.
#[derive(Default)]
pub struct Rules {
    /// Single gateways.
    pub rules: Vec<GatewayRule>,
    /// The rest.
    pub others: Option<Requirement>,
}

impl Gateways {
    /// Reads the code table `Gateway`.
    pub fn of(symbols: &SymbolTable<'_>) -> Self {
        let table = symbols.find(TABLE).and_then(|id| symbols.declared[id.0].syntax);
        Self {
            table: symbols.find(TABLE).filter(|id| symbols.codes(*id).is_some()),
            unknowable: table.is_none() && symbols.incomplete,
            known: table.map(rows).unwrap_or_default(),
        }
    }

    /// The gateways of an operation; none when one of them is unknown, so that no rule is held
    /// against a list that is not what was meant.
    pub fn list(&self, names: &[Text], log: &mut Log) -> Vec<Gateway> {
        let mut found: Vec<Gateway> = Vec::new();
        let mut complete = true;
        for name in names {
            let Some(span) = name.span else { continue };
            let Some(gateway) = self.find(&name.value, span, log) else {
                complete = false;
                continue;
            };
            if found.contains(&gateway) {
                let message = format!("the gateway `{}` is listed twice", name.value);
                log.push(Diagnostic::new(&codes::E021, message).at(span, "again here"));
            } else {
                found.push(gateway);
            }
        }
        if complete { found } else { Vec::new() }
    }

    /// The notes about single gateways of an operation.
    pub fn notes(
        &self,
        notes: &Entries<Sentence>,
        supported: &[Gateway],
        log: &mut Log,
    ) -> Vec<(Gateway, String)> {
        let mut found = Vec::new();
        for (key, text) in notes.iter() {
            let Some(gateway) = self.find(&key.text, key.span, log) else { continue };
            if !supported.is_empty() && !supported.contains(&gateway) {
                log.push(unsupported(&gateway, key.span));
            }
            found.push((gateway, text.value.clone()));
        }
        found
    }

    fn find(&self, code: &str, span: Span, log: &mut Log) -> Option<Gateway> {
        let found = self.known.iter().find(|gateway| gateway.code == code);
        if found.is_none() && !self.unknowable {
            let known = self.known.iter().map(|gateway| gateway.code.as_str());
            log.push(
                Diagnostic::new(&codes::E012, format!("there is no gateway `{code}`"))
                    .at(span, "unknown gateway")
                    .maybe_help(did_you_mean(code, known))
                    .help(format!("gateways are the codes of the table `{TABLE}` in `codes/`")),
            );
        }
        found.cloned()
    }

    /// The rules of a field; `supported` are the operation's gateways, all when empty.
    pub fn rules(
        &self,
        field: &Field,
        required: bool,
        supported: &[Gateway],
        log: &mut Log,
    ) -> Rules {
        let mut rules = Rules::default();
        let Some(entries) = &field.gateways else { return rules };
        for (key, rule) in entries.iter() {
            let requirement = rule.rule;
            if let Some(diagnostic) = contradiction(required, requirement, key.span) {
                log.push(diagnostic);
            }
            if key.text == OTHERS {
                rules.others = requirement;
                continue;
            }
            let Some(gateway) = self.find(&key.text, key.span, log) else { continue };
            if !supported.is_empty() && !supported.contains(&gateway) {
                log.push(unsupported(&gateway, key.span));
            }
            let doc = rule.doc.as_ref().map(|doc| doc.value.clone());
            rules.rules.push(GatewayRule { gateway, requirement, doc });
        }
        rules
    }
}

fn rows(table: &Type) -> Vec<Gateway> {
    let values = table.values.iter().flat_map(|values| values.iter());
    values
        .map(|(key, value)| Gateway { code: key.text.clone(), name: value.title.value.clone() })
        .collect()
}

/// A field that every request carries can be neither demanded once more nor left out.
fn contradiction(required: bool, rule: Option<Requirement>, span: Span) -> Option<Diagnostic> {
    let (message, help) = match (required, rule?) {
        (true, Requirement::Required) => {
            ("the field is required anyway", "remove the rule, or mark the field optional with `?`")
        }
        (true, Requirement::Optional | Requirement::Unsupported) => (
            "a required field cannot be optional or unsupported at a gateway",
            "mark the field optional with `?` and say which gateways require it",
        ),
        (false, _) => return None,
    };
    Some(Diagnostic::new(&codes::E021, message).at(span, "impossible rule").help(help))
}

fn unsupported(gateway: &Gateway, span: Span) -> Diagnostic {
    let message = format!("the operation does not support the gateway `{}`", gateway.code);
    Diagnostic::new(&codes::E021, message)
        .at(span, "the rule can never apply")
        .help("remove the rule, or add the gateway to the operation's `gateways`")
}
