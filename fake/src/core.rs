//! One server's whole state, and what it does with a request.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use serde_json::Value;

use crate::answer::envelope;
use crate::contract::Contract;
use crate::control;
use crate::desk;
use crate::refusal::Refusal;
use crate::request::Request;
use crate::route::Routes;
use crate::world::World;

/// Shared by all connections, and by whoever holds the fake.
pub struct Core {
    contract: &'static Contract,
    routes: Routes,
    world: Mutex<World>,
}

/// What is sent back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// JSON.
    pub body: Bytes,
}

impl Reply {
    /// Any JSON.
    pub fn json(status: u16, body: &Value) -> Self {
        Self { status, body: body.to_string().into() }
    }

    /// The envelope of a refusal.
    pub fn refused(refusal: Refusal) -> Self {
        let (status, body) = envelope(&Err(refusal));
        Self::json(status, &body)
    }
}

impl Core {
    /// Nothing has happened yet.
    pub fn new(contract: &'static Contract, routes: Routes, world: World) -> Self {
        Self { contract, routes, world: Mutex::new(world) }
    }

    /// What is remembered. A test that panicked elsewhere leaves nothing half-written in here.
    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request.
    pub async fn answer(&self, request: Request) -> Reply {
        if request.path.starts_with(control::PREFIX) {
            return control::answer(self, &request);
        }
        let handled = desk::handle(self.contract, &self.routes, &mut self.world(), &request);
        let (status, body) = envelope(&handled.answer);
        Reply::json(status, &body)
    }
}
