use portone_v1::shop::{LastOrder, Rejection, ReleaseOrder};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    if let Err(error) = client.shop().release(&ReleaseOrder::new()).await {
        println!("{error}: {:?}", error.raw_body());
    }
    let last: Rejection = client.shop().last(&LastOrder::new()).await?;
    println!("{:?}", last.code);
    Ok(())
}
