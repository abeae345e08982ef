//! Rules for what follows a lost response: idempotency, reconciliation, and proof of a missing record.

rules! {
    NO_LONGER_IDEMPOTENT = "operation-no-longer-idempotent" {
        "an operation is no longer idempotent", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A program that retries after a lost response may now charge, refund or create twice.",
        example: "`idempotent: true` becomes `idempotent: false`.",
        migration: "Do not retry `{name}` automatically: after a lost response, reconcile first.",
    }
    NOW_IDEMPOTENT = "operation-now-idempotent" {
        "an operation is now idempotent", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "Programs may now retry after a lost response.",
        example: "`idempotent: false` becomes `idempotent: true`.",
        migration: "`{name}` may be retried after a lost response.",
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
    }
    RECONCILIATION_CHANGED = "reconciliation-changed" {
        "an operation is reconciled differently", Request,
        wire: None, rust: None, behaviour: Major,
        why: "The outcome of the same lost response may now be judged differently.",
        example: "`expect: exists` becomes `expect: state`.",
        migration: "Read how `reconcile` judges `{name}` now: {after}.",
    }
    RECONCILIATION_READ_RENAMED = "reconciliation-read-renamed" {
        "the read that reconciles an operation was renamed", Request,
        wire: None, rust: Patch, behaviour: None,
        why: "The same route is read with the same keys; only the name in the documentation changes.",
        example: "`payments.get` becomes `payments.read`.",
        migration: "Nothing to do.",
    }
    NOT_FOUND_ADDED = "not-found-added" {
        "another answer of a read proves that there is no record", Request,
        wire: None, rust: None, behaviour: Minor,
        why: "An answer that told nothing now shows that a lost request is not done yet, or that it has removed a record.",
        example: "`not_found: [{ status: 404, codes: [-1] }]` of `payments.find` is new.",
        migration: "`reconcile` believes that a record is missing when `{name}` answers {after}.",
    }
    NOT_FOUND_CHANGED = "not-found-changed" {
        "an answer of a read no longer proves that there is no record", Request,
        wire: None, rust: None, behaviour: Major,
        why: "A lost request that was taken for not done yet, or a record for removed, is unclear now.",
        example: "`codes: [-1, 1]` of `payments.find` becomes `codes: [-1]`.",
        migration: "Read how `reconcile` judges the answers of `{name}` now: {after}.",
    }
}
