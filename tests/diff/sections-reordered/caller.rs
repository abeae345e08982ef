use portone_v1::deliveries::{CancelDelivery, Deliveries, DeliveryState};
use portone_v1::{Client, ClientBuilder, Error};

pub fn client() -> Result<Client, Error> {
    let builder: ClientBuilder = Client::builder();
    Ok(builder.build()?.with_tier("tier-1"))
}

pub async fn call(client: &Client) -> Result<(), Error> {
    let deliveries: Deliveries<'_> = client.deliveries();
    let state: DeliveryState = deliveries.cancel(&CancelDelivery::new("delivery-1")).await?;
    println!("{}", state.code());
    Ok(())
}
