use portone_v1::shop::{ListOrder, Page};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let Page { list, .. } = client.shop().list(&ListOrder::new()).await?;
    println!("{}", list.len());
    Ok(())
}
