use portone_v1::shop::ListOrder;
use portone_v1::types::Order;
use portone_v1::{Client, Decimal, Error};

pub async fn call(client: &Client) -> Result<Option<i64>, Error> {
    let answer = client.shop().list(&ListOrder::new()).await?;
    let orders: Vec<Order> = answer.list;
    let prices: Vec<Decimal> = orders.iter().map(|order| order.price).collect();
    println!("{prices:?}");
    Ok(answer.next)
}
