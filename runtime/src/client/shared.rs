//! The state that all clones of a client share.

use std::sync::{Arc, OnceLock};

use http::{HeaderMap, HeaderName};
use tokio::runtime::Handle;

use super::call_config::CallConfig;
use crate::auth::{Credentials, TokenProvider, TokenStore};
use crate::driver::{BackgroundThread, Driver};
use crate::error::ConfigError;
use crate::http_client::{BaseUrl, DefaultClientConfig, HttpClient};
use crate::journal::{Journal, JournalHandle};
use crate::per_process::PerProcess;
use crate::retry::RetryBudget;

/// The header that names a sub-merchant.
pub(super) const TIER: HeaderName = HeaderName::from_static("tier");

/// The state that all clones of a client share.
pub(crate) struct Shared {
    pub(crate) base_url: BaseUrl,
    pub(crate) credentials: Credentials,
    /// The headers of every request.
    pub(crate) headers: HeaderMap,
    /// The client's own configuration; token requests are sent with it.
    pub(crate) config: Arc<CallConfig>,
    pub(crate) backend: Backend,
    /// The runtime that was given to the client. A forked process has none of its threads.
    pub(crate) runtime: PerProcess<Option<Handle>>,
    pub(crate) token_store: Option<Arc<dyn TokenStore>>,
    /// The fingerprint of the merchant's account in intents.
    pub(crate) account: String,
    pub(crate) journal: Option<Arc<dyn Journal>>,
    pub(crate) process: PerProcess<OnceLock<ProcessState>>,
}

/// The choice of HTTP backend.
pub(crate) enum Backend {
    Default(Box<DefaultClientConfig>),
    Custom(Arc<dyn HttpClient>),
}

/// The state that a forked process does not share with its parent.
pub(crate) struct ProcessState {
    pub(crate) driver: Driver,
    /// The thread of the journal's work, once there is some.
    journal_thread: OnceLock<Arc<BackgroundThread>>,
    pub(crate) http: Arc<dyn HttpClient>,
    pub(crate) tokens: TokenProvider,
    pub(crate) retry_budget: RetryBudget,
}

impl Shared {
    /// The state in this process. The first call in a process starts the driver of its connections.
    pub(crate) fn process(&self) -> Result<&ProcessState, ConfigError> {
        let state = self.process.get(OnceLock::new);
        if let Some(state) = state.get() {
            return Ok(state);
        }
        let started = self.start()?;
        Ok(state.get_or_init(|| started))
    }

    /// The journal, in this process.
    pub(crate) fn journal(&self) -> Result<Option<JournalHandle>, ConfigError> {
        let Some(journal) = &self.journal else { return Ok(None) };
        self.journal_handle(Arc::clone(journal)).map(Some)
    }

    /// Any journal, in this process. Its work is done on the background thread whatever the driver is: when a runtime
    /// ends, the outcomes of its calls are still to be recorded.
    pub(crate) fn journal_handle(
        &self,
        journal: Arc<dyn Journal>,
    ) -> Result<JournalHandle, ConfigError> {
        let thread = &self.process()?.journal_thread;
        let thread = match thread.get() {
            Some(thread) => thread,
            None => {
                let started = BackgroundThread::shared()?;
                thread.get_or_init(|| started)
            }
        };
        Ok(JournalHandle::new(journal, Arc::clone(thread)))
    }

    fn start(&self) -> Result<ProcessState, ConfigError> {
        let driver = Driver::new(self.runtime.get(|| None).as_ref())?;
        let http: Arc<dyn HttpClient> = match &self.backend {
            Backend::Default(config) => Arc::new(config.client()),
            Backend::Custom(http) => Arc::clone(http),
        };
        let store = self.token_store.clone();
        let tokens = TokenProvider::new(&self.credentials, &self.base_url, store);
        let (journal_thread, retry_budget) = (OnceLock::new(), RetryBudget::new());
        Ok(ProcessState { driver, journal_thread, http, tokens, retry_budget })
    }
}
