use portone_v1::shop::FindOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = FindOrder::new("order-1");
    let again = request.clone();
    assert!(again == request, "{request:?}");
    let answer = client.shop().find(&request).await?;
    keep(&answer);
    Ok(())
}

fn keep<T: Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static>(_: &T) {}
