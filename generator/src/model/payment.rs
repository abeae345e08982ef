//! How a payment is looked up and what it says of itself: what verifying a webhook needs.

use super::{Api, Field, Item, Operation, Place, Section, Shape, TypeId};

/// A notification names a payment by its `imp_uid`, and this route is the documented way to ask for it.
/// So the route and the fields are found by their names: the schema could only repeat them.
const ROUTE: &str = "GET /payments/{imp_uid}";
const TEXTS: [&str; 3] = ["imp_uid", "merchant_uid", "currency"];
const AMOUNTS: [&str; 2] = ["amount", "cancel_amount"];
const STATUS: &str = "status";

/// The operation that reads one payment.
#[derive(Clone, Copy, Debug)]
pub struct PaymentLookup<'a> {
    /// The section it is in.
    pub section: &'a Section,
    /// The operation.
    pub operation: &'a Operation,
    /// Its answer, which always has the fields that verifying compares.
    pub payment: TypeId,
}

impl Api {
    /// How to look a payment up; none in a schema without the documented route.
    pub fn payment_lookup(&self) -> Option<PaymentLookup<'_>> {
        let sections = self.sections.iter();
        let mut operations =
            sections.flat_map(|section| section.operations.iter().map(move |each| (section, each)));
        let (section, operation) =
            operations.find(|(_, operation)| operation.route.to_string() == ROUTE)?;
        let payment = operation.returns.filter(|ty| !ty.list)?.item.named()?;
        let mut required = operation.parameters.iter().filter(|each| each.field.required);
        let by_id = required.next()?.place == Place::Path && required.next().is_none();
        (by_id && self.is_verifiable(payment)).then_some(PaymentLookup {
            section,
            operation,
            payment,
        })
    }

    fn is_verifiable(&self, payment: TypeId) -> bool {
        let Shape::Record(fields) = &self.ty(payment).shape else { return false };
        let has = |wire: &str, fits: &dyn Fn(&Field) -> bool| {
            let mut fields = fields.iter();
            fields.any(|field| {
                field.wire == wire
                    && field.name == wire
                    && field.required
                    && !field.ty.list
                    && fits(field)
            })
        };
        TEXTS.iter().all(|wire| has(wire, &|field| field.ty.item == Item::String))
            && AMOUNTS.iter().all(|wire| has(wire, &|field| field.ty.item == Item::Amount))
            && has(STATUS, &|field| self.is_code(field.ty.item))
    }

    fn is_code(&self, item: Item) -> bool {
        item.named().is_some_and(|id| matches!(self.ty(id).shape, Shape::Enumeration(_)))
    }
}
