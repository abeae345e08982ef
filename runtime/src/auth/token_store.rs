//! Where several processes keep the token that they share.

use std::pin::Pin;
use std::sync::Arc;

use super::stored_token::StoredToken;

/// What a [`TokenStore`] does, in a box: `Box::pin(async move { … })`.
pub type StoreFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A place for the access token that several clients share, usually in different processes: a file,
/// Redis, a row in a database.
///
/// Each client also keeps the token in memory and looks here only when it has none, when its own is
/// about to end, and when the server refuses it.
///
/// - **No lock is needed.** The server hands out the same token until it ends, so two processes that
///   ask at once get and save the same one.
/// - **Errors are yours to log.** A store that cannot be read returns `None`, one that cannot be
///   written does nothing, and the call goes on with a token from the server. So it does when the
///   store panics or takes longer than two seconds.
/// - **The token is a credential.** Keep it where only your service can read, for as long as
///   [`remaining`](StoredToken::remaining) says.
/// - **One store for one merchant.** A token of other keys or another server is ignored, and then
///   replaced.
///
/// # Example
///
/// A file. For Redis, `GET` the JSON and `SET` it with `EX`:
///
/// ```
/// use std::path::PathBuf;
///
/// use portone_v1_runtime::{StoreFuture, StoredToken, TokenStore};
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
///             // Whole or not at all: nobody reads half a token.
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
/// # let json = r#"{"account":"1","access_token":"t","now":1,"expired_at":2,"asked_at":3}"#;
/// # let saved = store.save(StoredToken::from_json(json).unwrap()).as_mut().poll(&mut context);
/// # assert!(saved.is_ready());
/// # let Poll::Ready(Some(token)) = store.load().as_mut().poll(&mut context) else { panic!() };
/// # assert_eq!(token.to_json(), json);
/// ```
pub trait TokenStore: Send + Sync {
    /// What was saved last, by whichever process.
    fn load(&self) -> StoreFuture<'_, Option<StoredToken>>;

    /// Keeps this token in place of what was there.
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
