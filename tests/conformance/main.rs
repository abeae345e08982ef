//! Every operation of the schema, called on a server on loopback: what goes out is what the schema
//! says, and whatever the schema allows to come back is read and can be stored.

mod answers;
mod blocking;
mod calls;
mod codes;
mod count;
mod expected;
mod json;
mod log_capture;
mod logs;
mod operations;
mod requests;
mod samples;
mod secrecy;
mod tables;
mod understood;
