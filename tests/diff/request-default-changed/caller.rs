use portone_v1::shop::{CreateOrder, OrderKind};

pub fn requests() -> Vec<CreateOrder> {
    vec![
        CreateOrder::new(),
        CreateOrder::new().kind(OrderKind::Gift),
        CreateOrder::new().kind("gift"),
        CreateOrder::new().kind(String::from("gift")),
    ]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
