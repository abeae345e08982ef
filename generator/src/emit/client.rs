//! The client: a handle for each section.

use proc_macro2::TokenStream;
use quote::quote;

use super::file::{Content, File};
use super::ident::ident;
use super::{docs, features, markdown};
use crate::model::{Api, Section};

/// The file of the client.
pub fn file(api: &Api) -> File {
    let handles = api.sections.iter().map(handle);
    let beginnings = beginnings();
    File {
        path: "src/client.rs".to_owned(),
        source: "schema/api.yaml".to_owned(),
        content: Content::Rust(vec![quote! {
            //! The client.

            /// A client of the API.
            ///
            /// Cheap to clone: clones share connections and the access token.
            #[derive(Clone, Debug)]
            pub struct Client(pub(crate) Transport);

            /// The builder of a [`Client`].
            pub type ClientBuilder = portone_v1_runtime::ClientBuilder<Client>;

            impl Client {
                #beginnings

                /// The same client, with these options for its calls: timeout, deadline, retries, tier,
                /// recorder.
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
                /// The result is the state at the time of the reads. A request may still be on its way:
                /// before sending it again after [`Reconciled::NotDone`], wait longer than the server could take, and
                /// reconcile once more.
                ///
                /// ```no_run
                /// use portone_v1::{Client, Error, Reconciled};
                ///
                /// # async fn example(client: &Client, error: Error) -> Result<(), Error> {
                /// match client.reconcile(&error).await? {
                ///     Reconciled::Done(records) => println!("done: {records:?}"),
                ///     Reconciled::NotDone => println!("not done, as far as can be seen now"),
                ///     other => println!("look it up by hand: {other:?}"),
                /// }
                /// # Ok(())
                /// # }
                /// ```
                ///
                /// # Errors
                /// [`Error::ReconcileUnsupported`] if there is no read for the operation, or the request lacked the
                /// keys for it; any error of a read; and any other error than [`Error::OutcomeUnknown`] as it is.
                pub async fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
                    self.0.reconcile(error).await
                }

                #(#handles)*
            }

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
        /// test channels; see [`ClientBuilder::from_env`](portone_v1_runtime::ClientBuilder::from_env).
        ///
        /// # Errors
        /// [`Error::Config`] if a variable is missing or invalid; the message names it.
        pub fn from_env() -> Result<Self, Error> {
            ClientBuilder::from_env()?.build()
        }
    }
}

fn handle(section: &Section) -> TokenStream {
    let documentation = docs::Docs::new(&markdown::prose(&section.doc))
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
