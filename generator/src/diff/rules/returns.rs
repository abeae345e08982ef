//! Rules for what operations return: types, pages and errors.

rules! {
    RETURN_TYPE_ADDED = "return-type-added" {
        "an operation without a return value now has one", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The method's `Result<(), Error>` gets a value; an old crate ignores it.",
        example: "`returns: none` becomes `returns: Voucher`.",
        migration: "Use the `{after}` that `{name}` returns, or drop it where `()` is expected.",
    }
    RETURN_TYPE_REMOVED = "return-type-removed" {
        "an operation no longer has a return value", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read the response, and the method no longer returns a value.",
        example: "`returns: Voucher` becomes `returns: none`.",
        migration: "`{name}` returns `()` instead of `{before}`.",
    }
    RETURN_TYPE_CHANGED = "return-type-changed" {
        "an operation returns a different type", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read the response, and callers expect the old type.",
        example: "`returns: Payment` becomes `returns: [Payment]`.",
        migration: "Use `{after}` from `{name}` instead of `{before}`.",
    }
    RETURN_TYPE_CHANGED_STILL_READ = "return-type-changed-still-read" {
        "an operation returns a different type, which old crates can read", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The JSON still fits the old type, but callers expect the old type in Rust.",
        example: "`returns: [string]` becomes `returns: [Bank]`.",
        migration: "Use `{after}` from `{name}` instead of `{before}`.",
    }
    RETURN_TYPE_CHANGED_PARTLY_READ = "return-type-changed-partly-read" {
        "an operation returns a different type, which some values do not fit", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "The JSON is that of the old type, but either crate cannot read all values of the other, and callers expect the old type in Rust.",
        example: "`returns: [integer]` becomes `returns: [amount]`: an old crate reads no fractions.",
        migration: "Use `{after}` from `{name}` instead of `{before}`.",
    }
    PAGINATION_ADDED = "pagination-added" {
        "a list can be read page by page", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "A second method returns the items of all pages, because the operation takes a `page` and returns a `list` and the `next` page.",
        example: "`page?: { type: integer }` is added to the query.",
        migration: "New: `{after}`, the items of all pages.",
    }
    PAGINATION_REMOVED = "pagination-removed" {
        "a list can no longer be read page by page", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "The method for all pages is removed: it needs an operation that takes a `page` and returns a `list` and the `next` page.",
        example: "`next` of the returned record becomes a `string`.",
        migration: "Call `{name}` for each page: `{before}` is removed.",
    }
    ERROR_TYPE_ADDED = "error-type-added" {
        "rejections of an operation now have a type", Response,
        wire: None, rust: Minor, behaviour: None,
        why: "A function reads the record from the error; an old crate keeps it in the raw body.",
        example: "`error: VoucherError` is added.",
        migration: "New: `{after}::of(&error)` reads what a rejection of `{name}` says.",
    }
    ERROR_TYPE_REMOVED = "error-type-removed" {
        "rejections of an operation no longer have a type", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The function that reads the record is removed, or no longer reads it from this operation.",
        example: "`error: VoucherError` is removed.",
        migration: "Remove `{before}::of(&error)`; the raw body has what the server sends.",
    }
    ERROR_TYPE_CHANGED = "error-type-changed" {
        "rejections of an operation have a different type", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The function of the old record is removed, or no longer reads it from this operation.",
        example: "`error: VoucherError` becomes `error: GatewayError`.",
        migration: "Call `{after}::of(&error)` instead of `{before}::of(&error)`.",
    }
    DOCUMENTED_ERRORS_CHANGED = "documented-errors-changed" {
        "the documented statuses changed", Response,
        wire: None, rust: Patch, behaviour: None,
        why: "Errors are read whatever statuses are documented.",
        example: "`404: No such payment.` is added.",
        migration: "Read the errors of `{name}` again.",
    }
}
