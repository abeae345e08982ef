//! The client: a handle for each section.

mod recovery;

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{Content, File};
use super::ident::ident;
use super::{api_client, docs, features, markdown};
use crate::model::{Api, Section};

/// The file of the client.
pub fn file(api: &Api) -> File {
    let handles = api.sections.iter().map(handle);
    let (beginnings, api_client) = (beginnings(), api_client::tokens(api));
    let recovery = recovery::methods();
    File {
        path: "src/client.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            //! The client.

            /// A client of the API.
            ///
            /// Cheap to clone: clones share connections and the access token.
            ///
            /// Dropping the future of a call does not take the request back: a timeout around it, a closed connection
            /// of a web server's client or the end of a runtime drops futures, and the request may still be carried
            /// out. Of requests that must not be sent twice, a [journal](ClientBuilder::journal) keeps what was left open,
            /// also when the process dies.
            #[derive(Clone, Debug)]
            pub struct Client(pub(crate) Transport);

            /// The builder of a [`Client`].
            pub type ClientBuilder = portone_v1_runtime::ClientBuilder<Client>;

            impl Client {
                #beginnings

                /// The same client, with these options for its calls: timeout, deadline, retries, tier,
                /// label, recorder.
                ///
                /// It shares connections and the access token with this one.
                pub fn with(&self, options: CallOptions) -> Self {
                    Self(self.0.with(options))
                }

                /// A client that acts for a sub-merchant: its calls have the `Tier` header.
                ///
                /// It shares connections and the access token with this one.
                pub fn with_tier(&self, tier: impl Into<String>) -> Self {
                    Self(self.0.with_tier(tier.into()))
                }

                /// Finds out whether the request behind an [`Error::OutcomeUnknown`] was carried out, with reads
                /// that change nothing.
                ///
                /// A request whose response was lost can still be running. So it looks again, at growing intervals, until
                /// the request is seen to be done or the deadline of the [`ReconcilePolicy`](crate::ReconcilePolicy) passes: 60 seconds, or twice
                /// the timeout of the request. Set another one with [`ClientBuilder::reconcile`] or
                /// [`CallOptions::reconcile`].
                ///
                /// No result says that the request will not be carried out, and none permits sending it again. Keep
                /// the order as open, with the error, and reconcile it again later.
                ///
                /// Of a refund, the balance is the evidence, so set its `checksum`: without it, the result is
                /// [`Reconciled::Unclear`]. Two refunds of one size cannot be told apart by it: do not have them under way at
                /// a time.
                ///
                /// ```no_run
                /// use portone_v1::{Client, Error, Reconciled};
                ///
                /// # async fn example(client: &Client, error: Error) -> Result<(), Error> {
                /// match client.reconcile(&error).await? {
                ///     Reconciled::Done(records) => println!("done: {records:?}"),
                ///     Reconciled::NotDoneYet => println!("nothing seen yet: keep the order open, look again later"),
                ///     other => println!("look it up by hand: {other:?}"),
                /// }
                /// # Ok(())
                /// # }
                /// ```
                ///
                /// # Errors
                /// [`Error::ReconcileUnsupported`] if there is no read for the operation, or the request lacked the
                /// keys for it; the error of the last look; and any other error than [`Error::OutcomeUnknown`] as it
                /// is.
                pub async fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
                    self.0.reconcile(error).await
                }

                #recovery

                #(#handles)*
            }

            #api_client

            impl From<Transport> for Client {
                fn from(transport: Transport) -> Self {
                    Self(transport)
                }
            }
        }]),
    }
}

/// The constructors of a client, async or blocking.
pub fn beginnings() -> TokenStream {
    quote! {
        /// Creates a builder, for credentials, base URL, timeouts and tier.
        pub fn builder() -> ClientBuilder {
            ClientBuilder::new()
        }

        /// Creates a client with the credentials in `PORTONE_IMP_KEY` and `PORTONE_IMP_SECRET`, and the base
        /// URL in `PORTONE_BASE_URL` if that is set. `PORTONE_INCLUDE_TEST_PAYMENTS=true` includes payments of
        /// test channels; see [`ClientBuilder::from_env`].
        ///
        /// # Errors
        /// [`Error::Config`] if a variable is missing or invalid; the message names it.
        pub fn from_env() -> Result<Self, Error> {
            ClientBuilder::from_env()?.build()
        }
    }
}

fn handle(section: &Section) -> TokenStream {
    let documentation = docs::Docs::summary(&markdown::prose(&section.doc))
        .paragraph(&markdown::prose(&section.title))
        .aliases([&section.title], &section.name)
        .tokens();
    let gate = features::gate(&section.name);
    let (name, handle) = (ident(&section.name), ident(&section.handle));
    quote! {
        #documentation
        #gate
        pub fn #name(&self) -> crate::#name::#handle<'_> {
            crate::#name::#handle::new(&self.0)
        }
    }
}
