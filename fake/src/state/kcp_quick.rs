//! KCP QuickPay members, their prepaid money and transactions.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::balance::Balance;
use super::record;
use crate::api_error::ApiError;
use crate::channels::Channel;
use crate::contract::Contract;

/// Name of the record in the docs.
const TYPE: &str = "KcpQuickMemberAnnotation";

/// The only gateway with members.
pub const GATEWAY: &str = "kcp_quick";

/// KCP QuickPay's data of a merchant.
#[derive(Debug, Default)]
pub struct KcpQuick {
    /// Registered transactions with prepaid money by `merchant_uid`, with the amount if it was given.
    pub transactions: BTreeMap<String, Option<Decimal>>,
    /// Members with a confirmed PIN by the `imp_uid` of the transaction.
    pub pins: BTreeMap<String, String>,
    members: BTreeMap<String, Member>,
}

/// Member of KCP QuickPay.
#[derive(Clone, Debug)]
pub struct Member {
    /// `member_id`
    pub id: String,
    /// Site code, partner type and partner subtype; `None` matches any.
    pub site: Option<[String; 3]>,
    /// Prepaid money.
    pub money: Balance,
    /// `true` if the member uses FIDO authentication.
    pub fido: bool,
    /// Time of the registration.
    pub inserted: i64,
    /// Time of the last change.
    pub updated: i64,
}

impl Member {
    /// Returns the member as the API returns it.
    pub fn to_json(&self, contract: &Contract) -> Value {
        let values = json!({
            "member_id": self.id, "pg_provider": GATEWAY, "pg_id": channel().shop_id(),
            "inserted": self.inserted, "updated": self.updated,
        });
        values.as_object().map_or(Value::Null, |values| record::build(contract, TYPE, values))
    }
}

impl KcpQuick {
    /// Adds a member, or replaces one.
    pub fn add(&mut self, member: Member) {
        self.members.insert(member.id.clone(), member);
    }

    /// Returns the member with this id.
    pub fn member(&mut self, id: &str) -> Option<&mut Member> {
        self.members.get_mut(id)
    }

    /// Deletes a member with this site code, partner type and partner subtype.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn delete_member(&mut self, id: &str, site: [&str; 3]) -> Result<Member, ApiError> {
        let is_here = |member: &&Member| member.site.as_ref().is_none_or(|known| *known == site);
        let found = self.members.get(id).filter(is_here).is_some();
        let deleted = found.then(|| self.members.remove(id)).flatten();
        deleted.ok_or_else(|| member_not_found(id))
    }
}

/// Returns the error of an unregistered transaction.
pub fn transaction_not_found(merchant_uid: &str) -> ApiError {
    ApiError::not_found(format_args!("transaction registered for {merchant_uid}"))
}

/// Returns the error of an unknown member.
pub fn member_not_found(id: &str) -> ApiError {
    ApiError::not_found(format_args!("member {id}"))
}

/// Returns the channel of all members.
pub fn channel() -> Channel {
    Channel { gateway: GATEWAY.to_owned(), sandbox: false }
}
