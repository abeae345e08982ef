use portone_v1::shop::ListOrders;
use portone_v1::{Client, Error};

pub async fn list(client: &Client) -> Result<usize, Error> {
    let request = ListOrders::new().limit(10);
    let page = client.shop().list(&request).await?;
    Ok(page.list.len())
}
