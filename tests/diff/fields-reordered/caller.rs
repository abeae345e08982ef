use portone_v1::shop::ListOrder;
use portone_v1::types::Order;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = ListOrder::new();
    let answer = client.shop().list(&request).await?;
    for order in answer.list {
        println!("{order:?}");
        let Order { order_id, price, .. } = order;
        println!("{order_id}: {price}");
    }
    Ok(())
}
