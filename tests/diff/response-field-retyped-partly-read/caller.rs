use portone_v1::shop::FindOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let order = client.shop().find(&FindOrder::new("order-1")).await?;
    let count: Option<i64> = order.count;
    println!("{count:?}");
    Ok(())
}
