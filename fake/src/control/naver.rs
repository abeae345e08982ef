//! What happens at Naver Pay without the API.

use serde_json::{Map, Value, json};

use super::{Entry, optional, text};
use crate::books::Books;
use crate::books::naver::step::Step;
use crate::core::Core;
use crate::fake::Fake;
use crate::record;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    (
        "POST",
        "naver/step",
        "The buyer, or Naver Pay, takes a step with product orders: imp_uid, step, product_order_id.",
        step,
    ),
    (
        "POST",
        "naver/review",
        "The buyer writes a review of a product order: product_order_id, score, title, content.",
        review,
    ),
];

/// What a buyer writes about a product order.
#[derive(Clone, Debug)]
#[must_use]
pub struct Review {
    product_order_id: String,
    kind: &'static str,
    score: String,
    title: String,
    content: Option<String>,
}

impl Review {
    /// A short one, with a score from 0 to 2.
    pub fn general(
        product_order_id: impl Into<String>,
        score: u8,
        text: impl Into<String>,
    ) -> Self {
        Self {
            product_order_id: product_order_id.into(),
            kind: "general",
            score: score.to_string(),
            title: text.into(),
            content: None,
        }
    }

    /// A long one, with a score from 10 to 13.
    pub fn premium(
        product_order_id: impl Into<String>,
        score: u8,
        title: impl Into<String>,
        text: impl Into<String>,
    ) -> Self {
        let short = Self::general(product_order_id, score, title);
        Self { kind: "premium", content: Some(text.into()), ..short }
    }

    /// Returns Naver Pay's number of it.
    fn write(self, books: &mut Books) -> Result<String, Refusal> {
        let order = books.naver.get(&self.product_order_id)?;
        let mut values = order.fields.clone();
        let id = format!("review-{}", books.naver.reviews.len() + 1);
        let written = json!({
            "review_id": id, "score": self.score, "title": self.title, "content": self.content,
            "product_order_id": self.product_order_id, "writer": "d3JpdGVy",
            "created_at": books.now,
        });
        values.extend(written.as_object().cloned().unwrap_or_default());
        let review = record::of(books.contract, "NaverReviewAnnotation", &values);
        books.naver.reviews.push((self.kind.to_owned(), review));
        Ok(id)
    }
}

impl Fake {
    /// Takes a step with product orders of a payment, or with all of them when none is named.
    ///
    /// # Errors
    /// Fails when the step cannot be taken with one of them; it is taken with the others.
    pub fn naver_step(
        &self,
        imp_uid: &str,
        step: Step,
        product_order_ids: &[&str],
    ) -> Result<(), Refusal> {
        let ids = product_order_ids.iter().map(|id| (*id).to_owned()).collect();
        self.core().world().act(None, |books| take(books, imp_uid, step, ids))
    }

    /// Has a buyer write a review. Returns the `review_id`.
    ///
    /// # Errors
    /// Fails when there is no such product order.
    pub fn naver_review(&self, review: Review) -> Result<String, Refusal> {
        self.core().world().act(None, |books| review.write(books))
    }
}

fn take(books: &mut Books, imp_uid: &str, step: Step, ids: Vec<String>) -> Result<(), Refusal> {
    let only = Some(ids).filter(|ids| !ids.is_empty());
    let taken = books.naver_step(imp_uid, step, only, "")?;
    match taken.failed.first() {
        None => Ok(()),
        Some(failed) => Err(Refusal::invalid(failed["message"].as_str().unwrap_or_default())),
    }
}

fn step(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let (imp_uid, name) = (text(values, "imp_uid")?, text(values, "step")?);
    let step =
        Step::of(name).ok_or_else(|| Refusal::invalid(format!("there is no step {name}")))?;
    let ids = product_orders(values)?;
    core.world().act(None, |books| take(books, imp_uid, step, ids))?;
    Ok(json!({}))
}

/// One or several; none when it was left out, which stands for all.
fn product_orders(values: &Map<String, Value>) -> Result<Vec<String>, Refusal> {
    let given = values.get("product_order_id").unwrap_or(&Value::Null);
    let text = |id: &Value| id.as_str().map(str::to_owned);
    let ids = match given {
        Value::Null => Some(Vec::new()),
        Value::Array(ids) => ids.iter().map(text).collect(),
        one => text(one).map(|id| vec![id]),
    };
    ids.ok_or_else(|| Refusal::invalid("product_order_id is no text, and no list of texts"))
}

fn review(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let content = optional(values, "content");
    let review = Review {
        product_order_id: text(values, "product_order_id")?.to_owned(),
        kind: if content.is_some() { "premium" } else { "general" },
        score: text(values, "score")?.to_owned(),
        title: text(values, "title")?.to_owned(),
        content,
    };
    let review_id = core.world().act(None, |books| review.write(books))?;
    Ok(json!({ "review_id": review_id }))
}
