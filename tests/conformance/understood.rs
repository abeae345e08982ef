//! The fake server, which shares no code with the client, accepts every request, and the client reads
//! all of its responses.

use portone_v1::{CallOptions, Client, Error};
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};

use crate::calls::CALLS;
use crate::samples::Breadth;

fn client(fake: &Fake) -> Client {
    let client = Client::builder().base_url(fake.url()).credentials(IMP_KEY, IMP_SECRET);
    client.build().unwrap().with(CallOptions::new().no_retry())
}

/// An answer, or a refusal with PortOne's own code in it.
fn is_understood(answer: &Result<crate::calls::Read, Error>) -> bool {
    match answer {
        Ok(_) => true,
        Err(error @ (Error::Status(_) | Error::Api(_))) => error.code().is_some(),
        Err(_) => false,
    }
}

#[tokio::test]
async fn every_sent_parameter_is_read_by_the_server() {
    let fake = Fake::start().await.unwrap();
    let client = client(&fake);
    for call in CALLS {
        for breadth in Breadth::ALL {
            let outcome = (call.send)(client.clone(), breadth).await;
            let asked = fake.calls(call.operation).pop();
            let asked = asked.unwrap_or_else(|| panic!("{} was not recognized", call.operation));
            assert_eq!(asked.unknown_parameters(), &[] as &[String], "{}", call.operation);
            assert!(is_understood(&outcome.answer), "{}: {:?}", call.operation, outcome.answer);
        }
    }
}

#[tokio::test]
async fn required_members_are_never_missing() {
    let fake = Fake::start().await.unwrap();
    let client = client(&fake);
    for call in CALLS {
        let outcome = (call.send)(client.clone(), Breadth::Everything).await;
        let Some(error) = outcome.answer.err().filter(|error| error.status() == Some(400)) else {
            continue;
        };
        let reason = error.message().unwrap_or_default();
        for error in VALIDATION_ERRORS {
            assert!(!reason.contains(error), "{}: {reason}", call.operation);
        }
    }
}

/// The server's validation errors about the values of a request.
const VALIDATION_ERRORS: [&str; 10] = [
    " is missing",
    " is no text",
    " is no code",
    " is no amount",
    " is no object",
    " is no whole number",
    " is not true or false",
    " is less than ",
    " is more than ",
    " characters, and ",
];
