//! Rules for omitted parameters: explicit omissions, documented effects, defaults.

rules! {
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
        money: true,
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
        money: true,
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
        money: true,
    }
}
