use portone_v1::Client;
use portone_v1::shop::{Rejection, ReleaseOrder};

pub async fn call(client: &Client) {
    if let Err(error) = client.shop().release(&ReleaseOrder::new()).await {
        let rejection: Option<Rejection> = Rejection::of(&error);
        println!("{error}: {rejection:?}");
    }
}
