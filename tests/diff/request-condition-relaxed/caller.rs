use portone_v1::shop::CreateOrder;

pub fn requests() -> Vec<CreateOrder> {
    vec![
        CreateOrder::new().key("text"),
        CreateOrder::new().key(String::from("text")),
        CreateOrder::new().key(&String::from("text")),
        CreateOrder::default(),
    ]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
