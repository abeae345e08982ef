use portone_v1::deliveries::StopDelivery;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = StopDelivery::new().delivery_id("delivery-1").order_id(String::from("order-1"));
    let again = request.clone().parcel_id("parcel-1");
    assert!(again != request, "{request:?}");
    client.deliveries().stop(&request).await
}
