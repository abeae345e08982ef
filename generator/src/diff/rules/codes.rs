//! Codes of enumerations.

rules! {
    CODE_ADDED = "code-added" {
        "a code is new", Both,
        wire: None, rust: Minor, behaviour: Minor,
        why: "Enumerations are `#[non_exhaustive]`; a value that was `Unknown` is a variant of its own now.",
        example: "`Bank::Toss` for `092`, which was `Unknown`.",
        migration: "New: `{name}`; match it instead of `Unknown` with `{after}`.",
    }
    REQUEST_CODE_REMOVED = "request-code-removed" {
        "a code that can be sent is gone", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "The server refuses it, and programs that name the variant do not compile.",
        example: "`ReceiptKind::Company` goes away.",
        migration: "Do not send `{before}`: `{name}` is gone.",
    }
    RESPONSE_CODE_REMOVED = "response-code-removed" {
        "a code of answers is gone", Response,
        wire: None, rust: Major, behaviour: None,
        why: "Programs that name the variant do not compile; if the server sends it all the same, it is `Unknown`.",
        example: "`PaymentStatus::Ready` goes away.",
        migration: "Remove what matches `{name}`, or match `Unknown` with `{before}`.",
    }
    CODE_CHANGED_ON_WIRE = "code-changed-on-wire" {
        "a code is written differently on the wire", Both,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate sends what the server refuses and reads the new code as `Unknown`, and no compiler notices.",
        example: "`kakaopay` becomes `kakao_pay`, both `Kakaopay` in Rust.",
        migration: "Update before the server stops using `{before}`; what was stored as `{before}` is `Unknown` now.",
    }
    VARIANT_RENAMED = "variant-renamed" {
        "a code has another name in Rust", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs name the variant; what goes over the wire stays.",
        example: "`Bank::Kb` becomes `Bank::Kookmin`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    CODE_LABEL_CHANGED = "code-label-changed" {
        "a code has another Korean label", Both,
        wire: None, rust: None, behaviour: Patch,
        why: "`name()` answers another text.",
        example: "`title: 국민은행` becomes `title: KB국민은행`.",
        migration: "`name()` of `{name}` answers `{after}`: do not compare it with stored texts.",
    }
    CODES_REORDERED = "codes-reordered" {
        "codes stand in another order", Both,
        wire: None, rust: None, behaviour: Patch,
        why: "`ALL` is in another order.",
        example: "`Bank::ALL` begins with `Bank::Kb`.",
        migration: "Do not count on the order of `{name}::ALL`.",
    }
    REQUEST_CODE_JSON_CHANGED = "request-code-json-changed" {
        "codes that can be sent are other JSON", Request,
        wire: Major, rust: None, behaviour: None,
        why: "An old crate sends a string where the server expects an integer, or the other way round.",
        example: "`wire: integer` is new.",
        migration: "Update; programs stay as they are.",
    }
    RESPONSE_CODE_JSON_CHANGED = "response-code-json-changed" {
        "codes of answers are other JSON", Response,
        wire: None, rust: None, behaviour: Patch,
        why: "Codes are read from strings and integers alike; only what is stored with serde is written differently.",
        example: "`wire: integer` is new.",
        migration: "Nothing to do.",
    }
}
