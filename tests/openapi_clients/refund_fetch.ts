// Refunds a part of a payment through the types of openapi-typescript: URL IMP_UID.
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/schema.js";

declare const process: { argv: string[] };

const [baseUrl, imp_uid] = process.argv.slice(2);
if (baseUrl === undefined || imp_uid === undefined) throw new Error("usage: URL IMP_UID");

const client = createClient<paths>({ baseUrl });
const keys = { imp_key: "imp-key", imp_secret: "imp-secret" };
const token = await client.POST("/users/getToken", { body: keys });
const authorization = `Bearer ${token.data?.response?.access_token}`;

const body: components["schemas"]["CancelPayment"] = { imp_uid, amount: 400, checksum: 1_000 };
const refund = await client.POST("/payments/cancel", { body, headers: { authorization } });
if (refund.data?.code !== 0) throw new Error(`not refunded: ${refund.data?.message}`);
const refunded: number | undefined = refund.data.response?.cancel_amount;
if (refunded !== 400) throw new Error(`refunded ${refunded}`);

// @ts-expect-error One of `imp_uid` and `merchant_uid` is required.
export const incomplete: components["schemas"]["CancelPayment"] = { amount: 400 };
