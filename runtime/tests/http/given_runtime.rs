//! A client on a runtime that the program chose.

mod awaiting;
mod ended;
mod incomplete;
mod threads;

use std::time::Duration;

use portone_v1_runtime::internal::{Call, Transport};
use portone_v1_runtime::{ClientBuilder, Error};
use tokio::runtime::{Builder, Runtime};

use crate::fixture::{CANCEL, builder, get, well};
use crate::server::{Seen, Server};

const LONG: Duration = Duration::from_secs(30);

/// A server that answers calls, but not token requests, after this time; and its runtime.
fn serve_after(delay: Duration) -> (Runtime, Server) {
    let runtime = Runtime::new().unwrap();
    let server = runtime.block_on(Server::start(move |seen: &Seen| match seen.is_for_token() {
        true => well(seen),
        false => well(seen).after(delay),
    }));
    (runtime, server)
}

fn patient(url: &str) -> ClientBuilder {
    builder(url).timeout(LONG).deadline(LONG)
}

fn client(server: &Server, runtime: &Runtime) -> Transport {
    patient(&server.url()).runtime(runtime.handle().clone()).build().unwrap()
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn multi_thread() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

async fn cancel(client: &Transport) -> Result<(), Error> {
    client.send(Call::new(&CANCEL).body("imp_uid", &"imp_1")).await?.decode_empty()
}

async fn read_and_cancel(client: &Transport) -> Result<(), Error> {
    get(client).await?;
    cancel(client).await
}
