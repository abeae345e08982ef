//! Authentication: credentials, access tokens, and the stores that share them.

mod account;
mod credentials;
mod get_token;
mod memory_token_store;
mod stored_token;
mod token;
mod token_cache;
mod token_provider;
mod token_response;
mod token_store;

pub(crate) use credentials::{Credentials, KEY_VARIABLE, SECRET_VARIABLE};
pub(crate) use get_token::GET_TOKEN;
pub use memory_token_store::MemoryTokenStore;
pub use stored_token::StoredToken;
pub(crate) use token::Token;
pub(crate) use token_provider::TokenProvider;
pub(crate) use token_response::TokenResponse;
pub use token_store::{StoreFuture, TokenStore};
