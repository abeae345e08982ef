use portone_v1::shop::ListOrder;
use portone_v1::types::Order;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    for order in client.shop().list(&ListOrder::new()).await?.list {
        println!("{order:?} {}", order == order.clone());
        let Order { safe, .. } = order;
        println!("{safe}");
    }
    Ok(())
}
