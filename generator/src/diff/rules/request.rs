//! Rules for requests: parameters of requests, and fields of records in their bodies.

rules! {
    PARAMETER_NOW_REQUIRED = "request-parameter-now-required" {
        "an optional parameter is now required", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "Requests without it are refused, and it moves from a setter to an argument of `new`.",
        example: "`pg?` of `vbanks.issue` becomes `pg`: `IssueVbank::new(…).pg(x)` becomes `IssueVbank::new(…, x)`.",
        migration: "Pass `{name}` to `new` instead of setting it.",
    }
    PARAMETER_NOW_OPTIONAL = "request-parameter-now-optional" {
        "a required parameter is now optional", Request,
        wire: None, rust: Major, behaviour: None,
        why: "It moves from an argument of `new` to a setter; requests with it are still valid.",
        example: "`pg` of `vbanks.issue` becomes `pg?`: `IssueVbank::new(…, x)` becomes `IssueVbank::new(…).pg(x)`.",
        migration: "Set `{name}` instead of passing it to `new`.",
    }
    REQUIRED_PARAMETER_ADDED = "request-required-parameter-added" {
        "a required parameter was added", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "Requests without it are refused, and `new` has an argument for it.",
        example: "`channel_key` of `vbanks.issue` is added.",
        migration: "Pass `{name}` to `new`.",
    }
    OPTIONAL_PARAMETER_ADDED = "request-optional-parameter-added" {
        "an optional parameter was added", Request,
        wire: None, rust: Minor, behaviour: None,
        why: "A setter is added, and requests without it are still valid.",
        example: "`notice_url?` of `vbanks.issue` is added.",
        migration: "New: `{name}`.",
    }
    EXPLICIT_OMISSION_ADDED = "request-explicit-omission-added" {
        "a parameter with an explicit omission was added", Request,
        wire: None, rust: Major, behaviour: None,
        why: "Requests without it are still valid, but `new` has an argument for it.",
        example: "`amount?` of `payments.cancel` is new, with `CancelAmount::{Full, Partial}`.",
        migration: "Pass a value for `{name}`, or its omission, to `new`.",
    }
    PARAMETER_REMOVED = "request-parameter-removed" {
        "a parameter was removed", Request,
        wire: Major, rust: Major, behaviour: Major,
        why: "The server ignores or rejects the value from old programs, and its argument or setter is removed.",
        example: "`pg` of `vbanks.issue` is removed.",
        migration: "Remove `{name}`, and check that the request is still intended without it.",
        money: true,
    }
    PARAMETER_MOVED = "request-parameter-moved" {
        "a parameter was moved to another part of the request", Request,
        wire: Major, rust: None, behaviour: None,
        why: "The server does not find the value from an old crate, and the compiler does not notice.",
        example: "`query.reason` becomes `body.reason`.",
        migration: "Update before the server stops reading `{before}`; programs do not change.",
        money: true,
    }
    PARAMETER_RENAMED_ON_WIRE = "request-parameter-renamed-on-wire" {
        "a parameter was renamed on the wire", Request,
        wire: Major, rust: None, behaviour: None,
        why: "The server does not find the value from an old crate; if the Rust name is unchanged, the compiler does not notice.",
        example: "`channelKey` becomes `channel_key`, both `channel_key` in Rust.",
        migration: "Update before the server stops reading `{before}`.",
        money: true,
    }
    ARGUMENT_RENAMED = "request-argument-renamed" {
        "an argument of `new` was renamed", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Arguments are positional, so the name is documentation.",
        example: "`new(imp_uid)` becomes `new(payment_uid)`.",
        migration: "Nothing to do.",
    }
    SETTER_RENAMED = "request-setter-renamed" {
        "a setter was renamed", Request,
        wire: None, rust: Major, behaviour: None,
        why: "Callers name it; the wire format does not change.",
        example: "`.pg(x)` becomes `.gateway(x)`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    ARGUMENTS_REORDERED = "request-arguments-reordered" {
        "the arguments of `new` were reordered", Request,
        wire: None, rust: Major, behaviour: None,
        why: "Their types differ, so the compiler rejects old calls of `new`.",
        example: "`new(order_id: impl Into<String>, depot_id: i64)` becomes `new(depot_id, order_id)`.",
        migration: "Put the arguments of every call of `new` in the new order, `{after}`.",
    }
    ARGUMENTS_SWAPPED = "request-arguments-swapped" {
        "old calls of `new` compile, and send a value under another name", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Arguments are positional: one with a type that fits has taken the place of another, and the compiler does not notice.",
        example: "`new(pg)` becomes `new(channel_key)`: what was sent as `pg` is sent as `channel_key`.",
        migration: "Change every call by hand to `{after}`.",
        money: true,
    }
    SETTERS_SWAPPED = "request-setters-swapped" {
        "old calls of a setter compile, and send the value under another name", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The name of one setter is now that of another, whose type fits, so the compiler does not notice.",
        example: "`.tax_free(x)` and `.vat_amount(x)` change places.",
        migration: "Change every call of these setters by hand: {moves}.",
        money: true,
    }
    PARAMETERS_REORDERED = "request-parameters-reordered" {
        "parameters were reordered", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the order of setters in the documentation changes.",
        example: "`reason?` comes before `amount?`.",
        migration: "Nothing to do.",
    }
    PARAMETER_RETYPED = "request-parameter-retyped" {
        "a parameter has a different type", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "The server expects different JSON, and callers pass the old type.",
        example: "`type: string` becomes `type: [string]`.",
        migration: "Pass the new type: `{after}` instead of `{before}`.",
    }
    PARAMETER_RETYPED_SAME_JSON = "request-parameter-retyped-same-json" {
        "a parameter has a different type with the same JSON", Request,
        wire: None, rust: Major, behaviour: None,
        why: "The wire format does not change, but callers pass the old type.",
        example: "`type: string` becomes `type: Bank`.",
        migration: "Pass the new type: `{after}` instead of `{before}`.",
    }
    PARAMETER_NARROWED = "request-parameter-narrowed" {
        "a parameter accepts fewer values than before", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate sends fractions, which are refused, and callers pass the old type.",
        example: "`type: amount` becomes `type: integer`.",
        migration: "Pass the new type: `{after}` instead of `{before}`.",
    }
    PARAMETER_WIDENED = "request-parameter-widened" {
        "a parameter accepts more values than before", Request,
        wire: None, rust: Minor, behaviour: None,
        why: "An argument that accepts amounts also accepts integers, and the wire format does not change.",
        example: "`type: integer` becomes `type: amount`.",
        migration: "New: `{after}` instead of `{before}`; callers do not change.",
    }
}
