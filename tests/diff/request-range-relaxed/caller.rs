use portone_v1::shop::CreateOrder;

pub fn requests() -> Vec<CreateOrder> {
    vec![
        CreateOrder::new().count(7),
        CreateOrder::new().count(7_i64),
        CreateOrder::new().count(i64::MAX),
        CreateOrder::default(),
    ]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
