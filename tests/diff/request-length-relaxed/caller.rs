use portone_v1::shop::CreateOrder;

pub fn requests() -> Vec<CreateOrder> {
    vec![
        CreateOrder::new("order-1"),
        CreateOrder::new(String::from("order-1")),
        CreateOrder::new(&String::from("order-1")),
    ]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
