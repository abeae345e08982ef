//! Buyers who join KCP QuickPay, and what they do in its window.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::{Entry, amount, flag, optional, text};
use crate::books::kcp_quick::Member;
use crate::books::purse::Purse;
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    (
        "POST",
        "kcp-members",
        "A buyer joins KCP QuickPay: member_id, money, fido, site_code, partner_type, partner_subtype.",
        add_member,
    ),
    (
        "POST",
        "kcp-pins",
        "A member of KCP QuickPay confirms a PIN: member_id, merchant_uid.",
        confirm_pin,
    ),
];

/// A buyer who joins KCP QuickPay.
#[derive(Clone, Debug)]
#[must_use]
pub struct KcpMember {
    id: String,
    site: Option<[String; 3]>,
    money: Decimal,
    fido: bool,
}

impl KcpMember {
    /// By this `member_id`, without prepaid money.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), site: None, money: Decimal::ZERO, fido: false }
    }

    /// With this much prepaid money.
    pub fn with_money(mut self, money: impl Into<Decimal>) -> Self {
        self.money = money.into();
        self
    }

    /// Authenticates by finger or face.
    pub fn with_fido(mut self) -> Self {
        self.fido = true;
        self
    }

    /// Joined under this site code, partner type and partner subtype, and can be deleted under them
    /// alone. Otherwise under any.
    pub fn registered_under(mut self, site_code: &str, ty: &str, subtype: &str) -> Self {
        self.site = Some([site_code, ty, subtype].map(str::to_owned));
        self
    }

    fn join(self, core: &Core) {
        // Joining cannot be refused, and there is nothing to return.
        let _ = core.world().act(None, |books| {
            let (id, site, fido, now) = (self.id, self.site, self.fido, books.now);
            let money = Purse::new(self.money);
            books.kcp_quick.add(Member { id, site, money, fido, inserted: now, updated: now });
            Ok(())
        });
    }
}

impl Fake {
    /// Has a buyer join KCP QuickPay.
    pub fn add_kcp_member(&self, member: KcpMember) {
        member.join(self.core());
    }

    /// Has a member of KCP QuickPay confirm the PIN for a transaction with prepaid money that was
    /// registered. Returns the `imp_uid`, with which the merchant takes the money.
    ///
    /// # Errors
    /// Fails when there is no such member or transaction.
    pub fn confirm_kcp_pin(&self, member_id: &str, merchant_uid: &str) -> Result<String, Refusal> {
        self.core().world().act(None, |books| books.confirm_kcp_pin(member_id, merchant_uid))
    }
}

fn add_member(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let site = ["site_code", "partner_type", "partner_subtype"].map(|name| optional(values, name));
    let mut member = KcpMember::new(text(values, "member_id")?);
    if values.contains_key("money") {
        member = member.with_money(amount(values, "money")?);
    }
    if let [Some(code), Some(ty), Some(subtype)] = &site {
        member = member.registered_under(code, ty, subtype);
    }
    member.fido = flag(values, "fido")?;
    member.join(core);
    Ok(json!({}))
}

fn confirm_pin(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let (member_id, merchant_uid) = (text(values, "member_id")?, text(values, "merchant_uid")?);
    let imp_uid = core.world().act(None, |books| books.confirm_kcp_pin(member_id, merchant_uid))?;
    Ok(json!({ "imp_uid": imp_uid }))
}
