//! Plans for the buyers in the window, so that tests need no click.

use portone_v1_fake::{WebhookTiming, WindowPlan};
use serde_json::json;

use crate::shop::Shop;
use crate::window_refusals::{finish, open, order};

#[tokio::test]
async fn a_plan_of_the_test_or_of_the_page_acts_at_once() {
    let shop = Shop::open().await;
    let plan = open(&shop, &order("order-1"), json!({})).await["plan"].clone();
    let none = json!({ "auto": null, "reason": null, "webhook": "concurrent", "sandbox": false });
    assert_eq!(plan, none);

    let planned = WindowPlan::fails("잔액부족").webhook(WebhookTiming::After);
    shop.fake.plan_window(planned.through_test_channels());
    let shown = open(&shop, &order("order-1"), json!({})).await;
    let expected =
        json!({ "auto": "fail", "reason": "잔액부족", "webhook": "after", "sandbox": true });
    assert_eq!((&shown["plan"], &shown["sandbox"]), (&expected, &json!(true)));
    // The page's own options come first.
    let options = json!({ "auto": "vanish", "webhook": "before", "sandbox": "true" });
    let shown = open(&shop, &order("order-1"), options).await;
    assert_eq!(
        (&shown["plan"]["auto"], &shown["plan"]["webhook"]),
        (&json!("vanish"), &json!("before"))
    );

    shop.fake.reset();
    assert_eq!(open(&shop, &order("order-1"), json!({})).await["plan"], none);
}

#[tokio::test]
async fn every_plan_has_a_command() {
    let shop = Shop::open().await;
    for (plan, auto) in [
        (WindowPlan::pays(), json!("pay")),
        (WindowPlan::fails("한도초과"), json!("fail")),
        (WindowPlan::closes(), json!("close")),
        (WindowPlan::takes_account(), json!("vbank")),
        (WindowPlan::vanishes(), json!("vanish")),
        (WindowPlan::person(), json!(null)),
    ] {
        shop.fake.plan_window(plan);
        let planned = shop.get("/_fake/window").await.body;
        assert_eq!(planned["auto"], auto);
        let set = if auto.is_null() { json!({}) } else { json!({ "auto": auto }) };
        assert_eq!(shop.post("/_fake/window", set).await.body, planned);
    }
    for wrong in
        [json!({ "auto": "steal" }), json!({ "webhook": "never" }), json!({ "sandbox": 1 })]
    {
        assert_eq!(shop.post("/_fake/window", wrong.clone()).await.status, 400, "{wrong}");
    }
}

#[tokio::test]
async fn a_page_can_use_test_channels() {
    let shop = Shop::open().await;
    finish(&shop, &order("order-1"), json!({ "auto": "pay", "sandbox": true })).await;
    let path = "/payments/find/order-1?include_sandbox=true";
    assert_eq!(shop.get(path).await.done()["sandbox"], true);
}
