use portone_v1::shop::ListOrder;
use portone_v1::{Client, Decimal, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = ListOrder::new();
    let answer = client.shop().list(&request).await?;
    for order in answer.list {
        let price: Decimal = order.price;
        println!("{price}");
    }
    Ok(())
}
