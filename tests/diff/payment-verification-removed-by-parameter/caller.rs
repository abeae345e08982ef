use portone_v1::Client;
use portone_v1::verification::{UntrustedPayment, VerifyError};

pub async fn verify(client: &Client, payment: &UntrustedPayment) -> Result<String, VerifyError> {
    let found = payment.look_up(client).await?;
    payment.verify(client, 1_000).await?;
    Ok(found.merchant_uid)
}
