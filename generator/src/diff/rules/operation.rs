//! Rules for operations: names, routes, gateways and deprecations.

rules! {
    OPERATION_ADDED = "operation-added" {
        "an operation was added", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "A method and a request struct are added.",
        example: "`client.payments().balance(&request)`.",
        migration: "New: `{name}` calls `{after}`.",
        money: true,
    }
    OPERATION_REMOVED = "operation-removed" {
        "an operation was removed", Both,
        wire: Major, rust: Major, behaviour: None,
        why: "The server no longer supports it, and its method and request struct are removed.",
        example: "`client.tiers().delete(&request)` is removed.",
        migration: "Remove calls of `{name}`: `{before}` is no longer part of the API.",
    }
    OPERATION_RENAMED = "operation-renamed" {
        "an operation was renamed; its route is the same", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "The method is renamed; the wire format does not change.",
        example: "`client.vbanks().issue(…)` becomes `client.vbanks().create(…)`.",
        migration: "Call `{after}` instead of `{before}`.",
    }
    OPERATIONS_SWAPPED = "operation-names-swapped" {
        "old calls of a method compile, and call another operation", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The names of the method and of its request are now those of another operation with the same arguments, so the compiler does not notice.",
        example: "`payments.cancel` and `payments.capture` change places.",
        migration: "Change every call by hand: {moves}.",
        money: true,
    }
    OPERATION_MOVED = "operation-moved" {
        "an operation was moved to another section; its route is the same", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its method is on another handle, and its request struct in another module behind another feature.",
        example: "`client.payments().schedule(…)` becomes `client.schedules().create(…)`.",
        migration: "Call `{after}` instead of `{before}`, and enable the feature of its section.",
    }
    REQUEST_STRUCT_RENAMED = "request-struct-renamed" {
        "a request struct was renamed", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Every caller names the struct to make a request.",
        example: "`IssueVbank` becomes `CreateVbank`.",
        migration: "Write `{after}` for `{before}`.",
    }
    ROUTE_CHANGED = "operation-route-changed" {
        "an operation's route changed", Request,
        wire: Major, rust: None, behaviour: None,
        why: "An old crate calls a route that no longer exists, and the compiler does not notice.",
        example: "`POST /payments/cancel` becomes `POST /refunds`.",
        migration: "Update before the server stops serving `{before}`; programs do not change.",
    }
    PLACEHOLDER_RENAMED = "path-placeholder-renamed" {
        "a placeholder of a route was renamed", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Only its value goes into the path, at the same position, and arguments are positional, so the name is documentation.",
        example: "`GET /payments/{imp_uid}` becomes `GET /payments/{payment_uid}`.",
        migration: "Nothing to do.",
    }
    NOW_AUTHORIZED = "operation-now-authorized" {
        "an operation now requires the access token", Request,
        wire: Major, rust: None, behaviour: Minor,
        why: "An old crate sends none and is rejected with 401.",
        example: "`authorization: none` is removed.",
        migration: "Update, and configure the client with keys: `{name}` requires the access token.",
    }
    NO_LONGER_AUTHORIZED = "operation-no-longer-authorized" {
        "an operation no longer requires the access token", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "The server ignores the token of an old crate; a new crate sends none.",
        example: "`authorization: none` is added.",
        migration: "`{name}` works without keys; nothing to do.",
    }
    ALTERNATIVES_TIGHTENED = "request-alternatives-tightened" {
        "one of several parameters is required now", Request,
        wire: Major, rust: None, behaviour: Major,
        why: "A request without any of them is refused, by the server or before it is sent.",
        example: "`one_of: [[imp_uid, merchant_uid]]` of `payments.cancel` is new.",
        migration: "Set one of these parameters in every request of `{name}`: {after}.",
    }
    ALTERNATIVES_RELAXED = "request-alternatives-relaxed" {
        "fewer parameters are required, or more of them will do", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A request that had one of the parameters is still fine.",
        example: "`one_of: [[imp_uid, merchant_uid]]` of `payments.cancel` goes away.",
        migration: "Required by `{name}` now: {after}; nothing to do.",
    }
    OPERATION_GATEWAY_DROPPED = "operation-gateway-dropped" {
        "a gateway no longer supports an operation", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Requests of merchants at that gateway are refused.",
        example: "`gateways: [nice, kcp]` becomes `gateways: [nice]`.",
        migration: "Call `{name}` only at the gateways that support it.",
    }
    OPERATION_GATEWAY_ADDED = "operation-gateway-added" {
        "one more gateway supports an operation", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests that were rejected may now be accepted.",
        example: "`gateways: [nice]` becomes `gateways: [nice, kcp]`.",
        migration: "New: `{name}` works at more gateways.",
    }
    OPERATION_DEPRECATED = "operation-deprecated" {
        "the docs no longer list an operation", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "Calls still compile, with a warning.",
        example: "`undocumented_since: 2026-07-27` is added.",
        migration: "Replace `{name}`: it may stop working without notice.",
    }
    OPERATION_NO_LONGER_DEPRECATED = "operation-no-longer-deprecated" {
        "the docs list an operation again", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "The compiler no longer warns.",
        example: "`undocumented_since: 2026-07-27` is removed.",
        migration: "Remove `#[allow(deprecated)]` around `{name}`.",
    }
    DEPRECATION_REWORDED = "deprecation-reworded" {
        "the date or the reason of a deprecation changed", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "The text of the compiler's warning changes.",
        example: "`undocumented_since: 2025-11-26` becomes `2026-02-11`.",
        migration: "Read the note on `{name}` again.",
    }
}
