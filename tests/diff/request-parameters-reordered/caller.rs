use portone_v1::shop::CreateOrder;

pub fn requests() -> Vec<CreateOrder> {
    vec![
        CreateOrder::new(3_000),
        CreateOrder::new(3_000_i64).memo("text"),
        CreateOrder::new(portone_v1::Decimal::from(3_000)).memo(String::from("text")),
    ]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
