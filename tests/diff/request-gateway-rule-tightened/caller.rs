use portone_v1::shop::CreateOrder;

pub fn requests() -> Vec<CreateOrder> {
    vec![
        CreateOrder::new().tel("text"),
        CreateOrder::new().tel(String::from("text")),
        CreateOrder::new().tel(&String::from("text")),
        CreateOrder::default(),
    ]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
