//! Rules for responses: fields of records in answers, and fields in either direction.

rules! {
    FIELD_ADDED = "response-field-added" {
        "a field of answers is new that can be absent", Response,
        wire: None, rust: Minor, behaviour: None,
        why: "Records are `#[non_exhaustive]`, old crates skip what they do not know, and a new one reads answers without it.",
        example: "`channel?` of `Payment` is new.",
        migration: "New: `{name}`, of the type `{after}`.",
    }
    REQUIRED_FIELD_ADDED = "response-required-field-added" {
        "a field of answers is new that is always there", Response,
        wire: Major, rust: Minor, behaviour: None,
        why: "Old crates skip what they do not know, but a new one cannot read an answer that still lacks it.",
        example: "`channel` of `Payment` is new.",
        migration: "New: `{name}`, of the type `{after}`. Update once every answer has it.",
    }
    FIELD_REMOVED = "response-field-removed" {
        "a field that was always there is gone", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read an answer without it, and programs that read it do not compile.",
        example: "`amount` of `Payment` goes away.",
        migration: "Do not read `{name}`.",
    }
    LENIENT_FIELD_REMOVED = "response-optional-field-removed" {
        "a field that could be absent is gone", Response,
        wire: None, rust: Major, behaviour: None,
        why: "An old crate reads it as absent or empty, but programs that read it do not compile.",
        example: "`receipt_url?` of `Payment` goes away.",
        migration: "Do not read `{name}`.",
    }
    FIELD_NOW_OPTIONAL = "response-field-now-optional" {
        "a field of answers can be absent now", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read an answer without it, and `T` becomes `Option<T>`.",
        example: "`Payment::name` becomes an `Option<String>`.",
        migration: "Handle `{name}` being `None`.",
    }
    FIELD_NOW_REQUIRED = "response-field-now-required" {
        "a field of answers is always there now", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "`Option<T>` becomes `T`, so a new crate cannot read an answer that still lacks it.",
        example: "`Payment::name` becomes a `String`.",
        migration: "Read `{name}` without an `Option`.",
    }
    LIST_REQUIREDNESS_CHANGED = "response-list-requiredness-changed" {
        "a list of answers can be absent now, or no longer", Response,
        wire: None, rust: Patch, behaviour: None,
        why: "An absent list is read as an empty one either way.",
        example: "`cancel_history` of `Payment` becomes `cancel_history?`.",
        migration: "Nothing to do.",
    }
    FIELD_RETYPED = "response-field-retyped" {
        "a field of answers has another type", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read it, and programs expect the old type.",
        example: "`type: string` becomes `type: [string]`.",
        migration: "Read `{name}` as `{after}` instead of `{before}`.",
    }
    FIELD_RETYPED_STILL_READ = "response-field-retyped-still-read" {
        "a field of answers has another type, which old crates can read", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The JSON still fits the old type, but programs expect the old type in Rust.",
        example: "`type: string` becomes `type: Bank`.",
        migration: "Read `{name}` as `{after}` instead of `{before}`.",
    }
    FIELD_RENAMED_ON_WIRE = "response-field-renamed-on-wire" {
        "a field of answers has another name on the wire", Response,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate reads it as absent, or cannot read the answer; where the Rust name stays, no compiler notices.",
        example: "`pgTid` becomes `pg_tid`, both `pg_tid` in Rust.",
        migration: "Update before the server stops answering `{before}`.",
    }
    FIELD_RENAMED_IN_RUST = "field-renamed-in-rust" {
        "a field has another name in Rust", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs name the public field; what goes over the wire stays.",
        example: "`Payment::pg_provider` becomes `Payment::gateway`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    FIELDS_REORDERED = "fields-reordered" {
        "fields of a record stand in another order", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the order in the documentation and in `Debug` is another.",
        example: "`amount` comes before `name`.",
        migration: "Nothing to do.",
    }
    RESPONSE_FACTS_CHANGED = "response-facts-changed" {
        "other limits or rules are documented for a field of answers", Response,
        wire: None, rust: Patch, behaviour: None,
        why: "Answers are read as they come, so it is documentation.",
        example: "`max_length: 40` is new.",
        migration: "Read the documentation of `{name}` again.",
    }
    DOCUMENTED_REQUIREDNESS_CHANGED = "documented-requiredness-changed" {
        "the docs changed their mind on a field, real answers did not", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "The crate follows real answers, so nothing but the schema is another.",
        example: "`name?` becomes `name`, with `absent: observed`.",
        migration: "Nothing to do.",
    }
    VALUE_NOW_HIDDEN = "value-now-hidden" {
        "a value is hidden from logs now", Both,
        wire: None, rust: None, behaviour: Minor,
        why: "`Debug` and errors show `<redacted>` in its place.",
        example: "`personal: true` is new.",
        migration: "`Debug` no longer shows `{name}`: log it by itself where that is meant.",
    }
    VALUE_NO_LONGER_HIDDEN = "value-no-longer-hidden" {
        "a value is no longer hidden from logs", Both,
        wire: None, rust: None, behaviour: Major,
        why: "`Debug` shows it, so logs that were free of it are not any more.",
        example: "`personal: true` goes away.",
        migration: "Check what is logged: `Debug` shows `{name}`.",
    }
    PRIVACY_CHANGED = "value-privacy-changed" {
        "a value is hidden for another reason", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "It is hidden from the same places either way.",
        example: "`personal: true` becomes `secret: true`.",
        migration: "Nothing to do.",
    }
    FIELD_DEPRECATED = "field-deprecated" {
        "a field or parameter should not be used any more", Both,
        wire: None, rust: Minor, behaviour: None,
        why: "Uses still compile, with a warning.",
        example: "`deprecated: Use `channel_key`.` is new.",
        migration: "Stop using `{name}`: {after}.",
    }
    FIELD_NO_LONGER_DEPRECATED = "field-no-longer-deprecated" {
        "a field or parameter may be used again", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "A warning of the compiler goes away.",
        example: "`undocumented_since: 2026-07-27` goes away.",
        migration: "Remove `#[allow(deprecated)]` around `{name}`.",
    }
}
