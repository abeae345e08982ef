use std::error::Error;

use portone_v1::Client;
use portone_v1::verification::UntrustedPayment;

pub async fn verify(client: &Client, imp_uid: &str) -> Result<String, Box<dyn Error>> {
    let payment = UntrustedPayment::new(imp_uid, "order-1")?;
    let found = payment.look_up(client).await?;
    payment.verify(client, 1_000).await?;
    Ok(found.merchant_uid)
}
