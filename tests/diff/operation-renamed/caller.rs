use portone_v1::deliveries::CancelDelivery;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = CancelDelivery::new("delivery-1");
    let answer = client.deliveries().cancel(&request).await?;
    Ok(())
}
