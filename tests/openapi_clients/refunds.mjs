// Refunds a part of a payment with each generated client once against the fake server at PORTONE_BASE_URL.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

const url = process.env.PORTONE_BASE_URL;
const PROGRAMS = [
  ["node", "generated/js/refund_fetch.js"],
  ["node", "generated/js/refund_api.js"],
  ["python", "refund.py"],
];

const json = async (response) => (await response).json();

for (const [program, file] of PROGRAMS) {
  const merchant_uid = `order-${file}`;
  const body = new URLSearchParams({ merchant_uid, amount: "1000" });
  const paid = await json(fetch(`${url}/_fake/pay`, { method: "POST", body }));
  execFileSync(program, [file, url, paid.callback.imp_uid], { stdio: "inherit" });
  const payments = await json(fetch(`${url}/_fake/payments`));
  const payment = payments.find((one) => one.merchant_uid === merchant_uid);
  assert.equal(payment.cancel_amount, 400, `${file}: ${JSON.stringify(payment)}`);
  console.log(`${file}: refunded 400 of 1000`);
}
