//! The source addresses of notifications.

use std::net::{IpAddr, Ipv4Addr};

/// The addresses that PortOne has published. They are good for a firewall and prove nothing.
pub const SOURCE_ADDRESSES: [IpAddr; 3] = [
    IpAddr::V4(Ipv4Addr::new(52, 78, 100, 19)),
    IpAddr::V4(Ipv4Addr::new(52, 78, 48, 223)),
    IpAddr::V4(Ipv4Addr::new(52, 78, 5, 241)),
];

/// True if this is one of [`SOURCE_ADDRESSES`], also as an IPv4-mapped IPv6 address
/// (`::ffff:52.78.5.241`).
pub fn is_source(address: IpAddr) -> bool {
    SOURCE_ADDRESSES.contains(&address.to_canonical())
}
