use portone_v1::shop::{FindOrder, OrderOrRefund};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = FindOrder::new("order-1");
    let answer = client.shop().find(&request).await?;
    match answer {
        OrderOrRefund::Swap(swap) => println!("{}", swap.swap_id),
        other => println!("{other:?}"),
    }
    Ok(())
}
