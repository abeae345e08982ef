//! Operations: names, routes, promises and answers.

rules! {
    OPERATION_ADDED = "operation-added" {
        "an operation is new", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "A method and a request struct come in addition.",
        example: "`client.payments().balance(&request)`.",
        migration: "New: `{name}` calls `{after}`.",
    }
    OPERATION_REMOVED = "operation-removed" {
        "an operation is gone", Both,
        wire: Major, rust: Major, behaviour: None,
        why: "The server no longer answers it, and its method and request struct are gone.",
        example: "`client.tiers().delete(&request)` goes away.",
        migration: "Remove calls of `{name}`: `{before}` is no longer part of the API.",
    }
    OPERATION_RENAMED = "operation-renamed" {
        "an operation of the same route has another name", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "The method takes the new name; what goes over the wire stays.",
        example: "`client.vbanks().issue(…)` becomes `client.vbanks().create(…)`.",
        migration: "Call `{after}` instead of `{before}`.",
    }
    OPERATION_MOVED = "operation-moved" {
        "an operation of the same route is in another section", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Its method is on another handle, and its request struct in another module behind another feature.",
        example: "`client.payments().schedule(…)` becomes `client.schedules().create(…)`.",
        migration: "Call `{after}` instead of `{before}`, and switch on the feature of its section.",
    }
    REQUEST_STRUCT_RENAMED = "request-struct-renamed" {
        "a request struct has another name", Crate,
        wire: None, rust: Major, behaviour: None,
        why: "Every caller names the struct to make a request.",
        example: "`IssueVbank` becomes `CreateVbank`.",
        migration: "Write `{after}` for `{before}`.",
    }
    ROUTE_CHANGED = "operation-route-changed" {
        "an operation is called at another route", Request,
        wire: Major, rust: None, behaviour: None,
        why: "An old crate calls a route that no longer answers, and no compiler notices.",
        example: "`POST /payments/cancel` becomes `POST /refunds`.",
        migration: "Update before the server stops answering `{before}`; programs stay as they are.",
    }
    PLACEHOLDER_RENAMED = "path-placeholder-renamed" {
        "a placeholder of a route has another name", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "Only its value goes into the path, so the name is documentation.",
        example: "`GET /payments/{imp_uid}` becomes `GET /payments/{payment_uid}`.",
        migration: "Nothing to do.",
    }
    NOW_AUTHORIZED = "operation-now-authorized" {
        "an operation needs the access token now", Request,
        wire: Major, rust: None, behaviour: Minor,
        why: "An old crate sends none and is refused with 401.",
        example: "`authorization: none` goes away.",
        migration: "Update, and set up the client with keys: `{name}` needs the access token.",
    }
    NO_LONGER_AUTHORIZED = "operation-no-longer-authorized" {
        "an operation needs no access token any more", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "The token of an old crate does no harm; the new one sends none.",
        example: "`authorization: none` is new.",
        migration: "`{name}` works without keys; nothing to do.",
    }
    NO_LONGER_REPEATABLE = "operation-no-longer-repeatable" {
        "an operation is no longer safe to send twice", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A program that tries again after a lost answer may now charge, refund or create twice.",
        example: "`idempotent: true` becomes `idempotent: false`.",
        migration: "Never send `{name}` again by itself: after a lost answer, find out what happened first.",
    }
    NOW_REPEATABLE = "operation-now-repeatable" {
        "an operation is safe to send twice now", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Programs may try again after a lost answer where they could not.",
        example: "`idempotent: false` becomes `idempotent: true`.",
        migration: "`{name}` may be sent again after a lost answer.",
    }
    RECONCILIATION_ADDED = "reconciliation-added" {
        "what became of a lost request can be found out now", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "An error that told nothing can now be looked up.",
        example: "`payments.cancel` is looked up with `payments.get`.",
        migration: "After a lost answer of `{name}`, `reconcile` looks it up with {after}.",
    }
    RECONCILIATION_REMOVED = "reconciliation-removed" {
        "what became of a lost request can no longer be found out", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A program that relies on the lookup is left without an answer about money.",
        example: "`payments.cancel` is no longer looked up with `payments.get`.",
        migration: "`reconcile` tells nothing about `{name}` any more: have a person look.",
    }
    RECONCILIATION_CHANGED = "reconciliation-changed" {
        "what became of a lost request is found out in another way", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The same lost answer may now be taken for done where it was taken for not done.",
        example: "`expect: exists` becomes `expect: state`.",
        migration: "Read how `reconcile` judges `{name}` now: {after}.",
    }
    RECONCILIATION_READ_RENAMED = "reconciliation-read-renamed" {
        "the read that a lost request is looked up with has another name", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "The same route is read with the same keys; only the name in the documentation is another.",
        example: "`payments.get` becomes `payments.read`.",
        migration: "Nothing to do.",
    }
    OPERATION_GATEWAY_DROPPED = "operation-gateway-dropped" {
        "an operation is no longer supported by a gateway", Request,
        wire: None, rust: None, behaviour: Major,
        why: "Requests of merchants at that gateway are refused.",
        example: "`gateways: [nice, kcp]` becomes `gateways: [nice]`.",
        migration: "Do not call `{name}` at gateways other than {after}.",
    }
    OPERATION_GATEWAY_ADDED = "operation-gateway-added" {
        "an operation is supported by one more gateway", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Requests that were refused may now be taken.",
        example: "`gateways: [nice]` becomes `gateways: [nice, kcp]`.",
        migration: "`{name}` works at more gateways: {after}.",
    }
    OPERATION_DEPRECATED = "operation-deprecated" {
        "the docs no longer list an operation", Crate,
        wire: None, rust: Minor, behaviour: None,
        why: "Calls still compile, with a warning.",
        example: "`undocumented_since: 2026-07-27` is new.",
        migration: "Look for another way than `{name}`: it may stop working without notice.",
    }
    OPERATION_NO_LONGER_DEPRECATED = "operation-no-longer-deprecated" {
        "the docs list an operation again", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "A warning of the compiler goes away.",
        example: "`undocumented_since: 2026-07-27` goes away.",
        migration: "Remove `#[allow(deprecated)]` around `{name}`.",
    }
    DEPRECATION_REWORDED = "deprecation-reworded" {
        "a deprecation gives another date or reason", Crate,
        wire: None, rust: Patch, behaviour: None,
        why: "The compiler's warning says something else.",
        example: "`undocumented_since: 2025-11-26` becomes `2026-02-11`.",
        migration: "Read the note on `{name}` again.",
    }
    ANSWER_ADDED = "answer-added" {
        "an operation that answered nothing answers something", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The method's `Result<(), Error>` gets a value; an old crate does not look at it.",
        example: "`returns: none` becomes `returns: Voucher`.",
        migration: "Take the `{after}` that `{name}` answers, or drop it where `()` is expected.",
    }
    ANSWER_REMOVED = "answer-removed" {
        "an operation answers nothing any more", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read the answer, and the value is gone from the method.",
        example: "`returns: Voucher` becomes `returns: none`.",
        migration: "`{name}` answers `()` instead of `{before}`.",
    }
    ANSWER_RETYPED = "answer-retyped" {
        "an operation answers another type", Response,
        wire: Major, rust: Major, behaviour: None,
        why: "An old crate cannot read the answer, and callers expect the old type.",
        example: "`returns: Payment` becomes `returns: [Payment]`.",
        migration: "Take `{after}` from `{name}` instead of `{before}`.",
    }
    ANSWER_RETYPED_STILL_READ = "answer-retyped-still-read" {
        "an operation answers another type, which old crates can read", Response,
        wire: None, rust: Major, behaviour: None,
        why: "The JSON still fits the old type, but callers expect the old type in Rust.",
        example: "`returns: [integer]` becomes `returns: [amount]`.",
        migration: "Take `{after}` from `{name}` instead of `{before}`.",
    }
    DOCUMENTED_ERRORS_CHANGED = "documented-errors-changed" {
        "other statuses are documented", Response,
        wire: None, rust: Patch, behaviour: None,
        why: "Errors are read whichever statuses are documented.",
        example: "`404: No such payment.` is new.",
        migration: "Read the errors of `{name}` again.",
    }
}
