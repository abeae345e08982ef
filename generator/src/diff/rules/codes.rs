//! Codes of enumerations.

rules! {
    CODE_ADDED = "code-added" {
        "a code was added", Both,
        wire: None, rust: Minor, behaviour: Minor,
        why: "Enumerations are `#[non_exhaustive]`; a value that was `Unknown` is now a variant.",
        example: "`Bank::Toss` for `092`, which was `Unknown`.",
        migration: "New: `{name}`; match it instead of `Unknown` with `{after}`.",
    }
    REQUEST_CODE_REMOVED = "request-code-removed" {
        "a code that can be sent was removed", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "The server refuses it, and programs that name the variant do not compile.",
        example: "`ReceiptKind::Company` is removed.",
        migration: "Do not send `{before}`: `{name}` was removed.",
    }
    RESPONSE_CODE_REMOVED = "response-code-removed" {
        "a code of responses was removed", Response,
        wire: None, rust: Major, behaviour: None,
        why: "Programs that name the variant do not compile; if the server still sends the code, it is `Unknown`.",
        example: "`PaymentStatus::Ready` is removed.",
        migration: "Remove what matches `{name}`, or match `Unknown` with `{before}`.",
    }
    CODE_CHANGED_ON_WIRE = "code-changed-on-wire" {
        "a code changed on the wire", Both,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate sends a code that the server rejects, and reads the new code as `Unknown`, and the compiler does not notice.",
        example: "`kakaopay` becomes `kakao_pay`, both `Kakaopay` in Rust.",
        migration: "Update before the server stops using `{before}`; stored values `{before}` are now `Unknown`.",
        money: true,
    }
    CODE_RENAMED = "code-renamed" {
        "a code was renamed, on the wire and in Rust", Both,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate sends a code that the server rejects and reads the new one as `Unknown`, and programs name the variant.",
        example: "`nice_v2`, `Gateway::NiceV2`, becomes `nicepay`, `Gateway::Nicepay`.",
        migration: "Write {after} for {before}, and update before the server stops using the old code; stored values are now `Unknown`.",
    }
    VARIANTS_SWAPPED = "variant-names-swapped" {
        "programs that name a variant compile, and mean another code", Both,
        wire: None, rust: None, behaviour: Major,
        why: "The name of one variant is now that of another code of the same type, so the compiler does not notice.",
        example: "`Bank::Kookmin` is `011` now, and `Bank::Nonghyup` is `004`.",
        migration: "Change every use of these variants by hand: {moves}.",
        money: true,
    }
    VARIANT_RENAMED = "variant-renamed" {
        "a code was renamed in Rust", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Programs name the variant; the wire format does not change.",
        example: "`Bank::Kb` becomes `Bank::Kookmin`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    CODE_LABEL_CHANGED = "code-label-changed" {
        "a code's Korean label changed", Both,
        wire: None, rust: None, behaviour: Patch,
        why: "`name()` returns a different text.",
        example: "`title: 국민은행` becomes `title: KB국민은행`.",
        migration: "`name()` of `{name}` returns `{after}`: do not compare it with stored texts.",
    }
    CODES_REORDERED = "codes-reordered" {
        "codes were reordered", Both,
        wire: None, rust: None, behaviour: Patch,
        why: "The order of `ALL` changes.",
        example: "`Bank::Kb` is now the first of `Bank::ALL`.",
        migration: "Do not rely on the order of `{name}::ALL`.",
    }
    GATEWAY_CODE_ADDED = "gateway-code-added" {
        "a gateway has a code for one more standard code", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "`at` returned `None` for it.",
        example: "`Bank::Toss` is `BK92` at `kcp`.",
        migration: "New: `at` knows these codes of `{name}`.",
    }
    GATEWAY_CODE_REMOVED = "gateway-code-removed" {
        "a gateway has no code for a standard code any more", Request,
        wire: Major, rust: None, behaviour: Major,
        why: "The gateway refuses the code, `at` returns `None`, and no compiler notices.",
        example: "`Bank::KoreaExchange` has no code at `daou` any more.",
        migration: "Do not send these codes of `{name}`.",
    }
    GATEWAY_CODE_CHANGED = "gateway-code-changed" {
        "a gateway has another code for a standard code", Request,
        wire: Major, rust: None, behaviour: Major,
        why: "An old crate sends what the gateway refuses or takes for another institution.",
        example: "`Bank::Nonghyup` is `08` at `daou`, not `11`.",
        migration: "Update before one of these codes of `{name}` is sent again.",
        money: true,
    }
    REQUEST_CODE_JSON_CHANGED = "request-code-json-changed" {
        "the JSON type of codes that can be sent changed", Request,
        wire: Major, rust: None, behaviour: None,
        why: "An old crate sends a string where the server expects an integer, or the other way round.",
        example: "`wire: integer` is added.",
        migration: "Update; programs do not change.",
    }
    RESPONSE_CODE_JSON_CHANGED = "response-code-json-changed" {
        "the JSON type of codes of responses changed", Response,
        wire: None, rust: None, behaviour: Patch,
        why: "Codes are read from strings and integers; only values serialized with serde are written differently.",
        example: "`wire: integer` is added.",
        migration: "Nothing to do.",
    }
}
