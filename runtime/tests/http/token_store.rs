//! Token stores: one token for several clients that are not clones of each other.

use std::future::{pending, ready};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::{MemoryTokenStore, StoreFuture, StoredToken, TokenStore};

use crate::fixture::{SECRET, builder, get, token, token_at, well};
use crate::server::Server;
use crate::token_server::{accepting, accepting_when, calls_with, get_at_once, granting};

fn client(server: &Server, store: impl TokenStore + 'static) -> Transport {
    builder(&server.url()).token_store(store).build().unwrap()
}

async fn stored(store: &MemoryTokenStore) -> StoredToken {
    store.load().await.unwrap()
}

/// Puts the same token back, after this change of its JSON.
async fn replace(store: &MemoryTokenStore, from: &str, to: &str) {
    let json = stored(store).await.to_json();
    assert!(json.contains(from), "{json}");
    store.save(StoredToken::from_json(&json.replace(from, to)).unwrap()).await;
}

#[tokio::test]
async fn clients_with_one_store_request_one_token() {
    let server = granting(|number| token(&format!("t{number}"), 1800)).await;
    let store = MemoryTokenStore::new();
    for _ in 0..3 {
        get(&client(&server, store.clone())).await.unwrap();
    }
    assert_eq!(server.tokens_asked(), 1);
    assert_eq!(calls_with(&server, "t1"), 3);
    let token = stored(&store).await;
    assert_eq!(token.access_token(), "t1");
    assert_eq!(token.expired_at(), 1_700_001_800);
    assert!((1700..=1800).contains(&token.remaining().as_secs()));
}

#[tokio::test]
async fn a_stored_token_about_to_expire_is_replaced() {
    let server = granting(|number| token(&format!("t{number}"), 1800)).await;
    let store = MemoryTokenStore::new();
    get(&client(&server, store.clone())).await.unwrap();
    replace(&store, "1700001800", "1700000059").await;
    get(&client(&server, store.clone())).await.unwrap();
    assert_eq!(calls_with(&server, "t2"), 1);
    assert_eq!(stored(&store).await.access_token(), "t2");
}

#[tokio::test]
async fn a_token_refreshed_by_another_client_is_used() {
    let server = granting(|number| match number {
        1 => token("t1", 50),
        _ => token("t2", 350),
    })
    .await;
    let store = MemoryTokenStore::new();
    let (first, second) = (client(&server, store.clone()), client(&server, store));
    get(&first).await.unwrap();
    get(&second).await.unwrap();
    assert_eq!((server.tokens_asked(), calls_with(&server, "t2")), (2, 1));
    while calls_with(&server, "t2") == 1 {
        get(&first).await.unwrap();
    }
    assert_eq!(server.tokens_asked(), 2);
}

#[tokio::test]
async fn the_servers_clock_may_be_hours_off() {
    for now in [0, 9_000_000_000_000] {
        let server = granting(move |_| token_at("t1", now, 1800)).await;
        let store = MemoryTokenStore::new();
        get(&client(&server, store.clone())).await.unwrap();
        get(&client(&server, store)).await.unwrap();
        assert_eq!(server.tokens_asked(), 1);
    }
}

#[tokio::test]
async fn clock_skew_costs_one_token_request() {
    for shift in [-9 * 3600, 9 * 3600] {
        let server = Server::start(well).await;
        let store = MemoryTokenStore::new();
        get(&client(&server, store.clone())).await.unwrap();
        let json = stored(&store).await.to_json();
        let requested_at: i64 =
            json.rsplit_once(':').unwrap().1.trim_end_matches('}').parse().unwrap();
        replace(&store, &requested_at.to_string(), &(requested_at + shift).to_string()).await;
        get(&client(&server, store)).await.unwrap();
        assert_eq!((server.tokens_asked(), server.calls().len()), (2, 2));
    }
}

#[tokio::test]
async fn a_rejected_token_is_replaced_in_the_store() {
    let server = accepting("t2").await;
    let store = MemoryTokenStore::new();
    get(&client(&server, store.clone())).await.unwrap();
    assert_eq!(stored(&store).await.access_token(), "t2");
    assert_eq!((server.tokens_asked(), server.calls().len()), (2, 2));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_rejected_token_replaced_by_another_client_is_not_requested_again() {
    let current = std::sync::Arc::new(AtomicUsize::new(1));
    let (granted, accepted) = (current.clone(), current.clone());
    let server = accepting_when(
        move || token(&format!("t{}", granted.load(Ordering::SeqCst)), 1800),
        move |bearer| bearer == format!("t{}", accepted.load(Ordering::SeqCst)),
    )
    .await;
    let store = MemoryTokenStore::new();
    let (first, second) = (client(&server, store.clone()), client(&server, store.clone()));
    get(&first).await.unwrap();
    get(&second).await.unwrap();
    current.store(2, Ordering::SeqCst);
    for client in [first, second] {
        assert!(get_at_once(&client, 100).await.iter().all(Result::is_ok));
    }
    assert_eq!(server.tokens_asked(), 2);
    assert_eq!(calls_with(&server, "t2"), 200);
}

#[tokio::test]
async fn the_token_of_another_merchant_or_server_is_never_used() {
    let store = MemoryTokenStore::new();
    let (here, there) = (Server::start(well).await, Server::start(well).await);
    get(&client(&here, store.clone())).await.unwrap();
    get(&client(&there, store.clone())).await.unwrap();
    let other = builder(&there.url()).credentials("another key", SECRET).token_store(store.clone());
    get(&other.build().unwrap()).await.unwrap();
    assert_eq!((here.tokens_asked(), there.tokens_asked()), (1, 2));
}

/// Fails in every way that a store can.
enum Broken {
    Empty,
    Hanging,
    Panicking,
}

impl Broken {
    fn fail<T: Send + 'static>(&self, nothing: T) -> StoreFuture<'_, T> {
        match self {
            Self::Empty => Box::pin(ready(nothing)),
            Self::Hanging => Box::pin(pending()),
            Self::Panicking => panic!("a store may do this"),
        }
    }
}

impl TokenStore for Broken {
    fn load(&self) -> StoreFuture<'_, Option<StoredToken>> {
        self.fail(None)
    }

    fn save(&self, _: StoredToken) -> StoreFuture<'_, ()> {
        self.fail(())
    }
}

#[tokio::test]
async fn a_broken_store_fails_no_call() {
    for store in [Broken::Empty, Broken::Hanging, Broken::Panicking] {
        let server = Server::start(well).await;
        let client = client(&server, store);
        let twice = async {
            get(&client).await.unwrap();
            get(&client).await.unwrap();
        };
        tokio::time::timeout(Duration::from_secs(20), twice).await.unwrap();
        assert_eq!(server.tokens_asked(), 1, "it is kept in memory all the same");
    }
}
