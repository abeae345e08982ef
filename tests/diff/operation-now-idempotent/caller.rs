use portone_v1::deliveries::CancelDelivery;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = CancelDelivery::new("delivery-1");
    let again = request.clone();
    assert!(again == request, "{request:?}");
    let answer = client.deliveries().cancel(&request).await?;
    keep(&answer);
    Ok(())
}

fn keep<T: Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static>(_: &T) {}
