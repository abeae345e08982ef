//! Orders in an SQLite database. What is decided here, no request can change.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use tokio::task;

/// Orders of the shop. Clones share the connection.
#[derive(Clone)]
pub struct Orders(Arc<Mutex<Connection>>);

/// PlacedOrder as it was placed, and what became of it.
pub struct PlacedOrder {
    /// The shop's number of the order.
    pub merchant_uid: String,
    /// Name of the product.
    pub name: String,
    /// Price in won.
    pub price: i64,
    /// Number of pieces that are left of the product.
    pub stock: i64,
    /// The payment that paid the order.
    pub imp_uid: Option<String>,
    /// Number of parcels that were sent.
    pub parcels: i64,
}

/// Result of a verified payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The parcel is on its way.
    Sent,
    /// The same payment was reported before.
    SentBefore,
    /// Another payment paid the order: this one is to be refunded.
    PaidTwice,
}

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS products (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, stock INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS orders (
        merchant_uid TEXT PRIMARY KEY, product TEXT NOT NULL REFERENCES products,
        price INTEGER NOT NULL, imp_uid TEXT UNIQUE);
    CREATE TABLE IF NOT EXISTS parcels (merchant_uid TEXT NOT NULL REFERENCES orders);
    CREATE TABLE IF NOT EXISTS refunds (imp_uid TEXT PRIMARY KEY, merchant_uid TEXT NOT NULL);
    INSERT OR IGNORE INTO products VALUES
        ('book', '책', 30000, 100), ('pen', '펜', 1000, 100), ('lamp', '램프', 50000, 0);";

const ORDER: &str = "
    SELECT orders.merchant_uid, name, orders.price, stock, imp_uid,
        (SELECT count(*) FROM parcels WHERE parcels.merchant_uid = orders.merchant_uid)
    FROM orders JOIN products ON products.id = orders.product WHERE orders.merchant_uid = ?1";

impl Orders {
    /// Opens the database, and creates it if it is missing.
    pub async fn open(file: String) -> rusqlite::Result<Self> {
        let connection = Connection::open(file)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.execute_batch(TABLES)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Places an order, or returns `None` if there is no such product.
    pub async fn place(
        &self,
        merchant_uid: String,
        product: String,
    ) -> rusqlite::Result<Option<PlacedOrder>> {
        self.run(move |connection| {
            connection.execute(
                "INSERT INTO orders (merchant_uid, product, price)
                    SELECT ?1, id, price FROM products WHERE id = ?2",
                params![merchant_uid, product],
            )?;
            find(connection, &merchant_uid)
        })
        .await
    }

    /// Finds an order.
    pub async fn find(&self, merchant_uid: &str) -> rusqlite::Result<Option<PlacedOrder>> {
        let merchant_uid = merchant_uid.to_owned();
        self.run(move |connection| find(connection, &merchant_uid)).await
    }

    /// Sends the parcel of a paid order, once. The payment is verified.
    pub async fn deliver_once(
        &self,
        merchant_uid: &str,
        imp_uid: &str,
    ) -> rusqlite::Result<Delivery> {
        let (merchant_uid, imp_uid) = (merchant_uid.to_owned(), imp_uid.to_owned());
        self.run(move |connection| deliver_once(connection, &merchant_uid, &imp_uid)).await
    }

    /// Runs a function on a thread that it may block.
    async fn run<T: Send + 'static>(
        &self,
        function: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> rusqlite::Result<T> {
        let connection = Arc::clone(&self.0);
        let task = task::spawn_blocking(move || {
            function(&mut connection.lock().unwrap_or_else(PoisonError::into_inner))
        });
        task.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
    }
}

fn find(connection: &mut Connection, merchant_uid: &str) -> rusqlite::Result<Option<PlacedOrder>> {
    let read = |row: &rusqlite::Row<'_>| {
        Ok(PlacedOrder {
            merchant_uid: row.get(0)?,
            name: row.get(1)?,
            price: row.get(2)?,
            stock: row.get(3)?,
            imp_uid: row.get(4)?,
            parcels: row.get(5)?,
        })
    };
    connection.query_row(ORDER, params![merchant_uid], read).optional()
}

/// Looks and enters in one transaction: reports come twice, and at the same time.
fn deliver_once(
    connection: &mut Connection,
    merchant_uid: &str,
    imp_uid: &str,
) -> rusqlite::Result<Delivery> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let paid_by: Option<String> = transaction.query_row(
        "SELECT imp_uid FROM orders WHERE merchant_uid = ?1",
        params![merchant_uid],
        |row| row.get(0),
    )?;
    let delivery = match paid_by {
        None => {
            transaction.execute(
                "UPDATE orders SET imp_uid = ?2 WHERE merchant_uid = ?1",
                params![merchant_uid, imp_uid],
            )?;
            transaction.execute("INSERT INTO parcels VALUES (?1)", params![merchant_uid])?;
            transaction.execute(
                "UPDATE products SET stock = stock - 1
                    WHERE id = (SELECT product FROM orders WHERE merchant_uid = ?1)",
                params![merchant_uid],
            )?;
            Delivery::Sent
        }
        Some(first) if first == imp_uid => Delivery::SentBefore,
        Some(_) => {
            transaction.execute(
                "INSERT OR IGNORE INTO refunds VALUES (?1, ?2)",
                params![imp_uid, merchant_uid],
            )?;
            Delivery::PaidTwice
        }
    };
    transaction.commit()?;
    Ok(delivery)
}
