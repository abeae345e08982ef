//! Types as a whole, and choices.

rules! {
    TYPE_ADDED = "type-added" {
        "a type is new", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "Nothing that was there is another.",
        example: "`types::PaymentChannel` is new.",
        migration: "New: `{after}`.",
    }
    TYPE_REMOVED = "type-removed" {
        "a type is gone", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs that name it do not compile.",
        example: "`types::PaymentChannel` goes away.",
        migration: "Remove what names `{before}`.",
    }
    TYPE_RENAMED = "type-renamed" {
        "a type has another name in Rust", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs that name it do not compile; what goes over the wire stays.",
        example: "`Payment` becomes `PaymentRecord`.",
        migration: "Write `{after}` for `{before}`.",
    }
    TYPE_MOVED = "type-moved" {
        "a type is imported from another module", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its path is another, and may be behind another feature.",
        example: "`payments::Bank` becomes `codes::Bank`.",
        migration: "Import `{after}` instead of `{before}`.",
    }
    TYPE_DOCS_NAME_CHANGED = "type-docs-name-changed" {
        "the docs call a type by another name", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Only a `doc(alias)` and links are others.",
        example: "`PaymentAnnotation` becomes `PaymentResponse`, both `Payment` in Rust.",
        migration: "Nothing to do.",
    }
    TYPE_SHAPE_CHANGED = "type-shape-changed" {
        "a type is of another kind", Both,
        wire: Major, rust: Major, behaviour: None,
        why: "A record, a list of codes and a choice are different JSON, and struct and enum are different Rust.",
        example: "The record `Bank` becomes a list of codes.",
        migration: "Rewrite what uses `{name}`: {before} has become {after}.",
    }
    TYPE_NOW_SENT = "type-now-sent" {
        "a record of answers can be sent too", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "It gets `new` and setters.",
        example: "`Product` gets `Product::new`.",
        migration: "New: `{name}` can be made and sent.",
    }
    TYPE_NOW_SENT_WITH_LISTS = "type-now-sent-with-lists" {
        "a record of answers with optional lists can be sent too", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Sent again as it came, an absent list is not an empty one: `Vec<T>` becomes `Option<Vec<T>>`.",
        example: "`Product` gets `Product::new`, and `Product::tags` becomes an `Option`.",
        migration: "Handle the optional lists of `{name}` being `None`.",
    }
    TYPE_NO_LONGER_SENT = "type-no-longer-sent" {
        "no request carries a record any more", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its `new` and its setters are gone, so programs cannot make one.",
        example: "`Product::new` goes away.",
        migration: "Do not make a `{name}`: no request takes it.",
    }
    ALSO_BARE_LIST = "response-also-bare-list" {
        "an answer may come as a bare list now", Response,
        wire: Major, rust: None, behaviour: None,
        why: "An old crate cannot read a list where it expects the record around it.",
        example: "`wraps: list` is new.",
        migration: "Update; programs stay as they are.",
    }
    NO_LONGER_BARE_LIST = "response-no-longer-bare-list" {
        "an answer does not come as a bare list any more", Response,
        wire: None, rust: None, behaviour: Minor,
        why: "The new crate refuses a bare list, which the server no longer sends.",
        example: "`wraps: list` goes away.",
        migration: "Nothing to do, unless bare lists were stored with serde.",
    }
    CHOICE_ADDED = "choice-added" {
        "an answer may be one more record", Response,
        wire: Major, rust: Minor, behaviour: None,
        why: "An old crate takes the new record for another and may fail to read it; the enum is `#[non_exhaustive]`.",
        example: "`PaymentOrRefund::Refund` is new.",
        migration: "New: handle `{name}`.",
    }
    CHOICE_REMOVED = "choice-removed" {
        "an answer is never one of the records any more", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The variant is gone; an old crate waits for it in vain.",
        example: "`PaymentOrRefund::Refund` goes away.",
        migration: "Remove what handles `{name}`.",
    }
    CHOICE_RENAMED = "choice-renamed" {
        "a variant of a choice has another name", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs name it; what goes over the wire stays.",
        example: "`PaymentOrRefund::Refund` becomes `PaymentOrRefund::Cancel`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    CHOICE_RETYPED = "choice-retyped" {
        "a variant of a choice holds another record", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate reads the other record into the old type, and programs expect that.",
        example: "`Refund(Box<Refund>)` becomes `Refund(Box<PaymentCancel>)`.",
        migration: "Take `{after}` from `{name}` instead of `{before}`.",
    }
    CHOICE_TOLD_OTHERWISE = "choice-told-otherwise" {
        "a variant of a choice is told by another field", Response,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate takes one record for the other, and no compiler notices.",
        example: "`when: refund_uid` becomes `when: refunded_at`.",
        migration: "Update: `{name}` was {before} and is {after} now.",
    }
    CHOICES_REORDERED = "choices-reordered" {
        "the records of a choice are tried in another order", Response,
        wire: None, rust: None, behaviour: Major,
        why: "An answer that has the fields of two of them is read as the other one.",
        example: "`Refund` is tried before `Payment`.",
        migration: "Check what is done with `{name}`: {after}.",
    }
}
