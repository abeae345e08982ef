//! Settings of the shop, from the environment.

use std::env;
use std::net::SocketAddr;

/// The script of PortOne, unless a fake server is used.
const SCRIPT: &str = "https://cdn.iamport.kr/v1/iamport.js";

/// Settings of the shop.
#[derive(Clone)]
pub struct Settings {
    /// The address of the shop, as browsers and PortOne reach it.
    pub url: String,
    /// The address of the script for the payment window.
    pub script: String,
    /// The user code of the merchant.
    pub user_code: String,
    /// The channel of the payments.
    pub channel_key: String,
    /// The file of the database.
    pub database: String,
}

/// Returns the address to listen on.
pub fn address() -> String {
    value("CHECKOUT_ADDRESS", "127.0.0.1:3000")
}

impl Settings {
    /// Reads the settings of a shop that listens on this address.
    pub fn from_env(address: SocketAddr) -> Self {
        let script = env::var("PORTONE_BASE_URL").map(|fake| format!("{fake}/v1/iamport.js"));
        Self {
            url: value("CHECKOUT_URL", &format!("http://{address}")),
            script: script.unwrap_or_else(|_| SCRIPT.to_owned()),
            user_code: value("CHECKOUT_USER_CODE", "imp00000000"),
            channel_key: value("CHECKOUT_CHANNEL_KEY", "channel-key-1"),
            database: value("CHECKOUT_DATABASE", "checkout.db"),
        }
    }
}

fn value(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}
