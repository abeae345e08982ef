// features: deliveries
use portone_v1::deliveries::{Deliveries, SendDelivery};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let deliveries: Deliveries<'_> = client.deliveries();
    let answer = deliveries.send(&SendDelivery::new()).await?;
    println!("{answer:?}");
    Ok(())
}
