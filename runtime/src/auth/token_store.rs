//! Token stores, which share a token between clients.

use std::pin::Pin;
use std::sync::Arc;

use super::stored_token::StoredToken;

/// The future of a [`TokenStore`]: `Box::pin(async move { … })`.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A store that shares the access token between clients, usually of different processes: a file, Redis,
/// a row in a database.
///
/// Each client caches the token and loads it from the store only if it has none, if its own is about to
/// expire, and after the server has rejected it.
///
/// - **No lock is needed.** The server returns the same token until it expires, so two processes that
///   request one at the same time save the same one.
/// - **Errors are yours to log.** `load` returns `None` and `save` does nothing if the store fails, and
///   the call continues with a token from the server. The same holds if the store panics or takes
///   longer than two seconds.
/// - **The token is a credential.** Keep it where only your service can read it, for the time that
///   [`remaining`](StoredToken::remaining) returns.
/// - **One store for one merchant.** A token of other credentials or another server is ignored and
///   replaced.
///
/// # Example
///
/// A file. For Redis, `GET` the JSON and `SET` it with `EX`:
///
/// ```
/// use std::path::PathBuf;
///
/// use portone_v1::{StoreFuture, StoredToken, TokenStore};
///
/// struct TokenFile(PathBuf);
///
/// impl TokenStore for TokenFile {
///     fn load(&self) -> StoreFuture<'_, Option<StoredToken>> {
///         Box::pin(async move {
///             let json = std::fs::read_to_string(&self.0).ok()?;
///             StoredToken::from_json(&json).ok()
///         })
///     }
///
///     fn save(&self, token: StoredToken) -> StoreFuture<'_, ()> {
///         Box::pin(async move {
///             // Renamed into place, so that no reader sees half a token.
///             let new = self.0.with_extension("new");
///             let written = std::fs::write(&new, token.to_json());
///             if let Err(error) = written.and_then(|()| std::fs::rename(&new, &self.0)) {
///                 eprintln!("the token is not saved: {error}");
///             }
///         })
///     }
/// }
/// # let path = std::env::temp_dir().join(format!("portone-token-{}", std::process::id()));
/// # let store: Box<dyn TokenStore> = Box::new(TokenFile(path));
/// # use std::task::{Context, Poll, Waker};
/// # let mut context = Context::from_waker(Waker::noop());
/// # let json = r#"{"account":"1","access_token":"t","now":1,"expired_at":2,"requested_at":3}"#;
/// # let saved = store.save(StoredToken::from_json(json).unwrap()).as_mut().poll(&mut context);
/// # assert!(saved.is_ready());
/// # let Poll::Ready(Some(token)) = store.load().as_mut().poll(&mut context) else { panic!() };
/// # assert_eq!(token.to_json(), json);
/// # std::fs::remove_file(std::env::temp_dir().join(format!("portone-token-{}", std::process::id()))).unwrap();
/// ```
pub trait TokenStore: Send + Sync {
    /// Loads the token that was saved last, by any process.
    fn load(&self) -> StoreFuture<'_, Option<StoredToken>>;

    /// Saves the token in place of the previous one.
    fn save(&self, token: StoredToken) -> StoreFuture<'_, ()>;
}

impl<T: TokenStore + ?Sized> TokenStore for Arc<T> {
    fn load(&self) -> StoreFuture<'_, Option<StoredToken>> {
        (**self).load()
    }

    fn save(&self, token: StoredToken) -> StoreFuture<'_, ()> {
        (**self).save(token)
    }
}
