//! Plan for the buyers in the payment window, so that tests need no click.

/// Action of a buyer in the payment window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowChoice {
    /// Pays by the method of the request.
    Pay,
    /// Fails for a reason.
    Fail(String),
    /// Closes the window.
    Close,
    /// Takes a virtual account, whatever the method of the request.
    Account,
    /// Pays and never returns to the shop.
    Vanish,
}

/// Time of a payment's webhooks, relative to the return of the browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WebhookTiming {
    /// Sent at the same time: either can be first, as in V1.
    #[default]
    Concurrent,
    /// Sent and answered before the browser returns.
    Before,
    /// Sent a second after the browser returned.
    After,
    /// Withheld, until they are [released](crate::Fake::release_webhooks).
    Withheld,
}

/// Plan for the buyers in the payment window: their action without a click, the time of the webhooks,
/// and the channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct WindowPlan {
    /// The action, or `None` if a person decides.
    pub(crate) choice: Option<WindowChoice>,
    /// Time of the webhooks.
    pub(crate) webhook: WebhookTiming,
    /// `true` if all channels are test channels.
    pub(crate) sandbox: bool,
}

impl WindowPlan {
    /// Opens the window, in which a person decides.
    pub fn person() -> Self {
        Self::default()
    }

    /// Pays at once by the method of the request; an identity verification succeeds.
    pub fn pays() -> Self {
        Self::at_once(WindowChoice::Pay)
    }

    /// Fails at once for this reason.
    pub fn fails(reason: impl Into<String>) -> Self {
        Self::at_once(WindowChoice::Fail(reason.into()))
    }

    /// Closes the window at once.
    pub fn closes() -> Self {
        Self::at_once(WindowChoice::Close)
    }

    /// Takes a virtual account at once.
    pub fn takes_account() -> Self {
        Self::at_once(WindowChoice::Account)
    }

    /// Pays at once, and never returns to the shop.
    pub fn vanishes() -> Self {
        Self::at_once(WindowChoice::Vanish)
    }

    /// Sets the time of the payment's webhooks.
    pub fn webhook(mut self, timing: WebhookTiming) -> Self {
        self.webhook = timing;
        self
    }

    /// Pays through test channels.
    pub fn through_test_channels(mut self) -> Self {
        self.sandbox = true;
        self
    }

    fn at_once(choice: WindowChoice) -> Self {
        Self { choice: Some(choice), ..Self::default() }
    }
}
