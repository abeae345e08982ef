use portone_v1::deliveries::{CancelDelivery, DeliveryState, SendDelivery};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<DeliveryState, Error> {
    client.deliveries().send(&SendDelivery::new("delivery-1")).await?;
    client.deliveries().cancel(&CancelDelivery::new("delivery-1")).await
}
