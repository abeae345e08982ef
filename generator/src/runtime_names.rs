//! The names of the runtime's items in generated code, which imports them, so that no type of a schema can have them.

/// Items of the module that is hidden from users.
pub const INTERNAL: &[&str] = &[
    "Authorization",
    "Call",
    "Evidence",
    "Fields",
    "FromJson",
    "GatewayCodes",
    "Json",
    "Method",
    "NotFound",
    "Operation",
    "Page",
    "Pageable",
    "Parameter",
    "PaymentSource",
    "Redacted",
    "Requirement",
    "ToJson",
    "Transport",
    "Value",
    "Verifiable",
    "non_blank",
    "rejection_record",
    "unknown_code",
];

/// Items that users may name.
pub const PUBLIC: &[&str] = &[
    "CallOptions",
    "Decimal",
    "Error",
    "Paginator",
    "Partial",
    "ReconcilePolicy",
    "Reconciled",
    "Timestamp",
    "UnknownCode",
];
