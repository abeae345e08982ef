use portone_v1::shop::ListOrders;
use portone_v1::{Client, Paginator};

pub fn all(client: &Client) -> Paginator<String> {
    client.shop().list_items(&ListOrders::new())
}
