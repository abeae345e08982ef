use portone_v1::shop::{FindOrder, OrderOrRefund};
use portone_v1::{Client, Error};

pub async fn is_swapped(client: &Client) -> Result<bool, Error> {
    let answer = client.shop().find(&FindOrder::new("order-1")).await?;
    Ok(matches!(answer, OrderOrRefund::Swap(_)))
}
