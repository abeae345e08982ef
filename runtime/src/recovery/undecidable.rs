//! The reasons why a person has to look an intent up.

use std::fmt;

/// The reason why no read can tell whether a request was carried out: a person has to look it up, by the keys and
/// the label of the intent, and then close it with `client.close_intent`. `Display` says what to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Undecidable {
    /// The API has no read that shows it, or the request lacked the keys for it.
    NoRead,
    /// The keys of the read are secret, and so not in the journal.
    HiddenKeys,
    /// The read shows the current state of a record, and not what has caused it.
    State,
    /// The balance of the payment is neither the expected one nor the one after the request, or the request had no
    /// `checksum`.
    Balance,
    /// Another request in the journal can have caused what the read shows.
    OtherRequest,
    /// Only a part of the request was carried out, or the records are those of other requests.
    OtherRecords,
    /// The intent is that of another merchant's account.
    OtherAccount,
    /// The intent was recorded by another version of this crate, whose reads this one does not know.
    OtherVersion,
}

impl fmt::Display for Undecidable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRead => {
                "no read of the API shows whether the request was carried out: look it up in the console of \
                 PortOne or of the payment gateway"
            }
            Self::HiddenKeys => {
                "the keys of the request are secret and not in the journal: look it up in your own books by \
                 the label, and then in the console of PortOne"
            }
            Self::State => {
                "the record shows the current state, and not what has caused it: compare it with what was \
                 requested"
            }
            Self::Balance => {
                "the balance of the payment does not show whether the refund was made: compare the refunds in \
                 its `cancel_history`, or in the console of PortOne, with your own books"
            }
            Self::OtherRequest => {
                "another request in the journal can have caused what the record shows: compare the record, such \
                 as the refunds in its `cancel_history`, with the requests in your own books"
            }
            Self::OtherRecords => {
                "only a part of the request was carried out, or the records are those of other requests: compare \
                 them with what was requested"
            }
            Self::OtherAccount => {
                "the request was sent for another merchant's account: recover it with a client of that account"
            }
            Self::OtherVersion => {
                "the request was recorded by another version of the client: recover it with that version"
            }
        })
    }
}
