use portone_v1::codes::Gateway;

pub fn gateway() -> Gateway {
    Gateway::Kcp
}
