use portone_v1::shop::ListOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = ListOrder::new();
    let again = request.clone();
    assert!(again == request, "{request:?}");
    assert!(ListOrder::default() == request);
    let answer = client.shop().list(&request).await?;
    for order in &answer.list {
        keep(order);
    }
    Ok(())
}

fn keep<T: Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static>(_: &T) {}
