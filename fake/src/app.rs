//! Application: the shared state of one server, and the handling of its requests.

mod idle;

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use self::idle::IdleSignal;
use crate::api_error::ApiError;
use crate::contract::{Contract, OperationSpec};
use crate::dispatch::router::{ApiRouter, RouteMatch};
use crate::dispatch::{self, Dispatched};
use crate::faults::{Effect, Fault};
use crate::kills::{KillMoment, KillSwitch, Trip};
use crate::request::{AllowedHosts, HttpRequest};
use crate::response::HttpResponse;
use crate::server_state::ServerState;
use crate::server_state::log::RequestSummary;
use crate::webhooks::Timeouts;

/// One server, shared by all connections and by the [`Fake`](crate::Fake).
pub struct App {
    /// The API contract.
    pub contract: &'static Contract,
    /// Timeout for clients.
    pub timeout: Duration,
    /// Timeouts for webhook receivers and for confirmations.
    pub webhook_timeouts: Timeouts,
    /// Hosts that requests can name.
    pub allowed_hosts: AllowedHosts,
    /// Switch that ends a process at one of its requests.
    pub kill_switch: KillSwitch,
    idle: IdleSignal,
    router: ApiRouter,
    state: Mutex<ServerState>,
}

impl App {
    /// Creates the application.
    pub fn new(
        contract: &'static Contract,
        router: ApiRouter,
        state: ServerState,
        timeout: Duration,
        webhook_timeouts: Timeouts,
        allowed_hosts: AllowedHosts,
    ) -> Self {
        let (kill_switch, idle) = (KillSwitch::default(), IdleSignal::default());
        let state = Mutex::new(state);
        Self {
            contract,
            timeout,
            webhook_timeouts,
            allowed_hosts,
            kill_switch,
            idle,
            router,
            state,
        }
    }

    /// Locks the state. A panic of a thread that held the lock leaves the state consistent.
    pub fn state(&self) -> MutexGuard<'_, ServerState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Handles a request.
    pub async fn handle(&self, request: HttpRequest) -> HttpResponse {
        if let Some(trip) = self.kill_switch.count() {
            return self.handle_and_kill(request, trip).await;
        }
        let (response, delay) = self.execute(request);
        // The call is executed before the delay, also when the client disconnects during it.
        if !delay.is_zero() {
            tokio::time::sleep(delay).await;
        }
        response
    }

    /// Rejects a request that was not received completely, or is foreign.
    pub fn reject(&self, request: HttpRequest, error: ApiError) -> HttpResponse {
        let route = self.router.find(&request.method, &request.path);
        let operation = route.ok().map(|route| route.operation);
        let response = HttpResponse::error(error);
        log(&mut self.state(), request, operation, Vec::new(), &response, None);
        response
    }

    /// Waits until no due webhook is pending.
    pub async fn wait_until_idle(&self) {
        self.idle.wait(|| self.state().is_idle()).await;
    }

    /// Waits until no confirmation is pending.
    pub async fn wait_for_confirmations(&self) {
        self.idle.wait(|| self.state().confirmations.is_idle()).await;
    }

    /// Blocks the thread until no due webhook is pending.
    pub fn wait_until_idle_blocking(&self) {
        self.idle.wait_blocking(|| self.state().is_idle());
    }

    /// Wakes the tasks and threads that wait until the server is idle, to check again.
    pub fn notify_idle(&self) {
        self.idle.notify();
    }

    /// Resets the state.
    pub fn reset(&self) {
        self.state().reset();
        self.notify_idle();
    }

    /// Handles a request whose sender is killed at this moment of it.
    async fn handle_and_kill(&self, request: HttpRequest, trip: Trip) -> HttpResponse {
        match trip.moment {
            KillMoment::Received | KillMoment::Overtaken(_) => {
                trip.hold(request).await;
                HttpResponse::not_executed()
            }
            KillMoment::Executed => {
                let (response, _) = self.execute(request.clone());
                trip.hold(request).await;
                response
            }
            KillMoment::Answered(ago) => {
                let (response, _) = self.execute(request);
                trip.after(ago);
                response
            }
        }
    }

    /// Executes a request. Returns its response, and how long it is delayed.
    pub fn execute(&self, request: HttpRequest) -> (HttpResponse, Duration) {
        let state = &mut *self.state();
        let route = self.router.find(&request.method, &request.path);
        let operation = route.as_ref().ok().map(|route| route.operation);
        let fault = state.faults.next(operation);
        let is_known = !route.as_ref().is_err_and(|error| error.status == 405);
        let (mut response, unknown) = self.respond(state, &request, route, fault.as_ref());
        if !is_known {
            response.allow = self.router.methods(&request.path);
        }
        let delay = fault.as_ref().map(Fault::delay).unwrap_or_default();
        log(state, request, operation, unknown, &response, fault);
        (response, delay)
    }

    fn respond(
        &self,
        state: &mut ServerState,
        request: &HttpRequest,
        route: Result<RouteMatch, ApiError>,
        fault: Option<&Fault>,
    ) -> (HttpResponse, Vec<String>) {
        let dispatch = |state: &mut ServerState, partial| {
            let Dispatched { unknown_parameters, result } =
                dispatch::dispatch(self.contract, state, request, route, partial);
            (HttpResponse::of(&result), unknown_parameters)
        };
        let Some(effect) = fault.map(Fault::effect) else { return dispatch(state, false) };
        if !effect.executes() {
            return (effect.apply(HttpResponse::not_executed()), Vec::new());
        }
        let partial = matches!(effect, Effect::Partial);
        let (response, unknown) = dispatch(state, partial);
        (effect.apply(response), unknown)
    }
}

fn log(
    state: &mut ServerState,
    request: HttpRequest,
    operation: Option<&OperationSpec>,
    unknown_parameters: Vec<String>,
    response: &HttpResponse,
    fault: Option<Fault>,
) {
    let effect = fault.as_ref().map(Fault::effect);
    let effect = effect.filter(|effect| effect.took_effect(response));
    let summary = RequestSummary {
        at: state.clock.now(),
        operation: operation.map(|operation| operation.name.clone()),
        unknown_parameters,
        status: response.sent_status(),
        code: response.sent_code(),
        message: response.sent_message(),
        fault: effect.map(ToString::to_string),
    };
    state.log.record(request, summary);
}
