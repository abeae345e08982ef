//! Operations, a record and a client for tests.

use portone_v1_runtime::internal::{
    Authorization, Call, FromJson, Json, Method, NotFound, Operation, Transport,
};
use portone_v1_runtime::{
    ClientBuilder, Decimal, Error, ReconcilePolicy, RequestFailure, RetryPolicy,
};

use crate::server::{Reply, Seen, Server};

/// The envelope of a key that nothing has.
pub(crate) const NO_RECORD: &str =
    r#"{"code":-1,"message":"존재하지 않는 결제정보입니다.","response":null}"#;

/// Answers that look like "no such record" and prove nothing.
pub(crate) const NO_PROOF: [(u16, &str); 22] = [
    (200, r#"{"code":-1,"message":"일시적인 오류","response":null}"#),
    (200, r#"{"code":1,"message":"일시적인 오류","response":null}"#),
    (200, NO_RECORD),
    (200, r#"{"code":0}"#),
    (200, r#"{"code":0,"message":null,"response":null}"#),
    (200, r#"{"code":0,"message":null,"response":false}"#),
    (200, r#"{"code":0,"message":null,"response":""}"#),
    (200, r#"{"code":0,"message":null,"response":{}}"#),
    (200, r#"{"code":0,"message":null,"response":[]}"#),
    (200, r#"{"code":0,"message":null,"response":{"total":0,"previous":0,"next":0,"list":[]}}"#),
    (200, r#"{"code":0,"message":null,"response":{"status":"paid"}}"#),
    (200, "<html>"),
    (404, "<html>"),
    (404, ""),
    (404, r#"{"code":5,"message":"no route","details":[]}"#),
    (404, r#"{"code":0,"message":"?","response":null}"#),
    (404, r#"{"code":-1,"message":"?","response":{}}"#),
    (404, r#"{"code":-1,"message":"?","response":false}"#),
    (404, r#"{"code":-1}"#),
    (403, NO_RECORD),
    (410, NO_RECORD),
    (500, NO_RECORD),
];

pub(crate) const KEY: &str = "canary-key";
pub(crate) const SECRET: &str = "canary-secret";

pub(crate) const GET: Operation = operation("payments.get", Method::Get, "/payments/{imp_uid}");
/// A charge, whose response repeats its amount.
pub(crate) const CHARGE: Operation = operation("subscribe.pay_again", Method::Post, "/again");
/// A refund, whose response has another amount.
pub(crate) const CANCEL: Operation = Operation {
    identity: &["imp_uid", "merchant_uid"],
    ..operation("payments.cancel", Method::Post, "/payments/cancel")
};
pub(crate) const CHANGE: Operation = operation("vbanks.change", Method::Put, "/vbanks/{imp_uid}");
pub(crate) const DELETE: Operation =
    operation("vbanks.delete", Method::Delete, "/vbanks/{imp_uid}");
pub(crate) const OPEN: Operation = Operation {
    authorization: Authorization::None,
    idempotent: true,
    ..Operation::new("open.status", Method::Get, "/status")
};

const NOT_FOUND: &[NotFound] = &[NotFound::new(404, &[-1, 1])];

pub(crate) const fn operation(
    name: &'static str,
    method: Method,
    route: &'static str,
) -> Operation {
    Operation {
        idempotent: matches!(method, Method::Get),
        identity: &["imp_uid", "merchant_uid", "customer_uid", "amount"],
        not_found: NOT_FOUND,
        ..Operation::new(name, method, route)
    }
}

#[derive(Debug, PartialEq)]
pub(crate) struct Payment {
    pub(crate) imp_uid: String,
    pub(crate) amount: Decimal,
}

impl FromJson for Payment {
    fn from_json(json: Json<'_>) -> Self {
        let mut object = json.object();
        Self { imp_uid: object.required("imp_uid"), amount: object.required("amount") }
    }
}

/// Sends each request once, and looks once: tests of what one answer means are not to wait for others.
pub(crate) fn builder(url: &str) -> ClientBuilder {
    let builder = ClientBuilder::new().base_url(url).credentials(KEY, SECRET);
    builder.retry(RetryPolicy::never()).reconcile(ReconcilePolicy::once())
}

pub(crate) fn client(server: &Server) -> Transport {
    builder(&server.url()).build().unwrap()
}

pub(crate) fn get_call() -> Call {
    Call::new(&GET).path("imp_uid", &"imp_1")
}

pub(crate) async fn get(client: &Transport) -> Result<Payment, Error> {
    client.send(get_call()).await?.decode()
}

/// A server that responds successfully.
pub(crate) fn well(seen: &Seen) -> Reply {
    if seen.is_for_token() {
        token("t1", 1800)
    } else {
        Reply::ok(r#"{"imp_uid":"imp_1","amount":1000}"#)
    }
}

/// A server that gives a good token and one answer to every call.
pub(crate) async fn server(status: u16, body: impl Into<String>) -> Server {
    let body = body.into();
    Server::start(move |seen| match seen.is_for_token() {
        true => token("t1", 1800),
        false => Reply::new(status, body.clone()),
    })
    .await
}

/// The failure of the token request, because of which a call was not sent.
pub(crate) fn token_failure(error: &Error) -> &RequestFailure {
    match error {
        Error::Token(error) if !error.after_unauthorized => &error.cause,
        other => panic!("{other:?}"),
    }
}

/// Loses the answer to everything but reads, which are answered by what they ask for.
pub(crate) async fn losing(read: impl Fn(&Seen) -> Reply + Send + Sync + 'static) -> Server {
    Server::start(move |seen| match &*seen.method {
        _ if seen.is_for_token() => token("t1", 1800),
        "GET" => read(seen),
        _ => Reply::new(502, "<html>"),
    })
    .await
}

/// The read of a payment.
pub(crate) fn read(imp_uid: &str) -> Call {
    Call::new(&GET).path("imp_uid", &imp_uid)
}

pub(crate) fn token(token: &str, lifetime: i64) -> Reply {
    token_at(token, 1_700_000_000, lifetime)
}

pub(crate) fn token_at(token: &str, now: i64, lifetime: i64) -> Reply {
    let expired_at = now + lifetime;
    Reply::ok(&format!(r#"{{"access_token":"{token}","now":{now},"expired_at":{expired_at}}}"#))
}
