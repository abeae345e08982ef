use portone_v1::shop::CreateOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = CreateOrder::new();
    let again = request.clone();
    assert!(again == request, "{request:?}");
    assert!(CreateOrder::default() == request);
    let answer = client.shop().create(&request).await?;
    keep(&answer);
    Ok(())
}

fn keep<T: Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static>(_: &T) {}
