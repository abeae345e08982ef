//! The API as a whole: its address, its sections and files, and all prose.

rules! {
    BASE_URL_CHANGED = "base-url-changed" {
        "the base URL changed", Both,
        wire: Major, rust: None, behaviour: Major,
        why: "It is the default of the client's builder: an old crate sends its requests, and the keys with them, to an address that may no longer be PortOne's.",
        example: "`https://api.iamport.kr` becomes `https://api.portone.io`.",
        migration: "Requests go to {after} unless `ClientBuilder::base_url` or `PORTONE_BASE_URL` is set: allow it where a firewall let {before} through.",
    }
    REVISION_CHANGED = "revision-changed" {
        "the schema was compared with newer docs", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the date in the crate's documentation changes.",
        example: "`revision: \"2026-07-27\"` becomes `\"2026-11-21\"`.",
        migration: "The crate follows the docs of {after}.",
    }
    SECTION_ADDED = "section-added" {
        "a section was added", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "A module, a handle and a cargo feature are added.",
        example: "`sections/vouchers.yaml`, with `client.vouchers()`.",
        migration: "New: `{name}`, behind the feature of that name.",
    }
    SECTION_REMOVED = "section-removed" {
        "a section was removed", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its module, its handle and its cargo feature are removed, so programs neither resolve nor compile.",
        example: "`client.benepia()` and the feature `benepia` go away.",
        migration: "Remove what uses `{name}`, and the cargo feature of that name.",
    }
    SECTION_RENAMED = "section-renamed" {
        "a section was renamed", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its module, its cargo feature and its method on the client are renamed; the routes do not change.",
        example: "`client.vbanks()` becomes `client.virtual_accounts()`.",
        migration: "Write `{after}` for `{before}` in paths, in calls and in cargo features.",
    }
    SECTIONS_REORDERED = "sections-reordered" {
        "sections were reordered", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the order in the documentation changes.",
        example: "`payments` comes before `authentication`.",
        migration: "Nothing to do.",
    }
    OPERATIONS_REORDERED = "operations-reordered" {
        "operations of a section were reordered", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the order in the documentation changes.",
        example: "`get` comes before `cancel`.",
        migration: "Nothing to do.",
    }
    SHARED_FEATURES_CHANGED = "shared-features-changed" {
        "other features enable a file of shared types", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "They follow from the types that the operations of each section use, which are reported separately.",
        example: "`types/product.yaml` is used by `receipts` too.",
        migration: "Nothing to do.",
    }
    SHARED_FILE_ADDED = "shared-file-added" {
        "a file of shared types was added", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Users do not name the file; the types in it are reported separately.",
        example: "`types/product.yaml` is new.",
        migration: "Nothing to do.",
    }
    SHARED_FILE_REMOVED = "shared-file-removed" {
        "a file of shared types was removed", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Users do not name the file; the types in it are reported separately.",
        example: "`types/product.yaml` is gone.",
        migration: "Nothing to do.",
    }
    TYPES_REARRANGED = "types-rearranged" {
        "types were moved to another file or reordered", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "Users import a type from `types`, `codes` or its section, whichever file it is in.",
        example: "`PaymentCancel` moves from `types/charge.yaml` to `types/payment.yaml`.",
        migration: "Nothing to do.",
    }
    GATEWAY_CHECK_ADDED = "gateway-check-added" {
        "requests can be validated for a gateway", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "Every request gets a method `check`, because there is a table of gateways.",
        example: "`codes/gateway.yaml` declares the type `Gateway`.",
        migration: "New: `check` of every request, which takes a `{after}`.",
    }
    GATEWAY_CHECK_REMOVED = "gateway-check-removed" {
        "requests can no longer be validated for a gateway", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Without a table of gateways, no request has a method `check`.",
        example: "The type `Gateway` is removed, or gets another name.",
        migration: "Remove calls of `check`, which took a `{before}`.",
    }
    VERIFICATION_ADDED = "payment-verification-added" {
        "payments can be verified", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "`verify` and `look_up` need a documented route that reads a payment with its identifiers, amounts, currency and status.",
        example: "`GET /payments/{imp_uid}` returns a record with an essential `amount`.",
        migration: "New: `verify` and `look_up`, which call `{after}`.",
    }
    VERIFICATION_REMOVED = "payment-verification-removed" {
        "payments can no longer be verified", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "`verify` and `look_up` need a documented route that reads a payment with its identifiers, amounts, currency and status.",
        example: "`amount` of the payment is no longer essential.",
        migration: "Compare identifiers, amount, currency and status yourself: `verify` and `look_up`, which called `{before}`, are removed.",
    }
    PROSE_CHANGED = "prose-changed" {
        "a title, a description or a link changed", Both,
        wire: None, rust: Patch, behaviour: None,
        why: "Only documentation, a `doc(alias)` or a link changes; rules about money may exist in prose alone, so read it.",
        example: "`doc: Cancels a payment.` becomes `doc: Refunds a payment.`",
        migration: "Read the documentation of `{name}` again.",
    }
}
