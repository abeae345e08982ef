//! The evidence that a read gives about a call whose response was lost.

/// The state of a record that shows whether a call was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The call creates the record: it exists if the call was carried out.
    Exists,
    /// The call deletes the record: it is absent if the call was carried out.
    Absent,
    /// The call lowers the balance of the record: the balance tells whether it was carried out.
    Balance,
    /// The record shows the current state; only the caller can tell whether the call caused it.
    State,
}

impl Evidence {
    pub(crate) const ALL: [Self; 4] = [Self::Exists, Self::Absent, Self::Balance, Self::State];

    /// The word of the schema.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Exists => "exists",
            Self::Absent => "absent",
            Self::Balance => "balance",
            Self::State => "state",
        }
    }
}
