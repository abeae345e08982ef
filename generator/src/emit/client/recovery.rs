//! The methods of a client that recover the intents of a journal.

use proc_macro2::TokenStream;
use quote::quote;

/// The methods.
pub fn methods() -> TokenStream {
    quote! {
        /// Looks up what the open intents of a journal have become, oldest first, with reads that change nothing: the
        /// requests of processes that died, of futures that were dropped, and with unknown outcomes.
        ///
        /// It can be run at any time, again, and by several processes at once: at the start of a program, and every
        /// few minutes. It looks once at each intent, at 100 of them for a minute at most, and acts on no money
        /// itself. What was found to be done, declined or not done is closed in the journal. The rest stays open
        /// and is reported again, until it is known, or closed with [`close_intent`](Self::close_intent). If there are
        /// more than 100, [`Recovery::next`](crate::Recovery::next) continues.
        ///
        /// A request of which nothing is to be seen counts as not done 15 minutes after the deadline of its call. Two
        /// refunds that expect the same balance are told apart only if the server answered one of them. A
        /// record that a request outside the journal has made, with the same keys and amount, counts as that of the
        /// intent.
        ///
        /// ```no_run
        /// use portone_v1::{Client, Error, MemoryJournal, Recovered};
        ///
        /// # async fn example(client: &Client, journal: &MemoryJournal) -> Result<(), Error> {
        /// for found in client.recover(journal).await?.intents {
        ///     let order = found.intent.label().unwrap_or("without a label");
        ///     match found.result {
        ///         Recovered::Done(_) => println!("{order}: done"),
        ///         Recovered::Declined(_) => println!("{order}: the payment was declined"),
        ///         Recovered::NotDone(_) => println!("{order}: not done"),
        ///         Recovered::StillOpen(_) => println!("{order}: look again later"),
        ///         Recovered::Undecidable(reason, _) => println!("{order}: look at {:?}: {reason}", found.intent),
        ///         _ => {}
        ///     }
        /// }
        /// # Ok(())
        /// # }
        /// ```
        ///
        /// # Errors
        /// [`Error::Journal`] if the journal cannot be read. Failures of reads are in the report.
        pub async fn recover(
            &self,
            journal: &(impl portone_v1_runtime::Journal + std::clone::Clone),
        ) -> Result<portone_v1_runtime::Recovery, Error> {
            self.recover_with(journal, portone_v1_runtime::RecoverPolicy::new()).await
        }

        /// The same as [`recover`](Self::recover), with other bounds.
        ///
        /// # Errors
        /// Those of [`recover`](Self::recover).
        pub async fn recover_with(
            &self,
            journal: &(impl portone_v1_runtime::Journal + std::clone::Clone),
            policy: portone_v1_runtime::RecoverPolicy,
        ) -> Result<portone_v1_runtime::Recovery, Error> {
            let journal = std::sync::Arc::new(journal.clone());
            self.0.recover(&crate::reconcile_reads::TABLE, journal, policy).await
        }

        /// Records the outcome of an open intent: that which recovery has found, or
        /// [`Outcome::ClosedByHand`](crate::Outcome::ClosedByHand) after a person has looked it up.
        ///
        /// # Errors
        /// [`Error::Journal`] if it cannot be recorded.
        pub async fn close_intent(
            &self,
            journal: &(impl portone_v1_runtime::Journal + std::clone::Clone),
            id: portone_v1_runtime::IntentId,
            outcome: portone_v1_runtime::Outcome,
        ) -> Result<(), Error> {
            self.0.close_intent(std::sync::Arc::new(journal.clone()), id, outcome).await
        }
    }
}
