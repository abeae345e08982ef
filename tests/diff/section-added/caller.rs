use portone_v1::deliveries::*;
use portone_v1::*;

pub async fn call(client: &Client) -> Result<(), Error> {
    let deliveries: Deliveries<'_> = client.deliveries();
    println!("{:?}", deliveries.cancel(&CancelDelivery::new("delivery-1")).await?);
    Ok(())
}
