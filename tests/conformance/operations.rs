//! The project's own schema, and the calls that were generated from it.

use std::path::Path;
use std::sync::LazyLock;

use portone_v1::{CallOptions, Client, MemoryJournal};
use portone_v1_generator::model::{Api, Operation, Shape};
use portone_v1_generator::source::Sources;
use portone_v1_tests::server::{Answer, Received, Server};

use crate::calls::{CALLS, CallResult, GeneratedCall};
use crate::samples::Breadth;

pub(crate) fn api() -> &'static Api {
    static API: LazyLock<Api> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema");
        portone_v1_generator::read(&Sources::read(&root).unwrap()).unwrap()
    });
    &API
}

/// An operation of the schema and the call that was made of it.
pub(crate) struct OperationCase {
    pub(crate) operation: &'static Operation,
    call: &'static GeneratedCall,
}

/// In the order of the schema, named `section.operation`.
pub(crate) fn every_operation() -> impl Iterator<Item = OperationCase> {
    let operations = api().sections.iter().flat_map(|section| &section.operations);
    operations.zip(CALLS).map(|(operation, call)| OperationCase { operation, call })
}

impl OperationCase {
    pub(crate) fn name(&self) -> &'static str {
        self.call.operation
    }

    /// The number of records that its response can be one of.
    pub(crate) fn choices(&self) -> usize {
        let answer = self.operation.returns.and_then(|ty| ty.item.named());
        match answer.map(|id| &api().ty(id).shape) {
            Some(Shape::Choice(choices)) => choices.len(),
            _ => 1,
        }
    }

    /// Calls it on a server that answers so.
    pub(crate) async fn call(&self, breadth: Breadth, answer: Answer) -> CallResult {
        MockedOperation::new(self, answer).await.call(breadth).await
    }
}

/// An operation and a server for it alone.
pub(crate) struct MockedOperation {
    call: &'static GeneratedCall,
    server: Server,
    pub(crate) client: Client,
}

impl MockedOperation {
    pub(crate) async fn new(case: &OperationCase, answer: Answer) -> Self {
        Self::journaled(case, answer, MemoryJournal::new()).await
    }

    /// The same with a journal that the test can read.
    pub(crate) async fn journaled(
        case: &OperationCase,
        answer: Answer,
        journal: MemoryJournal,
    ) -> Self {
        let server = Server::start(answer.clone()).await.unwrap();
        if !case.operation.authorized {
            server.answer_for_token(answer);
        }
        let client = Client::builder().base_url(server.url()).credentials("the-key", "the-secret");
        // What is read twice is slow, and no test here is about it.
        let client = client.journal(journal).build().unwrap().with(CallOptions::new().no_retry());
        Self { call: case.call, client, server }
    }

    pub(crate) async fn call(&self, breadth: Breadth) -> CallResult {
        (self.call.send)(self.client.clone(), breadth).await
    }

    /// Every request so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.server.received()
    }

    /// The request that came last.
    pub(crate) fn sent(&self) -> Received {
        self.server.received().pop().unwrap()
    }
}
