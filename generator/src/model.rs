//! The resolved API: every name final, every reference resolved. The model is
//! valid by construction, so reading it cannot fail.

mod api;
mod dependencies;
mod field;
mod gateway;
mod gateway_codes;
mod not_found;
mod omission;
mod operation;
mod operation_id;
mod parameter;
mod reconcile;
mod responses;
mod route;
mod rules;
mod section;
mod shared_module;
mod type_ref;
mod types;

pub use api::Api;
pub use dependencies::closure;
pub use field::{Condition, Field, Privacy};
pub use gateway::{Gateway, GatewayRule};
pub use gateway_codes::{GatewayCodeTable, GatewayCodes};
pub use not_found::NotFound;
pub use omission::{ExplicitOmission, Omission};
pub use operation::{Operation, items_method};
pub use operation_id::OperationId;
pub use parameter::{ParamLocation, Parameter};
pub use reconcile::{Reconcile, ReconcileKey};
pub use responses::{MULTI_STATUS, Pagination, PartialSuccess, PaymentLookup};
pub use route::{Method, Route};
pub use section::Section;
pub use shared_module::SharedModule;
pub use type_ref::{Item, TypeId, TypeRef};
pub use types::{Choice, EnumValue, Enumeration, Shape, Type};

pub use crate::keywords::{Evidence, Requirement, Risk};
