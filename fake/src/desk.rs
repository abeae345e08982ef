//! A request on its way through the API: route, token, values, gateway, operation.

mod in_part;

use serde_json::{Map, Value};

use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::books::schedule::Schedule;
use crate::call::Call;
use crate::channels::{self, Channel};
use crate::check::{self, Given};
use crate::contract::{Contract, Operation};
use crate::refusal::Refusal;
use crate::request::Request;
use crate::route::Route;
use crate::sections::{self, GET_TOKEN};
use crate::world::World;

/// What the operations about sub-merchants begin with. They are the merchant's own, whoever asks.
const TIERS: &str = "tiers.";

/// What a request became, as far as it got.
pub struct Handled {
    /// What the request says and nobody asked for.
    pub unread: Vec<String>,
    /// What became of it.
    pub answer: Answer,
}

/// Carries a request out, by the route that was found for it; `in_part` lets the last item that it
/// names fail.
pub fn handle(
    contract: &'static Contract,
    world: &mut World,
    request: &Request,
    route: Result<Route, Refusal>,
    in_part: bool,
) -> Handled {
    match route {
        Err(refusal) => Handled { unread: Vec::new(), answer: Err(refusal) },
        Ok(route) => {
            let mut unread = Vec::new();
            let answer = called(contract, world, request, route, in_part, &mut unread);
            Handled { unread, answer }
        }
    }
}

fn called(
    contract: &'static Contract,
    world: &mut World,
    request: &Request,
    route: Route,
    in_part: bool,
    unread: &mut Vec<String>,
) -> Answer {
    let Route { operation, path } = route;
    if !operation.public {
        world.tokens.check(request.token().as_deref(), world.clock.now())?;
    }
    let given = Given { path, query: request.query_values()?, body: request.body_values()? };
    *unread = given.unread(operation);
    let values = check::read(contract, operation, &given)?;
    if operation.name == GET_TOKEN {
        return give_token(world, &values);
    }
    let is_read = operation.method == "GET";
    if !is_read {
        world.room.check()?;
    }
    let tier = request.tier().filter(|_| !operation.name.starts_with(TIERS));
    let answer = world.act(tier, |books| {
        let channel = channel(books, operation, &values)?;
        check::at_gateway(contract, operation, &values, &channel.gateway)?;
        let call = Call { contract, operation, channel, values };
        if in_part { in_part::answer(books, call) } else { sections::answer(books, &call) }
    })?;
    if !is_read {
        world.room.take(request.size());
    }
    Ok(answer)
}

fn give_token(world: &mut World, values: &Map<String, Value>) -> Answer {
    let text = |name| values.get(name).and_then(Value::as_str).unwrap_or_default();
    let now = world.clock.now();
    world.tokens.give(text("imp_key"), text("imp_secret"), now).map(Success::new)
}

/// Where a request goes: to the channel that it names, or to that of what it is about.
fn channel(
    books: &Books,
    operation: &Operation,
    values: &Map<String, Value>,
) -> Result<Channel, Refusal> {
    let text = |name: &str| values.get(name).and_then(Value::as_str);
    if let Some(key) = text("channel_key").or_else(|| text("channelKey")) {
        return books.channels.find(books.contract, key, operation);
    }
    let payment = text("imp_uid").and_then(|uid| books.payments.get(uid).ok());
    if let Some(payment) = payment {
        return Ok(Channel { gateway: payment.gateway.clone(), sandbox: payment.sandbox });
    }
    if let Some(key) = text("customer_uid").and_then(|uid| books.billing_keys.get(uid)) {
        return Ok(key.channel.clone());
    }
    if let Some(schedule) = scheduled(books, operation, values) {
        return Ok(schedule.order.channel.clone());
    }
    // `nice.MID1`: a shop id at a gateway. What fits none counts as left out.
    let named = text("pg").and_then(|pg| pg.split('.').next());
    let named = named.filter(|code| channels::is_gateway(books.contract, code));
    let gateway = named.unwrap_or_else(|| channels::usual(operation));
    Ok(Channel { gateway: gateway.to_owned(), sandbox: false })
}

/// What an operation on one schedule is about.
fn scheduled<'b>(
    books: &'b Books,
    operation: &Operation,
    values: &Map<String, Value>,
) -> Option<&'b Schedule> {
    let merchant_uid = values.get("merchant_uid").filter(|_| operation.is_of("schedules"))?;
    books.schedules.get(merchant_uid.as_str()?).ok()
}
