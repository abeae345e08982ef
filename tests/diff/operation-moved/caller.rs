// features: deliveries
use portone_v1::deliveries::SendDelivery;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    client.deliveries().send(&SendDelivery::new("order-1", 7)).await
}
