// Refunds a part of a payment through the client of swagger-typescript-api: URL IMP_UID.
import { Api } from "./generated/api.js";

declare const process: { argv: string[] };

const [baseUrl, imp_uid] = process.argv.slice(2);
if (baseUrl === undefined || imp_uid === undefined) throw new Error("usage: URL IMP_UID");

const api = new Api<string>({
  baseUrl,
  securityWorker: (token) => ({ headers: { Authorization: `Bearer ${token}` } }),
});
const keys = { imp_key: "imp-key", imp_secret: "imp-secret" };
const token = await api.users.authenticationGetToken(keys);
api.setSecurityData(token.data.response?.access_token ?? null);

const refund = await api.payments.paymentsCancel({ imp_uid, amount: 400, checksum: 1_000 });
if (refund.data.code !== 0) throw new Error(`not refunded: ${refund.data.message}`);
const refunded: number | undefined = refund.data.response?.cancel_amount;
if (refunded !== 400) throw new Error(`refunded ${refunded}`);

// @ts-expect-error A credential is missing.
export const incomplete: Parameters<typeof api.users.authenticationGetToken>[0] = { imp_key: "" };
