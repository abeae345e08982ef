use portone_v1::shop::CreateOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = CreateOrder::new();
    let answer = client.shop().create(&request).await?;
    let weight: i64 = answer.weight;
    println!("{weight}");
    Ok(())
}
