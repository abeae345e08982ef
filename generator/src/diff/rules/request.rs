//! Rules for requests: parameters of requests, and fields of records in their bodies.

rules! {
    PARAMETER_NOW_REQUIRED = "request-parameter-now-required" {
        "an optional parameter is required now", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "Requests without it are refused, and it moves from a setter to an argument of `new`.",
        example: "`pg?` of `vbanks.issue` becomes `pg`: `IssueVbank::new(…).pg(x)` becomes `IssueVbank::new(…, x)`.",
        migration: "Pass `{name}` to `new` instead of setting it.",
    }
    PARAMETER_NOW_OPTIONAL = "request-parameter-now-optional" {
        "a required parameter is optional now", Request,
        wire: None, rust: Major, behaviour: None,
        why: "It moves from an argument of `new` to a setter; requests that carry it are still fine.",
        example: "`pg` of `vbanks.issue` becomes `pg?`: `IssueVbank::new(…, x)` becomes `IssueVbank::new(…).pg(x)`.",
        migration: "Set `{name}` instead of passing it to `new`.",
    }
    REQUIRED_PARAMETER_ADDED = "request-required-parameter-added" {
        "a required parameter is new", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "Requests without it are refused, and `new` takes one more argument.",
        example: "`channel_key` of `vbanks.issue` is new.",
        migration: "Pass `{name}` to `new`.",
    }
    OPTIONAL_PARAMETER_ADDED = "request-optional-parameter-added" {
        "an optional parameter is new", Request,
        wire: None, rust: Minor, behaviour: None,
        why: "A setter comes in addition, and requests without it are still fine.",
        example: "`notice_url?` of `vbanks.issue` is new.",
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
        "a parameter is gone", Request,
        wire: Major, rust: Major, behaviour: Major,
        why: "The server ignores or refuses what old programs say with it, and its argument or setter is gone.",
        example: "`pg` of `vbanks.issue` goes away.",
        migration: "Remove `{name}`, and make sure that the request is still meant without it.",
    }
    PARAMETER_MOVED = "request-parameter-moved" {
        "a parameter goes in another part of the request", Request,
        wire: Major, rust: None, behaviour: None,
        why: "The server does not find what an old crate sends, and no compiler notices.",
        example: "`query.reason` becomes `body.reason`.",
        migration: "Update before the server stops reading `{before}`; programs stay as they are.",
    }
    PARAMETER_RENAMED_ON_WIRE = "request-parameter-renamed-on-wire" {
        "a parameter has another name on the wire", Request,
        wire: Major, rust: None, behaviour: None,
        why: "The server does not find what an old crate sends; where the Rust name stays, no compiler notices.",
        example: "`channelKey` becomes `channel_key`, both `channel_key` in Rust.",
        migration: "Update before the server stops reading `{before}`.",
    }
    ARGUMENT_RENAMED = "request-argument-renamed" {
        "an argument of `new` has another name", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Arguments go by their position, so the name is documentation.",
        example: "`new(imp_uid)` becomes `new(payment_uid)`.",
        migration: "Nothing to do.",
    }
    SETTER_RENAMED = "request-setter-renamed" {
        "a setter has another name", Request,
        wire: None, rust: Major, behaviour: None,
        why: "Callers name it; what goes over the wire stays.",
        example: "`.pg(x)` becomes `.gateway(x)`.",
        migration: "Write `{name}`: `{after}` instead of `{before}`.",
    }
    ARGUMENTS_REORDERED = "request-arguments-reordered" {
        "the arguments of `new` stand in another order", Request,
        wire: None, rust: Major, behaviour: Major,
        why: "Where two of them take the same type, old calls compile and send each value in the other's place.",
        example: "`new(customer_uid, merchant_uid)` becomes `new(merchant_uid, customer_uid)`.",
        migration: "Put the arguments of every call of `new` in the new order, {after}: the compiler may not notice.",
    }
    PARAMETERS_REORDERED = "request-parameters-reordered" {
        "parameters stand in another order", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Only the order of setters in the documentation is another.",
        example: "`reason?` comes before `amount?`.",
        migration: "Nothing to do.",
    }
    PARAMETER_RETYPED = "request-parameter-retyped" {
        "a parameter has another type", Request,
        wire: Major, rust: Major, behaviour: None,
        why: "The server expects other JSON, and callers give the old type.",
        example: "`type: string` becomes `type: [string]`.",
        migration: "Give the new type: `{after}` instead of `{before}`.",
    }
    PARAMETER_RETYPED_SAME_JSON = "request-parameter-retyped-same-json" {
        "a parameter has another type that is the same JSON", Request,
        wire: None, rust: Major, behaviour: None,
        why: "Requests stay as they are on the wire, but callers give the old type.",
        example: "`type: integer` becomes `type: amount`.",
        migration: "Give the new type: `{after}` instead of `{before}`.",
    }
    PARAMETER_WIDENED = "request-parameter-widened" {
        "a parameter takes what it took, and more", Request,
        wire: None, rust: Minor, behaviour: None,
        why: "An argument that takes amounts takes integers too, and requests stay as they are on the wire.",
        example: "`type: integer` becomes `type: amount`.",
        migration: "New: `{after}` instead of `{before}`; callers stay as they are.",
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
        why: "Every caller of `new` names them; what goes over the wire stays.",
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
        "it is said now what leaving a parameter out does", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "The server has done so all along; only the documentation is new.",
        example: "`omitted: Every schedule is cancelled.` is new.",
        migration: "Read what leaving out `{name}` does: {after}",
    }
    OMISSION_CHANGED = "request-omission-changed" {
        "something else is said of leaving a parameter out", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A program that leaves it out may do something else now, and only a reader can tell.",
        example: "`omitted: One is cancelled.` becomes `omitted: All are cancelled.`",
        migration: "Check every request without `{name}`: {after}",
    }
    DEFAULT_DOCUMENTED = "request-default-documented" {
        "a default is documented now", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "The server has taken it all along; only the documentation is new.",
        example: "`default: card` is new.",
        migration: "Read what leaving out `{name}` means: `{after}`.",
    }
    DEFAULT_CHANGED = "request-default-changed" {
        "a default is another", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A request without the parameter means something else now.",
        example: "`default: card` becomes `default: vbank`.",
        migration: "Set `{name}` to `{before}` where that is meant.",
    }
    LENGTH_TIGHTENED = "request-length-tightened" {
        "a parameter may have fewer characters", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A longer text is refused before it is sent.",
        example: "`max_length: 40` becomes `max_length: 32`.",
        migration: "Keep `{name}` to {after}.",
    }
    LENGTH_RELAXED = "request-length-relaxed" {
        "a parameter may have more characters", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A text that was refused is sent.",
        example: "`max_length: 32` becomes `max_length: 40`.",
        migration: "`{name}` may have {after}.",
    }
    RANGE_TIGHTENED = "request-range-tightened" {
        "a parameter's range is narrower", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A number out of the range is refused before it is sent.",
        example: "`maximum: 100` becomes `maximum: 50`.",
        migration: "Keep `{name}` in the range {after}.",
    }
    RANGE_RELAXED = "request-range-relaxed" {
        "a parameter's range is wider", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "A number that was refused is sent.",
        example: "`maximum: 50` becomes `maximum: 100`.",
        migration: "`{name}` may be in the range {after}.",
    }
    GATEWAY_RULE_TIGHTENED = "request-gateway-rule-tightened" {
        "a gateway newly requires a parameter, or does not take it any more", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Requests that were fine at that gateway are refused, or a value in them is ignored.",
        example: "`kcp: required` is new.",
        migration: "At the gateways concerned, follow the rules of `{name}`: {after}.",
    }
    GATEWAY_RULE_RELAXED = "request-gateway-rule-relaxed" {
        "a gateway asks for less", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests that were refused at that gateway may be taken.",
        example: "`kcp: required` becomes `kcp: optional`.",
        migration: "`{name}` is freer at some gateways: {after}.",
    }
    CONDITION_TIGHTENED = "request-condition-tightened" {
        "a parameter is required in more cases", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Requests without it are refused where another parameter has one of the codes.",
        example: "`required_when: { type: sms }` becomes `{ type: [sms, email] }`.",
        migration: "Set `{name}` when {after}.",
    }
    CONDITION_RELAXED = "request-condition-relaxed" {
        "a parameter is required in fewer cases", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests without it are taken where they were refused.",
        example: "`required_when: { type: sms }` goes away.",
        migration: "`{name}` may be left out in more cases.",
    }
}
