//! One server's whole state, and what it does with a request.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::contract::{Contract, Operation};
use crate::desk::{self, Handled};
use crate::faults::{Effect, Fault};
use crate::log::Answered;
use crate::refusal::Refusal;
use crate::reply::Reply;
use crate::request::Request;
use crate::route::{Route, Routes};
use crate::webhooks::Settled;
use crate::world::World;

/// Shared by all connections, and by whoever holds the fake.
pub struct Core {
    /// What the schema says.
    pub contract: &'static Contract,
    /// How long the server waits for a client, and for a shop.
    pub patience: Duration,
    /// Who waits for webhooks.
    pub settled: Settled,
    routes: Routes,
    world: Mutex<World>,
}

impl Core {
    /// Nothing has happened yet.
    pub fn new(
        contract: &'static Contract,
        routes: Routes,
        world: World,
        patience: Duration,
    ) -> Self {
        let settled = Settled::default();
        Self { contract, patience, settled, routes, world: Mutex::new(world) }
    }

    /// What is remembered. A test that panicked elsewhere leaves nothing half-written in here.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request) -> Reply {
        let (reply, delay) = self.carry_out(request);
        // Only where it is late: whoever hangs up meanwhile has had the call carried out.
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        reply
    }

    /// Answers a request that did not arrive as a whole.
    pub fn refuse(&self, request: Request, refusal: Refusal) -> Reply {
        let operation = self.operation(&request);
        let reply = Reply::refused(refusal);
        self.enter(&mut self.world(), request, operation, Vec::new(), &reply, None);
        reply
    }

    fn carry_out(&self, request: Request) -> (Reply, Duration) {
        let world = &mut *self.world();
        let route = self.routes.find(&request.method, &request.path);
        let operation = route.as_ref().ok().map(|route| route.operation);
        let fault = world.faults.next(operation);
        let (reply, unread) = self.reply(world, &request, route, fault.as_ref());
        let delay = fault.as_ref().map(Fault::delay).unwrap_or_default();
        self.enter(world, request, operation, unread, &reply, fault);
        (reply, delay)
    }

    fn reply(
        &self,
        world: &mut World,
        request: &Request,
        route: Result<Route, Refusal>,
        fault: Option<&Fault>,
    ) -> (Reply, Vec<String>) {
        let handle = |world: &mut World, in_part| {
            let Handled { unread, answer } =
                desk::handle(self.contract, world, request, route, in_part);
            (Reply::of(&answer), unread)
        };
        let Some(effect) = fault.map(Fault::effect) else { return handle(world, false) };
        if !effect.carries_out() {
            return (effect.spoil(Reply::nothing()), Vec::new());
        }
        let in_part = matches!(effect, Effect::Partial);
        let (reply, unread) = handle(world, in_part);
        (effect.spoil(reply), unread)
    }

    fn operation(&self, request: &Request) -> Option<&'static Operation> {
        self.routes.find(&request.method, &request.path).ok().map(|route| route.operation)
    }

    fn enter(
        &self,
        world: &mut World,
        request: Request,
        operation: Option<&Operation>,
        unread: Vec<String>,
        reply: &Reply,
        fault: Option<Fault>,
    ) {
        let happened = fault.as_ref().map(Fault::effect);
        let happened = happened.filter(|effect| effect.has_happened(reply));
        let answered = Answered {
            at: world.clock.now(),
            operation: operation.map(|operation| operation.name.clone()),
            unread,
            status: reply.sent_status(),
            code: reply.sent_code(),
            fault: happened.map(ToString::to_string),
        };
        world.log.enter(request, answered);
    }
}
