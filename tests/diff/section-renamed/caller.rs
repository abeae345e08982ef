// features: deliveries
use portone_v1::deliveries::{CancelDelivery, Deliveries};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let deliveries: Deliveries<'_> = client.deliveries();
    deliveries.cancel(&CancelDelivery::new("delivery-1")).await?;
    Ok(())
}
