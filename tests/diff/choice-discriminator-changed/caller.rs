use portone_v1::shop::{FindOrder, OrderOrRefund};
use portone_v1::{Client, Error};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = FindOrder::new("order-1");
    let answer = client.shop().find(&request).await?;
    match answer {
        OrderOrRefund::Refund(refund) => {
            let refund_id: String = refund.refund_id;
            println!("{refund_id}");
        }
        OrderOrRefund::Order(order) => println!("{order:?}"),
        other => println!("{other:?}"),
    }
    Ok(())
}
