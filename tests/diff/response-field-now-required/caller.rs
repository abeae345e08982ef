use portone_v1::shop::ListOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = ListOrder::new();
    let answer = client.shop().list(&request).await?;
    for order in answer.list {
        let bank: Option<String> = order.bank;
        println!("{bank:?}");
    }
    Ok(())
}
