//! Identity verification.

use portone_v1::certifications::{
    CertifiedCarrier, ConfirmCertificationOtp, DeleteCertification, Gender, GenderDigit,
    GetCertification, MobileCarrier, RequestCertificationOtp,
};
use portone_v1_fake::{CHANNEL_KEY, IdentityHolder};

use crate::refusals::{assert_not_found, assert_refused};
use crate::shop::Shop;

pub(crate) async fn a_person_is_certified_by_password(shop: &Shop) {
    let certifications = shop.client.certifications();
    let request = RequestCertificationOtp::new(
        "홍길동",
        "010-1234-5678",
        "900131",
        GenderDigit::MaleBefore2000,
        MobileCarrier::Kt,
        CHANNEL_KEY,
    );
    let request = request.is_mvno(true).merchant_uid("person-1");
    let imp_uid = certifications.request_otp(&request).await.unwrap().imp_uid;
    let pending = certifications.get(&GetCertification::new(&imp_uid)).await.unwrap();
    assert_eq!((pending.certified, pending.unique_key), (Some(false), None));

    let otp = shop.portone.otp(&imp_uid).unwrap();
    let wrong = if otp == "000000" { "000001" } else { "000000" };
    let confirm = |otp: &str| ConfirmCertificationOtp::new(&imp_uid).otp(otp);
    assert_refused(certifications.confirm_otp(&confirm(wrong)).await, 400, -1);
    let certified = certifications.confirm_otp(&confirm(&otp)).await.unwrap();
    assert_eq!((certified.certified, certified.certified_at), (Some(true), Some(shop.now())));
    assert_eq!(
        (certified.name.as_deref(), &certified.gender),
        (Some("홍길동"), &Some(Gender::Male))
    );
    assert_eq!(certified.birthday.as_deref(), Some("1990-01-31"));
    assert_eq!(certified.carrier, Some(CertifiedCarrier::KtMvno));
    assert_eq!(certified.merchant_uid.as_deref(), Some("person-1"));
    assert!(certified.unique_key.is_some());
    assert_eq!(certifications.get(&GetCertification::new(&imp_uid)).await.unwrap(), certified);
}

/// A person has the same key each time, and is deleted on request.
pub(crate) async fn a_person_is_forgotten(shop: &Shop) {
    let certifications = shop.client.certifications();
    let person = || IdentityHolder::new("성춘향", "050301", 4);
    let first = shop.portone.certify(person()).unwrap();
    let second = shop.portone.certify(person().at("danal")).unwrap();
    let known = certifications.get(&GetCertification::new(&first)).await.unwrap();
    let again = certifications.get(&GetCertification::new(&second)).await.unwrap();
    assert!(known.unique_key.is_some());
    assert_eq!(known.unique_key, again.unique_key);

    let erased = certifications.delete(&DeleteCertification::new(&first)).await.unwrap();
    assert_eq!(erased, known);
    assert_not_found(certifications.get(&GetCertification::new(&first)).await);
    assert_not_found(certifications.delete(&DeleteCertification::new(&first)).await);
    certifications.get(&GetCertification::new(&second)).await.unwrap();
}
