use portone_v1::shop::CreateOrder;
use portone_v1::{Client, Error, Reconciled};

pub async fn call(client: &Client) -> Result<(), Error> {
    let request = CreateOrder::new("order-1");
    match client.shop().create(&request).await {
        Ok(answer) => keep(&answer),
        Err(error) => match client.reconcile(&error).await? {
            Reconciled::Done(found) => println!("{found:?}"),
            other => println!("{other:?}"),
        },
    }
    Ok(())
}

fn keep<T: Clone + PartialEq + std::fmt::Debug + Send + Sync + 'static>(_: &T) {}
