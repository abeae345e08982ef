use portone_v1::codes::Gateway;
use portone_v1::shop::CreateOrder;
use portone_v1::{Client, Error};

pub async fn create(client: &Client) -> Result<Gateway, Error> {
    client.shop().create(&CreateOrder::new()).await
}
