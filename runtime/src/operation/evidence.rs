//! What a read shows about a call whose answer was lost.

/// What a record's being there, or missing, shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The call makes the record: there means done, missing means not done.
    Created,
    /// The call removes the record: missing means done, there means not done.
    Removed,
    /// The call lowers the record's balance: how far it fell tells.
    Balance,
    /// It shows what is so now; only the caller can tell whether the call made it so.
    State,
}
