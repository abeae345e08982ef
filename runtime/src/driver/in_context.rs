//! The context of `tracing` in tasks.

/// The task, with the span and the subscriber of this thread.
#[cfg(feature = "tracing")]
pub(super) fn in_context<F: Future>(task: F) -> impl Future<Output = F::Output> + use<F> {
    use tracing::instrument::{Instrument, WithSubscriber};
    task.in_current_span().with_current_subscriber()
}

#[cfg(not(feature = "tracing"))]
pub(super) fn in_context<F: Future>(task: F) -> F {
    task
}
