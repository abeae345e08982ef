use portone_v1::shop::GatewaysOrder;
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = GatewaysOrder::new();
    let gateways: Vec<String> = client.shop().gateways(&request).await?;
    println!("{gateways:?}");
    Ok(())
}
