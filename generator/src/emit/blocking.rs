//! The client for programs without async: the same calls, waited for.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Content, File, docs, features, ident, operation, types};
use crate::model::{Api, Operation, PaymentLookup, Section};

const SOURCE: &str = "schema/api.yaml";

/// `mod blocking;`
pub fn module() -> TokenStream {
    let gate = features::gate("blocking");
    quote!(#gate pub mod blocking;)
}

/// The client's file, and one for each section.
pub fn files(api: &Api) -> Vec<File> {
    let sections = api.sections.iter().map(|section| file(api, section));
    std::iter::once(client(api)).chain(sections).collect()
}

fn client(api: &Api) -> File {
    let mut modules: Vec<_> = api.sections.iter().collect();
    modules.sort_by_key(|section| &section.name);
    let modules = modules.into_iter().map(|section| {
        let (gate, name) = (features::gate(&section.name), ident(&section.name));
        quote!(#gate pub mod #name;)
    });
    let handles = api.sections.iter().map(handle);
    let verifying = api.payment_lookup().map(|lookup| verifying(api, lookup));
    File {
        path: "src/blocking.rs".to_owned(),
        source: SOURCE.to_owned(),
        content: Content::Rust(quote! {
            //! The client for programs without async.
            //!
            //! Requests, answers and errors are those of the async client, and so are the names of the methods.
            //! A call waits on the thread that makes it; on a thread of an async runtime, which must not wait,
            //! it is an error and sends nothing.
            //!
            //! ```no_run
            //! # fn main() -> Result<(), portone_v1::Error> {
            //! let client = portone_v1::blocking::Client::from_env()?;
            //! # Ok(())
            //! # }
            //! ```

            #(#modules)*

            pub use portone_v1_runtime::internal::blocking::Items;

            /// A client that waits for its calls.
            ///
            /// Cheap to clone: clones share connections, the access token and a thread, which ends with the
            /// last of them.
            #[derive(Clone, Debug)]
            pub struct Client {
                inner: crate::Client,
                runtime: Runtime,
            }

            /// Sets up a [`Client`].
            pub type ClientBuilder = portone_v1_runtime::ClientBuilder<Client>;

            impl Client {
                /// Sets up a client: keys, base URL, timeouts, tier.
                pub fn builder() -> ClientBuilder {
                    ClientBuilder::new()
                }

                /// A client with the keys in `PORTONE_IMP_KEY` and `PORTONE_IMP_SECRET`.
                ///
                /// # Errors
                /// Fails when one of the two is missing; the message names it.
                pub fn from_env() -> Result<Self, Error> {
                    ClientBuilder::from_env()?.build()
                }

                /// The same client, making calls as the options say; see [`crate::Client::with`].
                pub fn with(&self, options: CallOptions) -> Self {
                    self.around(self.inner.with(options))
                }

                /// A client that acts for a sub-merchant; see [`crate::Client::with_tier`].
                pub fn with_tier(&self, tier: impl Into<String>) -> Self {
                    self.around(self.inner.with_tier(tier))
                }

                /// Looks up what became of a request, if this error leaves that open; see
                /// [`Error::reconcile`].
                ///
                /// # Errors
                /// Those of [`Error::reconcile`].
                pub fn reconcile(&self, error: &Error) -> Result<Reconciled, Error> {
                    self.wait(error.reconcile(&self.inner))
                }

                #verifying

                #(#handles)*

                fn around(&self, inner: crate::Client) -> Self {
                    let runtime = self.runtime.clone();
                    Self { inner, runtime }
                }

                fn wait<T, E: From<Error>>(
                    &self,
                    call: impl Future<Output = Result<T, E>>,
                ) -> Result<T, E> {
                    self.runtime.wait(call)
                }
            }

            impl TryFrom<Transport> for Client {
                type Error = Error;

                fn try_from(transport: Transport) -> Result<Self, Error> {
                    let runtime = Runtime::new()?;
                    Ok(Self { inner: crate::Client::from(transport), runtime })
                }
            }
        }),
    }
}

/// By whole paths, because nothing of it is there without the section of payments.
fn verifying(api: &Api, lookup: PaymentLookup<'_>) -> TokenStream {
    let gate = features::gate(&lookup.section.name);
    let payment = ident(&api.ty(lookup.payment).name);
    let module = ident(&api.ty(lookup.payment).module);
    quote! {
        /// Asks the server whether a notification is true; see [`crate::webhook::UntrustedNotification::verify`].
        ///
        /// # Errors
        /// Those of [`crate::webhook::UntrustedNotification::verify`].
        #gate
        pub fn verify(
            &self,
            notification: &crate::webhook::UntrustedNotification,
            expected: impl Into<crate::webhook::Expected> + Send,
        ) -> Result<crate::webhook::Verified<crate::#module::#payment>, crate::webhook::VerifyError> {
            self.wait(notification.verify(&self.inner, expected))
        }

        /// Looks up the payment that a notification names; see [`crate::webhook::UntrustedNotification::look_up`].
        ///
        /// # Errors
        /// Those of [`crate::webhook::UntrustedNotification::look_up`].
        #gate
        pub fn look_up(
            &self,
            notification: &crate::webhook::UntrustedNotification,
        ) -> Result<crate::#module::#payment, crate::webhook::VerifyError> {
            self.wait(notification.look_up(&self.inner))
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

fn file(api: &Api, section: &Section) -> File {
    let (module, handle) = (&section.name, ident(&section.handle));
    let link = format!("[`crate::{module}::{handle}`]");
    let documentation = docs::Docs::new(&format!("{link} without async.")).inner();
    let described = docs::Docs::new(&format!("See {link}.")).tokens();
    let methods = section.operations.iter().map(|each| method(api, section, each));
    File {
        path: format!("src/blocking/{module}.rs"),
        source: section.source.clone(),
        content: Content::Rust(quote! {
            #documentation

            #described
            #[derive(Clone, Copy, Debug)]
            pub struct #handle<'a> {
                client: &'a super::Client,
            }

            impl<'a> #handle<'a> {
                pub(super) fn new(client: &'a super::Client) -> Self {
                    Self { client }
                }

                #(#methods)*
            }
        }),
    }
}

/// The handle is borrowed before the call: an operation can have the name of a trait's method that
/// takes the handle itself, such as `into`.
fn method(api: &Api, section: &Section, operation: &Operation) -> TokenStream {
    let (module, name) = (ident(&section.name), ident(&operation.name));
    let request = ident(&operation.request);
    let documentation = described(section, &operation.name);
    let deprecation = operation::deprecation(operation);
    let allowed = deprecation.as_ref().map(|_| quote!(#[allow(deprecated)]));
    let answer = operation::answer(api, operation);
    let items = items(api, section, operation);
    quote! {
        #documentation
        #deprecation
        #allowed
        pub fn #name(&self, request: &crate::#module::#request) -> Result<#answer, Error> {
            let handle = &self.client.inner.#module();
            self.client.wait(handle.#name(request))
        }
        #items
    }
}

fn items(api: &Api, section: &Section, operation: &Operation) -> Option<TokenStream> {
    let page = api.page_of(operation)?;
    let (module, name) = (ident(&section.name), ident(&operation.items_method()));
    let (request, item) = (ident(&operation.request), types::item(api, page.item));
    let link = format!("See [`crate::{module}::{}::{name}`].", section.handle);
    let documentation = docs::Docs::new(&link).tokens();
    Some(quote! {
        #documentation
        pub fn #name(&self, request: &crate::#module::#request) -> super::Items<#item> {
            let handle = &self.client.inner.#module();
            super::Items::new(&self.client.runtime, handle.#name(request))
        }
    })
}

fn described(section: &Section, method: &str) -> TokenStream {
    let link = format!("[`crate::{}::{}::{method}`]", section.name, section.handle);
    docs::Docs::new(&format!("See {link}."))
        .paragraph("# Errors")
        .paragraph("The same, and where the thread must not wait.")
        .tokens()
}
