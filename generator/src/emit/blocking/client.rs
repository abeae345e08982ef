//! The blocking client: an async client whose calls are waited for.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::file::{Content, File};
use crate::emit::ident::ident;
use crate::emit::{api_client, client, docs, features};
use crate::model::{Api, PaymentLookup, Section};

/// The file of the client.
pub fn file(api: &Api) -> File {
    let mut modules: Vec<_> = api.sections.iter().collect();
    modules.sort_by_key(|section| &section.name);
    let modules = modules.into_iter().map(|section| {
        let (gate, name) = (features::gate(&section.name), ident(&section.name));
        quote!(#gate pub mod #name;)
    });
    let handles = api.sections.iter().map(handle);
    let verifying = api.payment_lookup.map(|lookup| verifying(api, lookup));
    let (beginnings, api_client) = (client::beginnings(), api_client::tokens(api));
    File {
        path: "src/blocking.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            //! The blocking client, for programs without async.
            //!
            //! Requests, responses, errors and method names are those of the async client. A call blocks its
            //! thread, which may be one of `tokio::task::spawn_blocking`. Within an async task, which must not
            //! block, it is an error and sends nothing.
            //!
            //! ```no_run
            //! # fn main() -> Result<(), portone_v1::Error> {
            //! let client = portone_v1::blocking::Client::from_env()?;
            //! # Ok(())
            //! # }
            //! ```

            #(#modules)*

            pub use portone_v1_runtime::internal::blocking::Paginator;

            /// A client whose calls block.
            ///
            /// Cheap to clone: clones share connections and the access token.
            #[derive(Clone, Debug)]
            pub struct Client {
                inner: crate::Client,
            }

            /// The builder of a [`Client`].
            pub type ClientBuilder = portone_v1_runtime::ClientBuilder<Client>;

            impl Client {
                #beginnings

                /// The same client, with these options for its calls; see [`crate::Client::with`].
                pub fn with(&self, options: CallOptions) -> Self {
                    Self { inner: self.inner.with(options) }
                }

                /// A client that acts for a sub-merchant; see [`crate::Client::with_tier`].
                pub fn with_tier(&self, tier: impl Into<String>) -> Self {
                    Self { inner: self.inner.with_tier(tier) }
                }

                /// Finds out whether the request behind an [`Error::OutcomeUnknown`] was carried out, and blocks for as
                /// long as the [`ReconcilePolicy`](crate::ReconcilePolicy) says; see [`crate::Client::reconcile`].
                ///
                /// ```no_run
                /// use portone_v1::blocking::Client;
                /// use portone_v1::{Error, Reconciled};
                ///
                /// # fn example(client: &Client, error: Error) -> Result<(), Error> {
                /// match client.reconcile(&error)? {
                ///     Reconciled::Done(records) => println!("done: {records:?}"),
                ///     Reconciled::NotDoneYet => println!("nothing seen yet: keep the order open, look again later"),
                ///     other => println!("look it up by hand: {other:?}"),
                /// }
                /// # Ok(())
                /// # }
                /// ```
                ///
                /// # Errors
                /// Those of [`crate::Client::reconcile`].
                pub fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
                    self.wait(self.inner.reconcile(error))
                }

                /// Looks up what the open intents of a journal have become; see [`crate::Client::recover`].
                ///
                /// # Errors
                /// Those of [`crate::Client::recover`].
                pub fn recover(
                    &self,
                    journal: &(impl portone_v1_runtime::Journal + std::clone::Clone),
                ) -> Result<portone_v1_runtime::Recovery, Error> {
                    self.wait(self.inner.recover(journal))
                }

                /// The same with other bounds; see [`crate::Client::recover_with`].
                ///
                /// # Errors
                /// Those of [`crate::Client::recover`].
                pub fn recover_with(
                    &self,
                    journal: &(impl portone_v1_runtime::Journal + std::clone::Clone),
                    policy: portone_v1_runtime::RecoverPolicy,
                ) -> Result<portone_v1_runtime::Recovery, Error> {
                    self.wait(self.inner.recover_with(journal, policy))
                }

                /// Records the outcome of an open intent; see [`crate::Client::close_intent`].
                ///
                /// # Errors
                /// Those of [`crate::Client::close_intent`].
                pub fn close_intent(
                    &self,
                    journal: &(impl portone_v1_runtime::Journal + std::clone::Clone),
                    id: portone_v1_runtime::IntentId,
                    outcome: portone_v1_runtime::Outcome,
                ) -> Result<(), Error> {
                    self.wait(self.inner.close_intent(journal, id, outcome))
                }

                #verifying

                #(#handles)*

                fn wait<T, E: From<Error>>(
                    &self,
                    call: impl Future<Output = Result<T, E>>,
                ) -> Result<T, E> {
                    portone_v1_runtime::internal::blocking::wait(call)
                }
            }

            #api_client

            impl From<Transport> for Client {
                fn from(transport: Transport) -> Self {
                    Self { inner: crate::Client::from(transport) }
                }
            }
        }]),
    }
}

/// Uses full paths, because the imports would be unused without the section of payments.
fn verifying(api: &Api, lookup: PaymentLookup) -> TokenStream {
    let (section, _) = api.operation(lookup.operation);
    let gate = features::gate(&section.name);
    let payment = ident(&api.ty(lookup.payment).name);
    let module = ident(&api.ty(lookup.payment).module);
    quote! {
        /// Verifies the payment that an untrusted request names; see [`crate::verification::UntrustedPayment::verify`].
        ///
        /// # Errors
        /// Those of [`crate::verification::UntrustedPayment::verify`].
        #gate
        pub fn verify(
            &self,
            payment: &impl AsRef<crate::verification::UntrustedPayment>,
            expected: impl Into<crate::verification::Expected> + Send,
        ) -> Result<
            crate::verification::Verified<crate::#module::#payment>,
            crate::verification::VerifyError,
        > {
            self.wait(payment.as_ref().verify(&self.inner, expected))
        }

        /// Reads the payment that an untrusted request names; see [`crate::verification::UntrustedPayment::look_up`].
        ///
        /// # Errors
        /// Those of [`crate::verification::UntrustedPayment::look_up`].
        #gate
        pub fn look_up(
            &self,
            payment: &impl AsRef<crate::verification::UntrustedPayment>,
        ) -> Result<crate::#module::#payment, crate::verification::VerifyError> {
            self.wait(payment.as_ref().look_up(&self.inner))
        }
    }
}

fn handle(section: &Section) -> TokenStream {
    let (name, handle) = (ident(&section.name), ident(&section.handle));
    let documentation = docs::Docs::new(&format!("See [`crate::Client::{name}`].")).tokens();
    let gate = features::gate(&section.name);
    quote! {
        #documentation
        #gate
        pub fn #name(&self) -> #name::#handle<'_> {
            #name::#handle::new(self)
        }
    }
}
