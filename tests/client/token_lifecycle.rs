//! The expiry of access tokens, by the clock of the fake server.

use std::time::Duration;

use portone_v1::users::ListGatewaySettings;
use portone_v1::{Client, Error};
use portone_v1_fake::{Fake, Fault};

use crate::fixture::fake;

async fn call(client: &Client) -> Result<(), Error> {
    client.users().list_gateway_settings(&ListGatewaySettings::new()).await.map(drop)
}

fn tokens(fake: &Fake) -> u64 {
    fake.call_count("authentication.get_token")
}

fn statuses(fake: &Fake) -> Vec<Option<u16>> {
    fake.calls("users.list_gateway_settings").iter().map(|asked| asked.status()).collect()
}

#[tokio::test]
async fn one_serves_until_it_ends() {
    let (client, fake) = fake().await;
    for _ in 0..3 {
        call(&client).await.unwrap();
    }
    assert_eq!(tokens(&fake), 1);
}

#[tokio::test]
async fn ended_early_it_is_replaced_without_a_word() {
    let (client, fake) = fake().await;
    call(&client).await.unwrap();
    fake.revoke_token();
    call(&client).await.unwrap();
    assert_eq!((tokens(&fake), statuses(&fake)), (2, vec![Some(200), Some(401), Some(200)]));
}

#[tokio::test]
async fn ended_by_time_it_is_replaced_as_well() {
    let (client, fake) = fake().await;
    call(&client).await.unwrap();
    // The server's time runs ahead of the client's, which cannot know.
    fake.advance(Duration::from_secs(1_801));
    call(&client).await.unwrap();
    assert_eq!(statuses(&fake), [Some(200), Some(401), Some(200)]);
}

#[tokio::test]
async fn refused_twice_it_is_an_error() {
    let (client, fake) = fake().await;
    fake.inject(Fault::unauthorized().on("users.list_gateway_settings").always()).unwrap();
    assert_eq!(call(&client).await.unwrap_err().status(), Some(401));
    assert_eq!(statuses(&fake).len(), 2);
}
