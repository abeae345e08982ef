//! The server under load, and under attack: it answers, it loses nothing, and it lives on.

mod hostile;
mod many_requests;
mod many_servers;
mod unlucky;
mod wire;
