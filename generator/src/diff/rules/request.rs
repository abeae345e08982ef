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
        why: "Requests without it are refused, and `new` takes one more argument.",
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
    }
    PARAMETER_MOVED = "request-parameter-moved" {
        "a parameter was moved to another part of the request", Request,
        wire: Major, rust: None, behaviour: None,
        why: "The server does not find the value from an old crate, and the compiler does not notice.",
        example: "`query.reason` becomes `body.reason`.",
        migration: "Update before the server stops reading `{before}`; programs do not change.",
    }
    PARAMETER_RENAMED_ON_WIRE = "request-parameter-renamed-on-wire" {
        "a parameter was renamed on the wire", Request,
        wire: Major, rust: None, behaviour: None,
        why: "The server does not find the value from an old crate; if the Rust name is unchanged, the compiler does not notice.",
        example: "`channelKey` becomes `channel_key`, both `channel_key` in Rust.",
        migration: "Update before the server stops reading `{before}`.",
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
        wire: None, rust: Major, behaviour: Major,
        why: "If two of them have the same type, old calls compile and swap the values.",
        example: "`new(customer_uid, merchant_uid)` becomes `new(merchant_uid, customer_uid)`.",
        migration: "Put the arguments of every call of `new` in the new order, {after}: the compiler may not notice.",
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
        example: "`type: integer` becomes `type: amount`.",
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
