use portone_v1::shop::{ListOrder, OrderPage};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let OrderPage { list, .. } = client.shop().list(&ListOrder::new()).await?;
    println!("{}", list.len());
    Ok(())
}
