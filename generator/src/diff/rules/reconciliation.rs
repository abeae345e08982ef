//! Rules for what follows a lost response: idempotency, reconciliation, and proof of a missing record.

rules! {
    NO_LONGER_IDEMPOTENT = "operation-no-longer-idempotent" {
        "an operation is no longer idempotent", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The client no longer sends it again after a lost response: the call ends with `OutcomeUnknown`, and a journal records its intent.",
        example: "`idempotent: true` becomes `idempotent: false`.",
        migration: "Handle `OutcomeUnknown` of `{name}` with `reconcile`, and do not send it again in a loop of your own.",
        money: true,
    }
    NOW_IDEMPOTENT = "operation-now-idempotent" {
        "an operation is now idempotent", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The client itself sends it again after a lost response, and a journal no longer records its intent.",
        example: "`idempotent: false` becomes `idempotent: true`.",
        migration: "Make sure that `{name}` has no second effect when it is sent again, and that nothing waits for its `OutcomeUnknown` or its intent.",
        money: true,
    }
    RECONCILIATION_ADDED = "reconciliation-added" {
        "an operation can now be reconciled", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "The outcome of a lost response can now be looked up.",
        example: "`payments.cancel` is looked up with `payments.get`.",
        migration: "After a lost response of `{name}`, `reconcile` looks it up with {after}.",
    }
    RECONCILIATION_REMOVED = "reconciliation-removed" {
        "an operation can no longer be reconciled", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A program that relies on the look-up no longer learns the outcome of a request that moves money.",
        example: "`payments.cancel` is no longer looked up with `payments.get`.",
        migration: "`reconcile` does not support `{name}` any more: check the outcome by hand.",
        money: true,
    }
    RECONCILIATION_CHANGED = "reconciliation-changed" {
        "an operation is reconciled differently", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The outcome of the same lost response may now be judged differently.",
        example: "`expect: exists` becomes `expect: state`.",
        migration: "Read how `reconcile` judges `{name}` now: {after}.",
        money: true,
    }
    RECONCILIATION_READ_RENAMED = "reconciliation-read-renamed" {
        "the read that reconciles an operation, or a key of it, was renamed", Request,
        wire: None, rust: Patch, behaviour: Minor,
        why: "The same route is read with the same keys, but open intents in the journal of an old crate name the read as it was, so `recover` cannot look them up.",
        example: "`payments.get` becomes `payments.read`.",
        migration: "If there is a journal, recover its open intents of `{name}` before updating.",
    }
    NOT_FOUND_ADDED = "not-found-added" {
        "another answer of a read proves that there is no record", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "An answer that told nothing now shows that a lost request is not done yet, or that it has removed a record.",
        example: "`not_found: [{ status: 404, codes: [-1] }]` of `payments.find` is new.",
        migration: "`reconcile` believes that a record is missing when `{name}` answers {after}.",
        money: true,
    }
    NOT_FOUND_CHANGED = "not-found-changed" {
        "an answer of a read no longer proves that there is no record", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A lost request that was taken for not done yet, or a record for removed, is unclear now.",
        example: "`codes: [-1, 1]` of `payments.find` becomes `codes: [-1]`.",
        migration: "Read how `reconcile` judges the answers of `{name}` now: {after}.",
        money: true,
    }
}
