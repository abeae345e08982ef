//! Members of KCP QuickPay, and their PIN confirmations.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::arguments::{amount, flag, optional, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::state::balance::Balance;
use crate::state::kcp_quick::Member;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "POST",
        "kcp-members",
        "Adds or replaces a member of KCP QuickPay: member_id, money, fido, site_code, \
        partner_type, partner_subtype.",
        add_member,
    ),
    Command::new(
        "POST",
        "kcp-pins",
        "Confirms the PIN of a member of KCP QuickPay: member_id, merchant_uid.",
        confirm_pin,
    ),
];

/// Member of KCP QuickPay.
#[derive(Clone, Debug)]
#[must_use]
pub struct KcpMember {
    id: String,
    site: Option<[String; 3]>,
    money: Decimal,
    fido: bool,
}

impl KcpMember {
    /// Creates a member with this `member_id`, without prepaid money.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), site: None, money: Decimal::ZERO, fido: false }
    }

    /// Sets the prepaid money.
    pub fn with_money(mut self, money: impl Into<Decimal>) -> Self {
        self.money = money.into();
        self
    }

    /// Enables FIDO authentication.
    pub fn with_fido(mut self) -> Self {
        self.fido = true;
        self
    }

    /// Sets the site code, partner type and partner subtype that a deletion must name. Without this,
    /// any are accepted.
    pub fn registered_under(mut self, site_code: &str, ty: &str, subtype: &str) -> Self {
        self.site = Some([site_code, ty, subtype].map(str::to_owned));
        self
    }

    fn add(self, app: &App) {
        // Adding cannot fail and returns nothing.
        let _ = app.state().with_merchant(None, |state| {
            let (id, site, fido, now) = (self.id, self.site, self.fido, state.now);
            let money = Balance::new(self.money);
            state.kcp_quick.add(Member { id, site, money, fido, inserted: now, updated: now });
            Ok(())
        });
    }
}

impl Fake {
    /// Adds or replaces a member of KCP QuickPay.
    pub fn add_kcp_member(&self, member: KcpMember) {
        member.add(self.app());
    }

    /// Confirms a member's PIN for a registered transaction with prepaid money. Returns the `imp_uid`
    /// for the payment.
    ///
    /// # Errors
    /// Fails when there is no such member or transaction.
    pub fn confirm_kcp_pin(&self, member_id: &str, merchant_uid: &str) -> Result<String, ApiError> {
        self.app()
            .state()
            .with_merchant(None, |state| state.confirm_kcp_pin(member_id, merchant_uid))
    }
}

fn add_member(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let site = ["site_code", "partner_type", "partner_subtype"].map(|name| optional(values, name));
    let mut member = KcpMember::new(text(values, "member_id")?);
    if values.contains_key("money") {
        member = member.with_money(amount(values, "money")?);
    }
    if let [Some(code), Some(ty), Some(subtype)] = &site {
        member = member.registered_under(code, ty, subtype);
    }
    member.fido = flag(values, "fido")?;
    member.add(app);
    Ok(json!({}))
}

fn confirm_pin(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let (member_id, merchant_uid) = (text(values, "member_id")?, text(values, "merchant_uid")?);
    let imp_uid =
        app.state().with_merchant(None, |state| state.confirm_kcp_pin(member_id, merchant_uid))?;
    Ok(json!({ "imp_uid": imp_uid }))
}
