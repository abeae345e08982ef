//! A journal in a Postgres database, for shops whose requests leave from more than one machine.
//!
//! Copy this file. It needs `sqlx` with the features `postgres` and `runtime-tokio`.
//!
//! ```no_run
//! use portone_v1::Client;
//! use portone_v1_postgres_journal::PostgresJournal;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let journal = PostgresJournal::connect("postgres://shop@localhost/shop").await?;
//! journal.create_table().await?;
//! let client = Client::builder().journal(journal.clone()).build()?;
//!
//! // At the start, and every few minutes: what earlier processes left open.
//! let recovery = client.recover(&journal).await?;
//! # let _ = recovery;
//! # Ok(())
//! # }
//! ```

use std::str::FromStr;
use std::time::Duration;

use futures_util::TryStreamExt;
use portone_v1::{Intent, IntentId, Journal, JournalEntry, JournalError, JournalFuture, Outcome};
use sqlx::Error;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

/// The longest wait for a connection: a refund is not sent while the database is away.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// A journal in the table `portone_intents`. Clones share connections.
///
/// Any number of machines can record, and recover, at the same time.
#[derive(Clone, Debug)]
pub struct PostgresJournal {
    pool: PgPool,
}

impl PostgresJournal {
    /// Connects to a database. A commit has reached its disk when it returns, even if the database's default is
    /// another one, and no statement waits for longer than 5 seconds.
    ///
    /// # Errors
    ///
    /// If the URL is invalid, or there is no connection.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let settings = [("synchronous_commit", "on"), ("statement_timeout", "5s")];
        let options = PgConnectOptions::from_str(url)?.options(settings);
        let pool = PgPoolOptions::new().acquire_timeout(ACQUIRE_TIMEOUT);
        Ok(Self { pool: pool.connect_with(options).await? })
    }

    /// Creates the table, if there is none. Programs that run migrations take the statements from here.
    ///
    /// # Errors
    ///
    /// If the database refuses it.
    pub async fn create_table(&self) -> Result<(), Error> {
        sqlx::raw_sql(
            "CREATE TABLE IF NOT EXISTS portone_intents (
                 id      text PRIMARY KEY COLLATE \"C\",
                 subject text COLLATE \"C\",
                 intent  text NOT NULL,
                 outcome text,
                 rank    smallint NOT NULL DEFAULT 0,
                 changed timestamptz NOT NULL DEFAULT now()
             );
             CREATE INDEX IF NOT EXISTS portone_intents_open ON portone_intents (id) WHERE rank = 0;
             CREATE INDEX IF NOT EXISTS portone_intents_subject ON portone_intents (subject);",
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Deletes the intents that were closed before this many days, and returns their number.
    ///
    /// # Errors
    ///
    /// If the database fails.
    pub async fn delete_closed(&self, days: u16) -> Result<u64, Error> {
        let done = sqlx::query(
            "DELETE FROM portone_intents closed
             WHERE rank > 0 AND changed < now() - make_interval(days => $1)
               AND NOT EXISTS (
                   SELECT FROM portone_intents open WHERE open.rank = 0 AND open.subject = closed.subject
               )",
        )
        .bind(i32::from(days.max(1)))
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected())
    }

    async fn insert(&self, intent: &Intent) -> Result<(), Error> {
        sqlx::query("INSERT INTO portone_intents (id, subject, intent) VALUES ($1, $2, $3)")
            .bind(intent.id().to_string())
            .bind(intent.subject())
            .bind(intent.to_json())
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// One statement, so that of two processes none overwrites the outcome that counts.
    async fn update(&self, id: &IntentId, outcome: Outcome) -> Result<(), Error> {
        sqlx::query(
            "UPDATE portone_intents SET outcome = $2, rank = $3, changed = now() WHERE id = $1 AND rank <= $3",
        )
        .bind(id.to_string())
        .bind(outcome.as_str())
        .bind(i16::from(outcome.rank()))
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Rows that cannot be read are left out, and do not count.
    async fn select_open(
        &self,
        after: Option<&IntentId>,
        limit: usize,
    ) -> Result<Vec<JournalEntry>, Error> {
        let mut rows = sqlx::query_as::<_, IntentRow>(
            "SELECT id, intent, outcome FROM portone_intents WHERE rank = 0 AND id > $1 ORDER BY id",
        )
        .bind(after.map(IntentId::to_string).unwrap_or_default())
        .fetch(&self.pool);
        let mut entries = Vec::new();
        while entries.len() < limit {
            let Some(row) = rows.try_next().await? else { break };
            entries.extend(row.entry());
        }
        Ok(entries)
    }

    async fn select_related(&self, subject: &str) -> Result<Vec<JournalEntry>, Error> {
        let rows = sqlx::query_as::<_, IntentRow>(
            "SELECT id, intent, outcome FROM portone_intents WHERE subject = $1",
        );
        let rows = rows.bind(subject).fetch_all(&self.pool).await?;
        Ok(rows.iter().filter_map(IntentRow::entry).collect())
    }

    async fn select_unreadable(&self) -> Result<Vec<String>, Error> {
        let mut rows =
            sqlx::query_as::<_, IntentRow>("SELECT id, intent, outcome FROM portone_intents")
                .fetch(&self.pool);
        let mut unreadable = Vec::new();
        while let Some(row) = rows.try_next().await? {
            if row.entry().is_none() {
                unreadable.push(row.sentence());
            }
        }
        Ok(unreadable)
    }
}

/// A row of the table.
#[derive(sqlx::FromRow)]
struct IntentRow {
    id: String,
    intent: String,
    outcome: Option<String>,
}

impl IntentRow {
    /// The entry; none if something else wrote the row, or a later version.
    fn entry(&self) -> Option<JournalEntry> {
        let outcome = self.outcome.as_deref().map(str::parse).transpose().ok()?;
        Some(JournalEntry { intent: Intent::from_json(&self.intent).ok()?, outcome })
    }

    fn sentence(&self) -> String {
        let id = &self.id;
        format!(
            "the row {id} of portone_intents cannot be read: look up what was sent at that time, and delete the row"
        )
    }
}

impl Journal for PostgresJournal {
    fn record_intent<'a>(&'a self, intent: &'a Intent) -> JournalFuture<'a, ()> {
        Box::pin(async move { self.insert(intent).await.map_err(JournalError::new) })
    }

    fn record_outcome<'a>(&'a self, id: &'a IntentId, outcome: Outcome) -> JournalFuture<'a, ()> {
        Box::pin(async move { self.update(id, outcome).await.map_err(JournalError::new) })
    }

    fn open<'a>(
        &'a self,
        after: Option<&'a IntentId>,
        limit: usize,
    ) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(async move { self.select_open(after, limit).await.map_err(JournalError::new) })
    }

    fn related<'a>(&'a self, subject: &'a str) -> JournalFuture<'a, Vec<JournalEntry>> {
        Box::pin(async move { self.select_related(subject).await.map_err(JournalError::new) })
    }

    fn unreadable(&self) -> JournalFuture<'_, Vec<String>> {
        Box::pin(async move { self.select_unreadable().await.map_err(JournalError::new) })
    }
}
