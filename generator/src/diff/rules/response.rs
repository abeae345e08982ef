//! Rules for responses: fields of records in responses, and fields in either direction.

rules! {
    FIELD_ADDED = "response-field-added" {
        "an optional field of responses was added", Response,
        wire: None, rust: Minor, behaviour: None,
        why: "Records are `#[non_exhaustive]`, old crates ignore unknown fields, and a new crate reads responses without it.",
        example: "`channel?` of `Payment` is added.",
        migration: "New: `{name}`, of the type `{after}`.",
    }
    REQUIRED_FIELD_ADDED = "response-required-field-added" {
        "a required field of responses was added", Response,
        wire: Major, rust: Minor, behaviour: None,
        why: "Old crates ignore unknown fields, but a new crate cannot read a response that still lacks it.",
        example: "`channel` of `Payment` is added.",
        migration: "New: `{name}`, of the type `{after}`. Update once every response has it.",
    }
    FIELD_REMOVED = "response-field-removed" {
        "a required field of responses was removed", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read a response without it, and programs that read it do not compile.",
        example: "`amount` of `Payment` is removed.",
        migration: "Do not read `{name}`.",
    }
    LENIENT_FIELD_REMOVED = "response-optional-field-removed" {
        "an optional field of responses was removed", Response,
        wire: None, rust: Major, behaviour: None,
        why: "An old crate reads it as absent or empty, but programs that read it do not compile.",
        example: "`receipt_url?` of `Payment` is removed.",
        migration: "Do not read `{name}`.",
    }
    FIELD_NOW_OPTIONAL = "response-field-now-optional" {
        "a field of responses is now optional", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read a response without it, and `T` becomes `Option<T>`.",
        example: "`Payment::name` becomes an `Option<String>`.",
        migration: "Handle `{name}` being `None`.",
    }
    FIELD_NOW_REQUIRED = "response-field-now-required" {
        "a field of responses is now required", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "`Option<T>` becomes `T`, so a new crate cannot read a response that still lacks it.",
        example: "`Payment::name` becomes a `String`.",
        migration: "Read `{name}` without an `Option`.",
    }
    FIELD_ESSENTIAL_CHANGED = "response-field-essential-changed" {
        "an unreadable value of a field has a different effect", Response,
        wire: None, rust: None, behaviour: Minor,
        why: "The type in Rust stays, but a value that cannot be read fails the response, or is left out.",
        example: "`essential: true` is new on `next?`.",
        migration: "An unreadable `{name}` {after} now; before, it {before}.",
    }
    LIST_REQUIREDNESS_CHANGED = "response-list-requiredness-changed" {
        "a list of responses is now optional, or now required", Response,
        wire: None, rust: Patch, behaviour: None,
        why: "An absent list is read as an empty one in both cases.",
        example: "`cancel_history` of `Payment` becomes `cancel_history?`.",
        migration: "Nothing to do.",
    }
    FIELD_RETYPED = "response-field-retyped" {
        "a field of responses has a different type", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read it, and programs expect the old type.",
        example: "`type: string` becomes `type: [string]`.",
        migration: "Read `{name}` as `{after}` instead of `{before}`.",
    }
    FIELD_RETYPED_STILL_READ = "response-field-retyped-still-read" {
        "a field of responses has a different type, which old crates can read", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The JSON still fits the old type, but programs expect the old type in Rust.",
        example: "`type: string` becomes `type: Bank`.",
        migration: "Read `{name}` as `{after}` instead of `{before}`.",
    }
    FIELD_RETYPED_PARTLY_READ = "response-field-retyped-partly-read" {
        "a field of responses has a different type, which some values do not fit", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "The JSON is that of the old type, but either crate cannot read all values of the other, and programs expect the old type in Rust.",
        example: "`type: integer` becomes `type: amount`: an old crate reads no fractions.",
        migration: "Read `{name}` as `{after}` instead of `{before}`.",
    }
    FIELD_RENAMED_ON_WIRE = "response-field-renamed-on-wire" {
        "a field of responses was renamed on the wire", Response,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate reads it as absent, or cannot read the response; if the Rust name is unchanged, the compiler does not notice.",
        example: "`pgTid` becomes `pg_tid`, both `pg_tid` in Rust.",
        migration: "Update before the server stops sending `{before}`.",
    }
    FIELD_RENAMED_IN_RUST = "field-renamed-in-rust" {
        "a field was renamed in Rust", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs name the public field; the wire format does not change.",
        example: "`Payment::pg_provider` becomes `Payment::gateway`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    FIELDS_SWAPPED = "field-names-swapped" {
        "programs that use a field of a record compile, and use another field", Both,
        wire: None, rust: None, behaviour: Major,
        why: "The name of one field is now that of another with the same type, so the compiler does not notice.",
        example: "`Payment::amount` and `Payment::cancel_amount` change places.",
        migration: "Change every use of these fields by hand: {moves}.",
        money: true,
    }
    FIELDS_REORDERED = "fields-reordered" {
        "fields of a record were reordered", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the order in the documentation and in `Debug` changes.",
        example: "`amount` comes before `name`.",
        migration: "Nothing to do.",
    }
    RESPONSE_FACTS_CHANGED = "response-facts-changed" {
        "the documented limits or rules of a field of responses changed", Response,
        wire: None, rust: Patch, behaviour: None,
        why: "Responses are not validated against them, so it is documentation.",
        example: "`max_length: 40` is added.",
        migration: "Read the documentation of `{name}` again.",
    }
    DOCUMENTED_REQUIREDNESS_CHANGED = "documented-requiredness-changed" {
        "the documented requiredness of a field changed, but not that of real responses", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "The crate follows real responses, so only the schema changes.",
        example: "`name?` becomes `name`, with `absent: observed`.",
        migration: "Nothing to do.",
    }
    VALUE_NOW_HIDDEN = "value-now-hidden" {
        "a value is now hidden from logs", Both,
        wire: None, rust: None, behaviour: Minor,
        why: "`Debug` and errors show `<redacted>` in its place.",
        example: "`personal: true` is added.",
        migration: "`Debug` no longer shows `{name}`: log it explicitly where that is intended.",
    }
    VALUE_NO_LONGER_HIDDEN = "value-no-longer-hidden" {
        "a value is no longer hidden from logs", Both,
        wire: None, rust: None, behaviour: Major,
        why: "`Debug` shows it, so it may appear in logs.",
        example: "`personal: true` is removed.",
        migration: "Check what is logged: `Debug` shows `{name}`.",
    }
    PRIVACY_CHANGED = "value-privacy-changed" {
        "a value is hidden for another reason", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "It is hidden in the same outputs as before.",
        example: "`personal: true` becomes `secret: true`.",
        migration: "Nothing to do.",
    }
    FIELD_DEPRECATED = "field-deprecated" {
        "a field or parameter was deprecated", Both,
        wire: None, rust: Minor, behaviour: None,
        why: "Uses still compile, with a warning.",
        example: "`deprecated: Use `channel_key`.` is added.",
        migration: "Stop using `{name}`: {after}.",
    }
    FIELD_NO_LONGER_DEPRECATED = "field-no-longer-deprecated" {
        "a field or parameter is no longer deprecated", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "The compiler no longer warns.",
        example: "`undocumented_since: 2026-07-27` is removed.",
        migration: "Remove `#[allow(deprecated)]` around `{name}`.",
    }
}
