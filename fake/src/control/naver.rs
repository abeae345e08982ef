//! Naver Pay: steps and reviews that do not come from the API.

use serde_json::{Map, Value, json};

use super::arguments::{optional, text};
use super::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::fake::Fake;
use crate::state::MerchantState;
use crate::state::naver::step::NaverStep;
use crate::state::record;

/// Commands of this module.
pub const COMMANDS: &[Command] = &[
    Command::new(
        "POST",
        "naver/step",
        "Applies a step to product orders: imp_uid, step, product_order_id.",
        step,
    ),
    Command::new(
        "POST",
        "naver/review",
        "Writes a review of a product order: product_order_id, score, title, content.",
        review,
    ),
];

/// Review of a product order.
#[derive(Clone, Debug)]
#[must_use]
pub struct NaverReview {
    product_order_id: String,
    kind: &'static str,
    score: String,
    title: String,
    content: Option<String>,
}

impl NaverReview {
    /// Creates a short review with a score from 0 to 2.
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

    /// Creates a long review with a score from 10 to 13.
    pub fn premium(
        product_order_id: impl Into<String>,
        score: u8,
        title: impl Into<String>,
        text: impl Into<String>,
    ) -> Self {
        let short = Self::general(product_order_id, score, title);
        Self { kind: "premium", content: Some(text.into()), ..short }
    }

    /// Stores the review. Returns the `review_id`.
    fn write(self, state: &mut MerchantState) -> Result<String, ApiError> {
        let order = state.naver.get(&self.product_order_id)?;
        let mut values = order.fields.clone();
        let id = format!("review-{}", state.naver.reviews.len() + 1);
        let written = json!({
            "review_id": id, "score": self.score, "title": self.title, "content": self.content,
            "product_order_id": self.product_order_id, "writer": "d3JpdGVy",
            "created_at": state.now,
        });
        values.extend(written.as_object().cloned().unwrap_or_default());
        let review = record::build(state.contract, "NaverReviewAnnotation", &values);
        state.naver.reviews.push((self.kind.to_owned(), review));
        Ok(id)
    }
}

impl Fake {
    /// Applies a step to product orders of a payment, or to all of them when none is named.
    ///
    /// # Errors
    /// Fails when the step is invalid for one of them; it is still applied to the others.
    pub fn naver_step(
        &self,
        imp_uid: &str,
        step: NaverStep,
        product_order_ids: &[&str],
    ) -> Result<(), ApiError> {
        let ids = product_order_ids.iter().map(|id| (*id).to_owned()).collect();
        self.app().state().with_merchant(None, |state| apply(state, imp_uid, step, ids))
    }

    /// Writes a review. Returns the `review_id`.
    ///
    /// # Errors
    /// Fails when there is no such product order.
    pub fn naver_review(&self, review: NaverReview) -> Result<String, ApiError> {
        self.app().state().with_merchant(None, |state| review.write(state))
    }
}

fn apply(
    state: &mut MerchantState,
    imp_uid: &str,
    step: NaverStep,
    ids: Vec<String>,
) -> Result<(), ApiError> {
    let only = Some(ids).filter(|ids| !ids.is_empty());
    let success = state.naver_step(imp_uid, step, only, "")?;
    match success.failed.first() {
        None => Ok(()),
        Some(failed) => Err(ApiError::bad_request(failed["message"].as_str().unwrap_or_default())),
    }
}

fn step(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let (imp_uid, name) = (text(values, "imp_uid")?, text(values, "step")?);
    let step = NaverStep::of(name)
        .ok_or_else(|| ApiError::bad_request(format!("there is no step {name}")))?;
    let ids = product_orders(values)?;
    app.state().with_merchant(None, |state| apply(state, imp_uid, step, ids))?;
    Ok(json!({}))
}

/// Returns the given ids; empty when they are omitted, which means all.
fn product_orders(values: &Map<String, Value>) -> Result<Vec<String>, ApiError> {
    let given = values.get("product_order_id").unwrap_or(&Value::Null);
    let text = |id: &Value| id.as_str().map(str::to_owned);
    let ids = match given {
        Value::Null => Some(Vec::new()),
        Value::Array(ids) => ids.iter().map(text).collect(),
        one => text(one).map(|id| vec![id]),
    };
    ids.ok_or_else(|| {
        ApiError::bad_request("product_order_id must be a string or a list of strings")
    })
}

fn review(app: &App, values: &Map<String, Value>) -> Result<Value, ApiError> {
    let content = optional(values, "content");
    let review = NaverReview {
        product_order_id: text(values, "product_order_id")?.to_owned(),
        kind: if content.is_some() { "premium" } else { "general" },
        score: text(values, "score")?.to_owned(),
        title: text(values, "title")?.to_owned(),
        content,
    };
    let review_id = app.state().with_merchant(None, |state| review.write(state))?;
    Ok(json!({ "review_id": review_id }))
}
