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
    OMISSION_NOW_EXPLICIT = "request-omission-now-explicit" {
        "omitting a parameter is now explicit", Request,
        wire: None, rust: Major, behaviour: None,
        why: "`new` has an argument for it, so that it is not omitted by accident.",
        example: "`amount?` of `payments.cancel`: `CancelPayment::new(CancelAmount::Full)`.",
        migration: "Pass `{after}` to `new` instead of setting or leaving out `{name}`.",
    }
    OMISSION_NO_LONGER_EXPLICIT = "request-omission-no-longer-explicit" {
        "omitting a parameter is no longer explicit", Request,
        wire: None, rust: Major, behaviour: None,
        why: "`new` no longer takes it, and its enum was removed.",
        example: "`CancelPayment::new(CancelAmount::Full)` becomes `CancelPayment::new()`.",
        migration: "Do not pass `{before}` to `new`; set `{name}` where it is meant.",
    }
    EXPLICIT_OMISSION_RENAMED = "request-explicit-omission-renamed" {
        "an explicit omission's enum or variants were renamed", Request,
        wire: None, rust: Major, behaviour: None,
        why: "Every caller of `new` names them; the wire format does not change.",
        example: "`CancelAmount::Full` becomes `CancelAmount::Everything`.",
        migration: "Write {after} for {before}.",
    }
    RISK_CHANGED = "request-risk-changed" {
        "the risk of omitting a parameter changed", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the warning in the documentation changes.",
        example: "`risk: unchecked` becomes `risk: money`.",
        migration: "Read the documentation of `{name}` again.",
    }
    OMISSION_DOCUMENTED = "request-omission-documented" {
        "the effect of omitting a parameter is now documented", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "The server's behaviour does not change; only the documentation is added.",
        example: "`omitted: Every schedule is cancelled.` is added.",
        migration: "Read the effect of omitting `{name}`: {after}",
    }
    OMISSION_CHANGED = "request-omission-changed" {
        "the documented effect of omitting a parameter changed", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A program that omits it may behave differently now; read the documentation.",
        example: "`omitted: One is cancelled.` becomes `omitted: All are cancelled.`",
        migration: "Check every request without `{name}`: {after}",
    }
    DEFAULT_DOCUMENTED = "request-default-documented" {
        "a default is now documented", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "The server's behaviour does not change; only the documentation is added.",
        example: "`default: card` is added.",
        migration: "Read the default of `{name}`: `{after}`.",
    }
    DEFAULT_CHANGED = "request-default-changed" {
        "a default changed", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The meaning of a request without the parameter changes.",
        example: "`default: card` becomes `default: vbank`.",
        migration: "Set `{name}` to `{before}` where that is intended.",
    }
    LENGTH_TIGHTENED = "request-length-tightened" {
        "the maximum length of a parameter decreased", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A longer text is rejected before it is sent.",
        example: "`max_length: 40` becomes `max_length: 32`.",
        migration: "Keep `{name}` to {after}.",
    }
    LENGTH_RELAXED = "request-length-relaxed" {
        "the maximum length of a parameter increased", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A text that was rejected is now sent.",
        example: "`max_length: 32` becomes `max_length: 40`.",
        migration: "`{name}` may have {after}.",
    }
    RANGE_TIGHTENED = "request-range-tightened" {
        "a parameter's range is narrower", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A number out of the range is rejected before it is sent.",
        example: "`maximum: 100` becomes `maximum: 50`.",
        migration: "Keep `{name}` in the range {after}.",
    }
    RANGE_RELAXED = "request-range-relaxed" {
        "a parameter's range is wider", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A number that was rejected is now sent.",
        example: "`maximum: 50` becomes `maximum: 100`.",
        migration: "`{name}` may be in the range {after}.",
    }
    GATEWAY_RULE_TIGHTENED = "request-gateway-rule-tightened" {
        "a gateway now requires a parameter, or no longer supports it", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Requests that were valid at that gateway are rejected, or a value in them is ignored.",
        example: "`kcp: required` is added.",
        migration: "At these gateways, follow the rules of `{name}`: {after}.",
    }
    GATEWAY_RULE_RELAXED = "request-gateway-rule-relaxed" {
        "a gateway's rule for a parameter was relaxed", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests that were rejected at that gateway may be accepted.",
        example: "`kcp: required` becomes `kcp: optional`.",
        migration: "The rules of `{name}` are relaxed at some gateways: {after}.",
    }
    CONDITION_TIGHTENED = "request-condition-tightened" {
        "a parameter is required in more cases", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Requests without it are rejected if another parameter has one of the codes.",
        example: "`required_when: { type: sms }` becomes `{ type: [sms, email] }`.",
        migration: "Set `{name}` when {after}.",
    }
    CONDITION_RELAXED = "request-condition-relaxed" {
        "a parameter is required in fewer cases", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests without it that were rejected are now accepted.",
        example: "`required_when: { type: sms }` is removed.",
        migration: "`{name}` may be omitted in more cases.",
    }
}
