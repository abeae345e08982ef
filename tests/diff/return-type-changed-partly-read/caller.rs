use portone_v1::shop::PricesOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = PricesOrder::new();
    let prices: Vec<i64> = client.shop().prices(&request).await?;
    println!("{prices:?}");
    Ok(())
}
