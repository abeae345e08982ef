//! Members of KCP QuickPay, their prepaid money, and transactions with it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::Books;
use super::order::Order;
use super::purse::Purse;
use crate::channels::Channel;
use crate::contract::Contract;
use crate::record;
use crate::refusal::Refusal;

/// The docs' name of the record.
const TYPE: &str = "KcpQuickMemberAnnotation";

/// The only gateway with members.
pub const GATEWAY: &str = "kcp_quick";

/// What KCP QuickPay keeps of a merchant.
#[derive(Debug, Default)]
pub struct KcpQuick {
    /// Transactions with prepaid money that were registered, by `merchant_uid`: how much is to be
    /// paid, if that was said.
    pub transactions: BTreeMap<String, Option<Decimal>>,
    /// Which member confirmed a PIN in which transaction, by `imp_uid`.
    pub pins: BTreeMap<String, String>,
    members: BTreeMap<String, Member>,
}

/// A buyer who has joined KCP QuickPay.
#[derive(Clone, Debug)]
pub struct Member {
    /// The buyer's id there.
    pub id: String,
    /// Site code, partner type and partner subtype; when they are not known, any will do.
    pub site: Option<[String; 3]>,
    /// Prepaid money.
    pub money: Purse,
    /// Whether the buyer authenticates by finger or face.
    pub fido: bool,
    /// When the buyer joined.
    pub inserted: i64,
    /// When anything of this changed.
    pub updated: i64,
}

impl Member {
    /// As it is answered.
    pub fn answer(&self, contract: &Contract) -> Value {
        let values = json!({
            "member_id": self.id, "pg_provider": GATEWAY, "pg_id": channel().shop_id(),
            "inserted": self.inserted, "updated": self.updated,
        });
        values.as_object().map_or(Value::Null, |values| record::of(contract, TYPE, values))
    }
}

impl KcpQuick {
    /// Adds a member, or replaces one.
    pub fn add(&mut self, member: Member) {
        self.members.insert(member.id.clone(), member);
    }

    /// The member of this id.
    pub fn member(&mut self, id: &str) -> Option<&mut Member> {
        self.members.get_mut(id)
    }

    /// Forgets the member that joined under this site code, partner type and partner subtype.
    ///
    /// # Errors
    /// 404 when there is none.
    pub fn delete_member(&mut self, id: &str, site: [&str; 3]) -> Result<Member, Refusal> {
        let is_here = |member: &&Member| member.site.as_ref().is_none_or(|known| *known == site);
        let found = self.members.get(id).filter(is_here).is_some();
        let deleted = found.then(|| self.members.remove(id)).flatten();
        deleted.ok_or_else(|| no_member(id))
    }
}

impl Books {
    /// A member confirms a PIN in the window of a transaction that was registered. Returns the
    /// `imp_uid`, with which the merchant takes the money.
    ///
    /// # Errors
    /// 404 when there is no such member or transaction.
    pub fn confirm_kcp_pin(&mut self, id: &str, merchant_uid: &str) -> Result<String, Refusal> {
        self.kcp_quick.member(id).ok_or_else(|| no_member(id))?;
        let registered = self.kcp_quick.transactions.get(merchant_uid).copied();
        let registered = registered.ok_or_else(|| unregistered(merchant_uid))?;
        let order = Order::new(merchant_uid, registered.unwrap_or_default(), channel());
        let imp_uid = self.enter(order.with("pay_method", "point").with("channel", "pc"))?;
        self.kcp_quick.pins.insert(imp_uid.clone(), id.to_owned());
        Ok(imp_uid)
    }
}

/// What those are told who speak of a transaction that was not registered.
pub fn unregistered(merchant_uid: &str) -> Refusal {
    Refusal::not_found(format_args!("transaction registered for {merchant_uid}"))
}

fn no_member(id: &str) -> Refusal {
    Refusal::not_found(format_args!("member {id}"))
}

fn channel() -> Channel {
    Channel { gateway: GATEWAY.to_owned(), sandbox: false }
}
