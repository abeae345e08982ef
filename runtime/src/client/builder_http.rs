//! The HTTP settings of the builder.

use std::sync::Arc;
use std::time::Duration;

use tokio::runtime::Handle;

use super::builder::ClientBuilder;
use crate::http_client::HttpClient;

impl<C> ClientBuilder<C> {
    /// Sets the connect timeout: for the look-up of the name, TCP, a proxy and TLS together. It does not
    /// apply to an [`http_client`](Self::http_client) of your own.
    pub fn connect_timeout(mut self, connect_timeout: Duration) -> Self {
        self.http.connect_timeout = connect_timeout;
        self
    }

    /// Sets an HTTP proxy: `http://proxy.example:3128`, or `http://user:password@proxy.example:3128`. It
    /// is asked for a tunnel (`CONNECT`) and cannot read the requests.
    ///
    /// It replaces the proxy that the environment names (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`), and
    /// applies to no other client of the program. `Debug` and errors do not show it.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.http.proxy = Some(url.into());
        self
    }

    /// Adds root certificates to those of the operating system, for this client alone: one in DER, or
    /// one or more in PEM.
    pub fn root_certificate(mut self, certificate: impl Into<Vec<u8>>) -> Self {
        self.http.root_certificates.push(certificate.into());
        self
    }

    /// Adds a header to every request, those for tokens included, such as one that a gateway of your
    /// company asks for. It replaces an earlier value. `Debug` and errors do not show it.
    ///
    /// Headers that the client sets itself, such as `Authorization` and `Content-Type`, are refused;
    /// `User-Agent` is not.
    pub fn default_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.http.headers.push((name.into(), value.into()));
        self
    }

    /// Sets an HTTP client of your own, with its proxies, TLS and pool: any [`HttpClient`], such as a mock
    /// without a network. With the feature `reqwest`, `reqwest::Client` is one.
    ///
    /// [`timeout`](Self::timeout) and [`default_header`](Self::default_header) still apply;
    /// [`connect_timeout`](Self::connect_timeout) does not.
    pub fn http_client(mut self, http_client: impl HttpClient + 'static) -> Self {
        self.http.backend = Some(Arc::new(http_client));
        self
    }

    /// Sets a tokio runtime for the client's connections, timers and token requests, instead of the background
    /// thread that all clients of a process share. Recommended in a server, which has one runtime from its start to
    /// its end: a call is polled by the task that awaits it, and waits for no other thread.
    ///
    /// ```
    /// use portone_v1::Client;
    /// use tokio::runtime::Handle;
    ///
    /// # fn build() -> Result<(), portone_v1::Error> {
    /// let builder = Client::builder().credentials("imp_key", "imp_secret");
    /// let client = builder.runtime(Handle::current()).build()?;
    /// # drop(client);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// A call may be awaited anywhere, also on another runtime, on none, or by the blocking client, as long as
    /// something runs this one: one with a current thread stands still outside of its `block_on`. In a forked
    /// process, which has none of the threads of its parent, the client uses the background thread. So does the work
    /// of a [`journal`](Self::journal), because outcomes are to be recorded while a runtime ends, too.
    ///
    /// # Errors of calls
    ///
    /// When the runtime has ended, a call fails with [`Error::Transport`](crate::Error::Transport) or
    /// [`Error::Token`](crate::Error::Token), and nothing is sent. A request that is under way while it ends
    /// fails as one whose connection is lost: with
    /// [`Error::OutcomeUnknown`](crate::Error::OutcomeUnknown) if it is not idempotent.
    ///
    /// The runtime needs timers and I/O, as `#[tokio::main]` and `enable_all` have them. Without them, no token can
    /// be requested: every call fails with [`Error::Token`](crate::Error::Token), and nothing is sent.
    pub fn runtime(mut self, runtime: Handle) -> Self {
        self.http.runtime = Some(runtime);
        self
    }

    /// **Dangerous:** sends requests to this host without TLS, if the base URL says `http://`. Everything
    /// between here and there can read the secret and the token, and change amounts.
    ///
    /// It is for a fake server in a closed network, such as the service `fake` of a compose file with the
    /// base URL `http://fake:8080`. Loopback addresses need no permission. [`from_env`](Self::from_env)
    /// also reads hosts from `PORTONE_DANGER_ALLOW_PLAIN_HTTP`, separated by commas.
    pub fn danger_allow_plain_http(mut self, host: impl Into<String>) -> Self {
        self.http.plain_http.push(host.into());
        self
    }
}
