//! Customers, members and sub-merchants.

use portone_v1_fake::{Fake, IdentityHolder, KcpMember};

use super::before::{CUSTOMER, IMP_UID};

/// Registers those whom the program of an operation is about.
pub(super) fn prepare(fake: &Fake, operation: &str) {
    match operation.split_once('.').unwrap() {
        ("billing_keys", "issue") => {}
        ("billing_keys" | "schedules", _) | ("subscribe", "pay_again") => {
            fake.add_billing_key(CUSTOMER, "nice").unwrap();
        }
        ("kcp_quick", _) => {
            fake.add_billing_key(CUSTOMER, "kcp_quick").unwrap();
            let member = KcpMember::new("member-0001").with_fido();
            fake.add_kcp_member(member.with_money(5_000).registered_under("T0000", "01", "02"));
        }
        ("benepia", _) => fake.add_benepia_account("buyer-0001", "00000000", 5_000),
        ("tiers", "get" | "change" | "delete") => fake.add_tier("ABC", "예시 상점").unwrap(),
        ("certifications", "confirm_otp") => {
            certify(fake, |person| person.at("danal").with_pending_otp("000000"))
        }
        ("certifications", "get" | "delete") => certify(fake, |person| person),
        _ => {}
    }
}

fn certify(fake: &Fake, how: impl FnOnce(IdentityHolder) -> IdentityHolder) {
    let person = IdentityHolder::new("홍길동", "000101", 3).with_imp_uid(IMP_UID);
    fake.certify(how(person)).unwrap();
}
