//! Every field of the model, changed separately: each change is reported.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use portone_v1_generator::diff;
use portone_v1_generator::model::{
    Api, Choice, Condition, Enumeration, Evidence, ExplicitOmission, Field, Gateway, GatewayCodes,
    GatewayRule, Item, Method, NotFound, Omission, Operation, OperationId, Pagination,
    ParamLocation, PartialSuccess, PaymentLookup, Privacy, Reconcile, Requirement, Risk, Shape,
    Type, TypeId,
};
use portone_v1_tests::fixture;

/// A field of the model, the rule that a change of it falls under, and such a change.
type Mutation = (&'static str, &'static str, fn(&mut Api));

const MUTATIONS: &[Mutation] = &[
    ("Api::title", "prose-changed", |api| api.title.push('!')),
    ("Api::doc", "prose-changed", |api| api.doc.push('!')),
    ("Api::base_url", "base-url-changed", |api| api.base_url.push('!')),
    ("Api::revision", "revision-changed", |api| api.revision.push('!')),
    ("Api::sections", "sections-reordered", |api| api.sections.reverse()),
    ("Api::shared_modules", "shared-file-removed", |api| drop(api.shared_modules.pop())),
    ("Api::gateways", "gateway-check-removed", |api| api.gateways = None),
    ("Api::payment_lookup", "payment-verification-added", |api| {
        let operation = OperationId { section: 0, operation: 1 };
        let payment = TypeId(0);
        api.payment_lookup = Some(PaymentLookup { operation, by_order: operation, payment });
    }),
    ("Api::types", "type-added", |api| {
        let ty = Type { docs_name: "New".into(), name: "New".into(), ..ty(api, "Package").clone() };
        api.types.push(Type { shape: Shape::Record(Vec::new()), ..ty });
    }),
    ("Section::name", "section-renamed", |api| api.sections[1].name.push('s')),
    ("Section::title", "prose-changed", |api| api.sections[1].title.push('!')),
    ("Section::doc", "prose-changed", |api| api.sections[1].doc.push('!')),
    ("Section::page", "prose-changed", |api| api.sections[1].page.push('!')),
    ("Section::operations", "operation-removed", |api| {
        drop(api.sections[1].operations.pop());
    }),
    ("Section::types", "types-rearranged", |api| api.sections[0].types.reverse()),
    ("SharedModule::name", "shared-file-added", |api| api.shared_modules[0].name.push('s')),
    ("SharedModule::parent", "shared-file-added", |api| api.shared_modules[0].parent = "rooms"),
    ("SharedModule::title", "prose-changed", |api| api.shared_modules[0].title.push('!')),
    ("SharedModule::doc", "prose-changed", |api| api.shared_modules[0].doc.push('!')),
    ("SharedModule::types", "types-rearranged", |api| {
        let longest = api.shared_modules.iter_mut().max_by_key(|library| library.types.len());
        longest.unwrap().types.reverse();
    }),
    ("SharedModule::sections", "shared-features-changed", |api| {
        api.shared_modules[0].sections.clear();
    }),
    ("Operation::name", "operation-renamed", |api| create(api).name.push('s')),
    ("Operation::request", "request-struct-renamed", |api| create(api).request.push('s')),
    ("Operation::title", "prose-changed", |api| create(api).title.push('!')),
    ("Operation::doc", "prose-changed", |api| create(api).doc.push('!')),
    ("Operation::docs_id", "prose-changed", |api| create(api).docs_id = None),
    ("Operation::route", "operation-route-changed", |api| create(api).route.path.push('!')),
    ("Operation::authorized", "operation-no-longer-authorized", |api| {
        create(api).authorized = false;
    }),
    ("Operation::idempotent", "operation-now-idempotent", |api| create(api).idempotent = true),
    ("Operation::reconcile", "reconciliation-removed", |api| create(api).reconcile.clear()),
    ("Operation::reconcile", "reconciliation-added", |api| {
        let entries = create(api).reconcile.clone();
        api.sections[1].operations[0].reconcile = entries;
    }),
    ("Operation::not_found", "not-found-changed", |api| found(api).clear()),
    ("Operation::not_found", "not-found-added", |api| {
        found(api).push(NotFound { status: 200, codes: vec![1] });
    }),
    ("NotFound::status", "not-found-changed", |api| found(api)[0].status = 410),
    ("NotFound::codes", "not-found-changed", |api| found(api)[0].codes.truncate(1)),
    ("Operation::one_of", "request-alternatives-relaxed", |api| create(api).one_of.clear()),
    ("Operation::one_of", "request-alternatives-relaxed", |api| {
        create(api).one_of[0].push("tel".into());
    }),
    ("Operation::one_of", "request-alternatives-tightened", |api| {
        create(api).one_of[0].swap_remove(1);
    }),
    ("Operation::gateways", "operation-gateway-added", |api| create(api).gateways.clear()),
    ("Operation::gateways", "prose-changed", |api| create(api).gateways.reverse()),
    ("Operation::notes", "prose-changed", |api| create(api).notes.clear()),
    ("Operation::undocumented_since", "operation-deprecated", |api| {
        create(api).undocumented_since = Some("2026-07-27".into());
    }),
    ("Operation::parameters", "request-arguments-reordered", |api| {
        create(api).parameters.reverse();
    }),
    ("Operation::error", "error-type-removed", |api| create(api).error = None),
    ("Operation::returns", "return-type-removed", |api| create(api).returns = None),
    ("Operation::errors", "documented-errors-changed", |api| create(api).errors.clear()),
    ("Operation::partial", "return-type-changed", |api| {
        let partial = PartialSuccess { item: Item::String, doc: "Some failed.".into() };
        create(api).partial = Some(partial);
    }),
    ("Operation::pagination", "pagination-added", |api| {
        create(api).pagination = Some(Pagination {
            page: TypeId(0),
            item: Item::String,
            list: "list".into(),
            next: "next".into(),
            always_has_next: false,
        });
    }),
    ("Operation::page", "prose-changed", |api| create(api).page.push('!')),
    ("Reconcile::read", "reconciliation-read-renamed", |api| {
        entry(api).read = OperationId { section: 1, operation: 0 };
    }),
    ("Reconcile::route", "reconciliation-changed", |api| entry(api).route.path.push('!')),
    ("Reconcile::keys", "reconciliation-changed", |api| entry(api).keys.clear()),
    ("Reconcile::expect", "reconciliation-changed", |api| entry(api).expect = Evidence::State),
    ("ReconcileKey::parameter", "reconciliation-changed", |api| {
        entry(api).keys[0].parameter.push('!');
    }),
    ("ReconcileKey::location", "reconciliation-changed", |api| {
        entry(api).keys[0].location = ParamLocation::Query;
    }),
    ("ReconcileKey::wire", "reconciliation-changed", |api| entry(api).keys[0].wire.push('!')),
    ("Route::method", "operation-route-changed", |api| create(api).route.method = Method::Put),
    ("Route::path", "path-placeholder-renamed", |api| {
        let find = &mut api.sections[0].operations[1];
        find.route.path = "/orders/{id}".into();
        find.parameters[0].field.wire = "id".into();
    }),
    ("Gateway::code", "operation-gateway-dropped", |api| {
        create(api).gateways[0].code.push('!');
    }),
    ("Parameter::location", "request-parameter-moved", |api| {
        create(api).parameters[1].location = ParamLocation::Query;
    }),
    ("Parameter::field", "request-setter-renamed", |api| memo(api).name.push('s')),
    ("Omission::means", "request-omission-changed", |api| omission(api).means.push('!')),
    ("Omission::explicit", "request-omission-no-longer-explicit", |api| {
        omission(api).explicit = None;
    }),
    ("Omission::explicit", "request-omission-now-explicit", |api| {
        let omitted = Some(omission(api).clone());
        parameter(api, "memo").omitted = omitted;
    }),
    ("Omission::explicit", "request-explicit-omission-added", |api| {
        let mut new = create(api).parameters[1].clone();
        new.field =
            Field { wire: "new".into(), name: "new".into(), ..field_with_omission(api).clone() };
        create(api).parameters.push(new);
    }),
    ("ExplicitOmission::risk", "request-risk-changed", |api| {
        explicit_omission(api).risk = Risk::All
    }),
    ("ExplicitOmission::name", "request-explicit-omission-renamed", |api| {
        explicit_omission(api).name.push('s')
    }),
    ("ExplicitOmission::omit", "request-explicit-omission-renamed", |api| {
        explicit_omission(api).omit.push('s')
    }),
    ("ExplicitOmission::value", "request-explicit-omission-renamed", |api| {
        explicit_omission(api).value.push('s')
    }),
    ("GatewayRule::gateway", "request-gateway-rule-relaxed", |api| {
        parameter(api, "tel").rules[0].gateway.code = "nice".into();
    }),
    ("GatewayRule::requirement", "request-gateway-rule-relaxed", |api| {
        parameter(api, "tel").rules[0].requirement = None;
    }),
    ("GatewayRule::doc", "prose-changed", |api| {
        parameter(api, "tel").rules[0].doc = Some("Digits.".into());
    }),
    ("Condition::wire", "request-condition-tightened", |api| {
        parameter(api, "key").conditions[0].wire.push('!');
    }),
    ("Condition::codes", "request-condition-relaxed", |api| {
        drop(parameter(api, "key").conditions[0].codes.pop());
    }),
    ("TypeRef::item", "response-field-retyped", |api| {
        field(api, "Order", "bank").ty.item = Item::Boolean;
        field(api, "Order", "weight").ty.item = Item::Boolean;
    }),
    ("TypeRef::list", "request-parameter-retyped", |api| memo(api).ty.list = true),
    ("Type::name", "type-renamed", |api| ty(api, "Package").name.push('s')),
    ("Type::docs_name", "type-docs-name-changed", |api| ty(api, "Package").docs_name.push('s')),
    ("Type::title", "prose-changed", |api| ty(api, "Package").title.push('!')),
    ("Type::doc", "prose-changed", |api| ty(api, "Package").doc.push('!')),
    ("Type::page", "prose-changed", |api| ty(api, "Package").page = None),
    ("Type::module", "type-moved", |api| ty(api, "Package").module = "shop".into()),
    ("Type::shape", "type-shape-changed", |api| {
        ty(api, "Package").shape = Shape::Choice(Vec::new());
    }),
    ("Type::wraps", "response-also-bare-list", |api| ty(api, "Package").wraps = Some("a".into())),
    ("Type::sent", "type-now-sent-with-lists", |api| ty(api, "Package").sent = true),
    ("Choice::name", "choice-renamed", |api| choices(api)[0].name.push('s')),
    ("Choice::doc", "prose-changed", |api| choices(api)[0].doc.push('!')),
    ("Choice::ty", "choice-retyped", |api| choices(api)[0].ty = choices(api)[1].ty),
    ("Choice::when", "choice-discriminator-changed", |api| choices(api)[0].when = None),
    ("Enumeration::integer", "response-code-json-changed", |api| {
        codes(api, "DeliveryState").integer = true;
    }),
    ("Enumeration::values", "codes-reordered", |api| {
        codes(api, "DeliveryState").values.reverse();
    }),
    ("GatewayCodes::of", "type-shape-changed", |api| {
        let gateways = gateway_codes(api).gateways;
        gateway_codes(api).of = gateways;
    }),
    ("GatewayCodes::tables", "gateway-code-removed", |api| {
        drop(gateway_codes(api).tables.pop());
    }),
    ("GatewayCodeTable::gateways", "gateway-code-removed", |api| {
        gateway_codes(api).tables[0].gateways.clear();
    }),
    ("GatewayCodeTable::codes", "gateway-code-changed", |api| {
        gateway_codes(api).tables[0].codes[0].1.push('!');
    }),
    ("GatewayCodeTable::codes", "gateway-code-added", |api| {
        gateway_codes(api).tables[0].codes.push(("rent".into(), "N2".into()));
    }),
    ("EnumValue::code", "code-changed-on-wire", |api| {
        codes(api, "DeliveryState").values[0].code.push('!');
    }),
    ("EnumValue::name", "variant-renamed", |api| {
        codes(api, "DeliveryState").values[0].name.push('s');
    }),
    ("EnumValue::title", "code-label-changed", |api| {
        codes(api, "DeliveryState").values[0].title.push('!');
    }),
    ("EnumValue::doc", "prose-changed", |api| codes(api, "DeliveryState").values[0].doc.push('!')),
];

/// A field of `Field`, and a change of it.
type FieldMutation = (&'static str, fn(&mut Field));

/// The location of a field, and the function that returns it.
type FieldOf = (&'static str, fn(&mut Api) -> &mut Field);

/// Changes of a field, tried on fields of every direction.
const OF_A_FIELD: &[FieldMutation] = &[
    ("Field::wire", |field| field.wire = "wired".into()),
    ("Field::name", |field| field.name.push('s')),
    ("Field::title", |field| field.title.push('!')),
    ("Field::doc", |field| field.doc.push('!')),
    ("Field::ty", |field| field.ty.item = Item::Boolean),
    ("Field::required", |field| field.required = !field.required),
    ("Field::max_length", |field| field.max_length = Some(7)),
    ("Field::minimum", |field| field.minimum = Some(7)),
    ("Field::maximum", |field| field.maximum = Some(7)),
    ("Field::default", |field| field.default = Some("7".into())),
    ("Field::omitted", |field| {
        field.omitted = Some(Omission { means: "Nothing.".into(), explicit: None });
    }),
    ("Field::privacy", |field| field.privacy = Privacy::Secret),
    ("Field::rules", |field| {
        field.rules.push(GatewayRule {
            gateway: Gateway { code: "nice".into(), name: String::new() },
            requirement: Some(Requirement::Required),
            doc: None,
        });
    }),
    ("Field::others", |field| {
        field.others = Some(Requirement::Unsupported);
    }),
    ("Field::conditions", |field| {
        field.conditions.push(Condition {
            wire: "kind".into(),
            field: "kind".into(),
            codes: vec!["gift".into()],
        });
    }),
    ("Field::deprecated", |field| field.deprecated = Some("Why not.".into())),
    ("Field::documented_required", |field| {
        field.documented_required = !field.documented_required;
    }),
    ("Field::essential", |field| field.essential = !field.essential),
    ("Field::undocumented_since", |field| {
        field.undocumented_since = Some("2026-07-27".into());
    }),
];

/// They follow from what is compared where it is declared.
const DERIVED: &[&str] = &[
    "GatewayCodes::gateways",
    "Gateway::name",
    "Condition::field",
    "ReconcileKey::from",
    "Operation::identity",
    "Operation::is_reconcile_read",
    "OperationId::operation",
    "OperationId::section",
    "Pagination::item",
    "Pagination::list",
    "Pagination::next",
    "Pagination::always_has_next",
    "Pagination::page",
    "PartialSuccess::doc",
    "PartialSuccess::item",
    "PaymentLookup::by_order",
    "PaymentLookup::operation",
    "PaymentLookup::payment",
    "Section::handle",
    "Section::source",
    "SharedModule::source",
];

fn model() -> Api {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("diff/schema.yaml");
    fixture::model(&fixture::sources(&fs::read_to_string(path).unwrap()))
}

fn create(api: &mut Api) -> &mut Operation {
    &mut api.sections[0].operations[0]
}

fn found(api: &mut Api) -> &mut Vec<NotFound> {
    &mut api.sections[0].operations[1].not_found
}

fn entry(api: &mut Api) -> &mut Reconcile {
    &mut create(api).reconcile[0]
}

fn parameter<'a>(api: &'a mut Api, wire: &str) -> &'a mut Field {
    let mut parameters = create(api).parameters.iter_mut();
    &mut parameters.find(|parameter| parameter.field.wire == wire).unwrap().field
}

fn memo(api: &mut Api) -> &mut Field {
    parameter(api, "memo")
}

fn field_with_omission(api: &mut Api) -> &mut Field {
    parameter(api, "share")
}

fn omission(api: &mut Api) -> &mut Omission {
    field_with_omission(api).omitted.as_mut().unwrap()
}

fn explicit_omission(api: &mut Api) -> &mut ExplicitOmission {
    omission(api).explicit.as_mut().unwrap()
}

fn ty<'a>(api: &'a mut Api, name: &str) -> &'a mut Type {
    api.types.iter_mut().find(|ty| ty.name == name).unwrap()
}

fn field<'a>(api: &'a mut Api, record: &str, wire: &str) -> &'a mut Field {
    let Shape::Record(fields) = &mut ty(api, record).shape else { panic!("no record") };
    fields.iter_mut().find(|field| field.wire == wire).unwrap()
}

fn choices(api: &mut Api) -> &mut Vec<Choice> {
    let Shape::Choice(choices) = &mut ty(api, "OrderOrRefund").shape else { panic!("no choice") };
    choices
}

fn gateway_codes(api: &mut Api) -> &mut GatewayCodes {
    let Shape::GatewayCodes(codes) = &mut ty(api, "GatewayKind").shape else { panic!("no codes") };
    codes
}

fn codes<'a>(api: &'a mut Api, name: &str) -> &'a mut Enumeration {
    let Shape::Enumeration(codes) = &mut ty(api, name).shape else { panic!("no codes") };
    codes
}

fn changes(mutate: impl Fn(&mut Api)) -> Vec<diff::Change> {
    static MODEL: LazyLock<Api> = LazyLock::new(model);
    let before = MODEL.clone();
    let mut after = before.clone();
    mutate(&mut after);
    diff::compare(&before, &after)
}

#[test]
fn every_mutation_is_detected() {
    for (what, rule, mutate) in MUTATIONS {
        let changes = changes(mutate);
        let seen = changes.iter().any(|change| change.rule.id == *rule);
        assert!(seen, "{what} is no {rule}, but {changes:#?}");
    }
}

#[test]
fn every_mutation_of_a_field_is_detected_in_every_direction() {
    let fields: [FieldOf; 6] = [
        ("of a request, optional", |api| parameter(api, "memo")),
        ("of a request, required", |api| parameter(api, "merchant_uid")),
        ("in a path", |api| &mut api.sections[0].operations[1].parameters[0].field),
        ("of an answer", |api| field(api, "Order", "bank")),
        ("of an answer, a list", |api| field(api, "Order", "tags")),
        ("of both", |api| field(api, "Line", "pieces")),
    ];
    for (which, field) in fields {
        for (what, mutate) in OF_A_FIELD {
            assert_ne!(changes(|api| mutate(field(api))), [], "{what} {which} is not seen");
        }
    }
}

#[test]
fn every_field_of_the_model_is_mutated() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generator/src/model");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let text: String = files.map(|file| fs::read_to_string(file).unwrap()).collect();
    let mutated: Vec<_> = MUTATIONS.iter().map(|mutation| mutation.0).collect();
    let mutated: Vec<_> =
        mutated.into_iter().chain(OF_A_FIELD.iter().map(|field| field.0)).collect();
    for field in fields(&text) {
        let known = mutated.contains(&&*field) || DERIVED.contains(&&*field);
        assert!(known, "nothing here changes {field}");
    }
}

/// `Struct::field`, for every public field.
fn fields(model: &str) -> Vec<String> {
    let (mut fields, mut name) = (Vec::new(), "");
    for line in model.lines() {
        if let Some(rest) = line.strip_prefix("pub struct ") {
            name = rest.split(' ').next().unwrap();
        } else if let Some((field, _)) =
            line.strip_prefix("    pub ").and_then(|rest| rest.split_once(": "))
            && !field.contains(' ')
        {
            fields.push(format!("{name}::{field}"));
        }
    }
    assert!(fields.len() > 50, "{fields:?}");
    fields
}
