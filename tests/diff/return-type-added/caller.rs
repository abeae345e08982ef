use portone_v1::deliveries::SendDelivery;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = SendDelivery::new();
    let () = client.deliveries().send(&request).await?;
    Ok(())
}
