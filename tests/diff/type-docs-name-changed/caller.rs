use portone_v1::shop::{FindOrder, ListOrder, OrderOrRefund};
use portone_v1::types::Order;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let orders: Vec<Order> = client.shop().list(&ListOrder::new()).await?.list;
    if let OrderOrRefund::Order(order) = client.shop().find(&FindOrder::new("order-1")).await? {
        let order: Order = *order;
        println!("{}", orders.contains(&order));
    }
    Ok(())
}
