//! The processes, and what they do.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use std::{process, thread};

use fork::Fork;
use portone_v1_runtime::internal::Transport;
use portone_v1_runtime::internal::blocking::wait;

use crate::fixture::{builder, get, well};
use crate::server::Server;

const DEADLINE: Duration = Duration::from_secs(20);
/// Longer than a child may take.
const TOO_LONG: Duration = Duration::from_secs(60);

pub(crate) fn run() {
    let serving = tokio::runtime::Runtime::new().unwrap();
    let server = serving.block_on(Server::start(well));
    let on_thread = || builder(&server.url()).deadline(DEADLINE);
    println!("on the background thread");
    survives(&on_thread().build().unwrap());
    println!("on a runtime, of which a child has no thread");
    survives(&on_thread().runtime(serving.handle().clone()).build().unwrap());
    println!("ok");
}

fn survives(client: &Transport) {
    println!("a client that was not used before the fork");
    in_child(|| call(client));
    println!("a client with a connection, a token and a thread");
    call(client);
    in_child(|| call(client));
    println!("a child of a child");
    in_child(|| {
        call(client);
        in_child(|| call(client));
        call(client);
    });
    println!("a client that is dropped in a child");
    let clone = client.clone();
    in_child(move || drop(clone));
    println!("the connection of the parent is untouched");
    call(client);
    println!("children of a parent whose other threads are calling");
    while_calling(client, || (0..30).for_each(|_| in_child(|| call(client))));
}

fn call(client: &Transport) {
    let begun = Instant::now();
    wait(get(client)).unwrap();
    assert!(begun.elapsed() < DEADLINE);
}

/// Runs in a forked process, which must succeed and end.
fn in_child(work: impl FnOnce()) {
    match fork::fork().unwrap() {
        Fork::Child => {
            thread::spawn(|| {
                thread::sleep(TOO_LONG);
                process::exit(3);
            });
            let result = catch_unwind(AssertUnwindSafe(work));
            process::exit(if result.is_ok() { 0 } else { 2 });
        }
        Fork::Parent(child) => {
            let status = fork::waitpid(child).unwrap();
            assert_eq!(status, 0, "the status of the child");
        }
    }
}

fn while_calling(client: &Transport, work: impl FnOnce()) {
    let stopped = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !stopped.load(Ordering::Relaxed) {
                    call(client);
                }
            });
        }
        let result = catch_unwind(AssertUnwindSafe(work));
        stopped.store(true, Ordering::Relaxed);
        result.unwrap();
    });
}
