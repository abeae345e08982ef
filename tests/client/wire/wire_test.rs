//! One operation, called on a scripted server.

use std::collections::BTreeSet;
use std::fmt::Debug;

use portone_v1::Client;
use portone_v1_generator::model::{Item, Operation, ParamLocation, Parameter};
use portone_v1_tests::server::{Answer, Received, Server};

use super::expect::expect;
use super::parameters::{names, texts};
use crate::fixture::talk;
use crate::schema;

pub(crate) struct WireTest {
    pub(crate) client: Client,
    server: Server,
    operation: &'static Operation,
}

impl WireTest {
    /// `name` is `section.operation`, `response` is what the envelope of the answer holds.
    pub(crate) async fn of(name: &str, response: &str) -> Self {
        let (client, server) = talk(Answer::ok(response)).await;
        Self { client, server, operation: schema::operation(name) }
    }

    /// The last request was this one, and its parameters are the schema's. `conformance` sends all
    /// that the schema knows; here, new ones can be missing.
    #[track_caller]
    pub(crate) fn sent_exactly(&self, request: &dyn Debug, line: &str, body: &str) {
        let sent = self.sent(line, body);
        let (sent_names, known) = (names(&sent), self.names(|_| true));
        assert!(sent_names.is_subset(&known), "{sent_names:?} of {known:?}");
        self.assert_secret(&sent, &format!("{request:?}"));
    }

    /// The last request was this one, and with the required parameters alone.
    #[track_caller]
    pub(crate) fn sent_the_required(&self, line: &str, body: &str) {
        let sent = self.sent(line, body);
        assert_eq!(names(&sent), self.names(|parameter| parameter.field.required), "required ones");
    }

    /// The last request was this one, and with the required parameters and one of several alone.
    #[track_caller]
    pub(crate) fn sent_one_of(&self, name: &str, line: &str, body: &str) {
        let sent = self.sent(line, body);
        let is_needed =
            |parameter: &Parameter| parameter.field.required || parameter.field.wire == name;
        assert_eq!(names(&sent), self.names(is_needed), "required ones and {name}");
    }

    #[track_caller]
    fn sent(&self, line: &str, body: &str) -> Received {
        let sent = self.server.received().pop().unwrap();
        expect(&sent, line, body);
        let authorization = self.operation.authorized.then_some("Bearer token-1");
        assert_eq!(sent.header("authorization"), authorization);
        sent
    }

    fn names(&self, wanted: impl Fn(&Parameter) -> bool) -> BTreeSet<String> {
        let parameters = self.operation.parameters.iter();
        parameters
            .filter(|parameter| parameter.location != ParamLocation::Path && wanted(parameter))
            .map(|parameter| parameter.field.wire.clone())
            .collect()
    }

    /// `Debug` shows the texts that were sent, but for credentials and personal data.
    #[track_caller]
    fn assert_secret(&self, sent: &Received, shown: &str) {
        let is_text = |parameter: &&Parameter| parameter.field.ty.item == Item::String;
        for parameter in self.operation.parameters.iter().filter(is_text) {
            for text in texts(sent, self.operation, parameter) {
                let field = &parameter.field;
                assert_eq!(
                    shown.contains(&text),
                    !field.privacy.hidden(),
                    "{}: {shown}",
                    field.wire
                );
            }
        }
    }
}
