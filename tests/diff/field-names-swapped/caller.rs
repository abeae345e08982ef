use portone_v1::shop::FindOrder;
use portone_v1::{Client, Decimal, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let order = client.shop().find(&FindOrder::new("order-1")).await?;
    let owed: Decimal = order.price - order.paid;
    println!("{owed:?}");
    Ok(())
}
