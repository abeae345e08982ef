use portone_v1::shop::CreateOrder;

pub fn requests() -> Vec<CreateOrder> {
    vec![CreateOrder::new(), CreateOrder::default(), CreateOrder::new().kind("gift")]
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
