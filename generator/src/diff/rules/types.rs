//! Types as a whole, and choices.

rules! {
    TYPE_ADDED = "type-added" {
        "a type was added", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "Existing items do not change.",
        example: "`types::PaymentChannel` is added.",
        migration: "New: `{after}`.",
    }
    TYPE_REMOVED = "type-removed" {
        "a type was removed", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs that name it do not compile.",
        example: "`types::PaymentChannel` is removed.",
        migration: "Remove what names `{before}`.",
    }
    TYPE_RENAMED = "type-renamed" {
        "a type was renamed in Rust", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs that name it do not compile; the wire format does not change.",
        example: "`Payment` becomes `PaymentRecord`.",
        migration: "Write `{after}` for `{before}`.",
    }
    TYPE_MOVED = "type-moved" {
        "a type was moved to another module", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its path changes, and it may be behind another feature.",
        example: "`payments::Bank` becomes `codes::Bank`.",
        migration: "Import `{after}` instead of `{before}`.",
    }
    TYPE_DOCS_NAME_CHANGED = "type-docs-name-changed" {
        "the docs renamed a type", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Only a `doc(alias)` and links change.",
        example: "`PaymentAnnotation` becomes `PaymentResponse`, both `Payment` in Rust.",
        migration: "Nothing to do.",
    }
    TYPE_SHAPE_CHANGED = "type-shape-changed" {
        "the kind of a type changed", Both,
        wire: Major, rust: Major, behaviour: None,
        why: "A record, a list of codes and a choice differ in JSON, and a struct and an enum differ in Rust.",
        example: "The record `Bank` becomes a list of codes.",
        migration: "Rewrite the code that uses `{name}`: it was {before} and is now {after}.",
    }
    TYPE_NOW_SENT = "type-now-sent" {
        "a record of responses can now be sent too", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "It gets `new` and setters.",
        example: "`Product` gets `Product::new`.",
        migration: "New: `{name}` can be constructed and sent.",
    }
    TYPE_NOW_SENT_WITH_LISTS = "type-now-sent-with-lists" {
        "a record of responses with optional lists can now be sent too", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "In a request, an absent list differs from an empty one: `Vec<T>` becomes `Option<Vec<T>>`.",
        example: "`Product` gets `Product::new`, and `Product::tags` becomes an `Option`.",
        migration: "Handle the optional lists of `{name}` being `None`.",
    }
    TYPE_NO_LONGER_SENT = "type-no-longer-sent" {
        "a record is no longer part of any request", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its `new` and its setters are removed, so programs cannot construct one.",
        example: "`Product::new` is removed.",
        migration: "Do not construct a `{name}`: no request uses it.",
    }
    ALSO_BARE_LIST = "response-also-bare-list" {
        "a response may now be a bare list", Response,
        wire: Major, rust: None, behaviour: None,
        why: "An old crate cannot read a list where it expects the record around it.",
        example: "`wraps: list` is added.",
        migration: "Update; programs do not change.",
    }
    NO_LONGER_BARE_LIST = "response-no-longer-bare-list" {
        "a response is no longer a bare list", Response,
        wire: None, rust: None, behaviour: Minor,
        why: "The new crate rejects a bare list, which the server no longer sends.",
        example: "`wraps: list` is removed.",
        migration: "Nothing to do, unless bare lists were stored with serde.",
    }
    CHOICE_ADDED = "choice-added" {
        "a record was added to a choice", Response,
        wire: Major, rust: Minor, behaviour: None,
        why: "An old crate reads the new record as another one and may fail; the enum is `#[non_exhaustive]`.",
        example: "`PaymentOrRefund::Refund` is added.",
        migration: "New: handle `{name}`.",
    }
    CHOICE_REMOVED = "choice-removed" {
        "a record was removed from a choice", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The variant is removed; an old crate never receives it.",
        example: "`PaymentOrRefund::Refund` is removed.",
        migration: "Remove what handles `{name}`.",
    }
    CHOICE_RENAMED = "choice-renamed" {
        "a variant of a choice was renamed", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs name it; the wire format does not change.",
        example: "`PaymentOrRefund::Refund` becomes `PaymentOrRefund::Cancel`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    CHOICES_SWAPPED = "choice-names-swapped" {
        "programs that match a variant of a choice may compile, and handle another record", Response,
        wire: None, rust: None, behaviour: Major,
        why: "The name of one variant is now that of another record, and a pattern that does not name its fields compiles.",
        example: "`PaymentOrRefund::Payment` and `PaymentOrRefund::Refund` change places.",
        migration: "Change every match by hand: {moves}.",
    }
    CHOICE_RETYPED = "choice-retyped" {
        "the record of a variant of a choice changed", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate reads the new record into the old type, and programs expect the old type.",
        example: "`Refund(Box<Refund>)` becomes `Refund(Box<PaymentCancel>)`.",
        migration: "Use `{after}` from `{name}` instead of `{before}`.",
    }
    CHOICE_DISCRIMINATOR_CHANGED = "choice-discriminator-changed" {
        "the discriminator of a variant of a choice changed", Response,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate reads one record as the other, and the compiler does not notice.",
        example: "`when: refund_uid` becomes `when: refunded_at`.",
        migration: "Update: `{name}` was {before} and is {after} now.",
    }
    CHOICES_REORDERED = "choices-reordered" {
        "the records of a choice were reordered", Response,
        wire: None, rust: None, behaviour: Major,
        why: "A response with the discriminators of two of them is read as the other one.",
        example: "`Refund` is tried before `Payment`.",
        migration: "Check the code that uses `{name}`: {after}.",
    }
}
