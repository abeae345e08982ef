use portone_v1::payments::GetPayment;
use portone_v1::{Client, Error};

pub async fn get(client: &Client) -> Result<String, Error> {
    let payment = client.payments().get(&GetPayment::new("imp_1")).await?;
    Ok(payment.merchant_uid)
}
