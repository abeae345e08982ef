use portone_v1::deliveries::{CancelDelivery, Deliveries, SendDelivery};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let deliveries: Deliveries<'_> = client.deliveries();
    deliveries.send(&SendDelivery::new()).await?;
    deliveries.cancel(&CancelDelivery::new("delivery-1")).await?;
    Ok(())
}
