//! Rules for constraints on parameters: lengths, ranges, gateways and conditions.

rules! {
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
        migration: "Follow the rules of `{name}` at these gateways.",
    }
    GATEWAY_RULE_RELAXED = "request-gateway-rule-relaxed" {
        "a gateway's rule for a parameter was relaxed", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests that were rejected at that gateway may be accepted.",
        example: "`kcp: required` becomes `kcp: optional`.",
        migration: "The rules of `{name}` at these gateways are relaxed.",
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
