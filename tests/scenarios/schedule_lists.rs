//! Lists of scheduled charges.

use portone_v1::Paginator;
use portone_v1::billing_keys::ListBillingKeySchedules;
use portone_v1::schedules::{ListSchedules, ListSchedulesByCustomer, ScheduleSorting};
use portone_v1::types::{Schedule, ScheduleStatus};

use crate::schedules::subscribe;
use crate::shop::{DAY, Shop};

async fn orders(mut schedules: Paginator<Schedule>) -> Vec<String> {
    let mut orders = Vec::new();
    while let Some(schedule) = schedules.next().await {
        orders.push(schedule.unwrap().merchant_uid.unwrap());
    }
    orders
}

pub(crate) async fn lists_of_charges_go_on(shop: &Shop) {
    let (opened, end) = (shop.now(), shop.now() + 40 * DAY);
    subscribe(shop, "card-1", 25).await;
    subscribe(shop, "card-2", 2).await;
    let schedules = shop.client.schedules();
    let all = ListSchedules::new(opened, end).limit(10);
    assert_eq!(schedules.list(&all).await.unwrap().total, Some(27));
    let first = schedules.list_items(&all.clone().sorting(ScheduleSorting::FirstDue));
    let first = orders(first).await;
    assert_eq!((first.len(), first[0].as_str()), (27, "card-1-paper-1"));

    shop.portone.advance(DAY);
    let made = all.schedule_status(ScheduleStatus::Executed);
    assert_eq!(schedules.list(&made).await.unwrap().list.len(), 2);
    let of_card = ListSchedulesByCustomer::new("card-1", opened, end);
    let page = schedules.list_by_customer(&of_card).await.unwrap();
    assert_eq!(page.list[0].merchant_uid.as_deref(), Some("card-1-paper-25"));
    assert_eq!(orders(schedules.list_by_customer_items(&of_card)).await.len(), 25);

    let keys = shop.client.billing_keys();
    let to_come = ListBillingKeySchedules::new("card-1", opened, end)
        .schedule_status(ScheduleStatus::Scheduled);
    assert_eq!(keys.schedules(&to_come).await.unwrap().total, Some(24));
    assert_eq!(orders(keys.schedules_items(&to_come)).await.len(), 24);
}
