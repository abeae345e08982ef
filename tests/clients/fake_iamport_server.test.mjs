// The client of fake-iamport-server, with the changes that the table in the README names.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import imp from 'iamport-server-api';

import { README } from './readme.mjs';
import { start } from './server.mjs';

const CARD = { card_number: '4092-0230-1234-1234', expiry: '2039-12', birth: '880311', pwd_2digit: '12' };
const CHANNEL = { channel_key: 'channel-key-1' };
const PERSON = { name: '홍길동', phone: '01012345678', birth: '880311', gender_digit: '1', carrier: 'SKT' };

const { functional } = imp;
let server, fake, connector;

before(async () => {
  ({ server, url: fake } = await start(process.env.FAKE_PROGRAM));
  connector = new imp.IamportConnector(fake, { imp_key: 'imp-key', imp_secret: 'imp-secret' });
});
after(async () => {
  server.kill();
  await once(server, 'exit');
});

/** Names of all operations of the client: `payments.at`. */
function operations(functions = functional, prefix = '') {
  return Object.entries(functions).flatMap(([name, value]) => {
    const full = prefix + name;
    return typeof value === 'function' ? [full] : operations(value, `${full}.`);
  });
}

/** Names in the rows of the README's table, by what the row says of them. */
function table() {
  const rows = README.split('\n| operations of `iamport-server-api` |')[1].split('\n\n')[0].split('\n').slice(2);
  const cells = rows.map((row) => row.split('|').slice(1, 3));
  return cells.map(([names, says]) => [names.match(/[a-z][\w.]+/gi), says.trim()]);
}

function rows(start) {
  return table().filter(([, says]) => says.startsWith(start)).flatMap(([names]) => names).sort();
}

/** Calls an operation; the envelope of a success, or an error. */
async function call(name, ...values) {
  const run = name.split('.').reduce((functions, part) => functions[part], functional);
  const answer = await run(await connector.get(), ...values);
  assert.equal(answer.code, 0, `${name}: ${answer.message}`);
  return answer.response;
}

async function command(name, values) {
  const response = await fetch(`${fake}/_fake/${name}`, { method: 'POST', body: new URLSearchParams(values) });
  return response.json();
}

test('the table names every operation once', () => {
  const named = table().flatMap(([names]) => names);
  assert.deepEqual(named.sort(), operations().sort());
});

test('what the table says to work does', async () => {
  const done = [];
  const changed = [];
  const works = async (name, ...values) => (done.push(name), call(name, ...values));
  const works_with = async (name, ...values) => (changed.push(name), call(name, ...values));

  await works('users.getToken', { imp_key: 'imp-key', imp_secret: 'imp-secret' });
  await works_with('subscribe.customers.create', 'card-1', { customer_uid: 'card-1', ...CARD, ...CHANNEL });
  await works('subscribe.customers.at', 'card-1');
  const order = { merchant_uid: 'order-1', amount: 1_000, name: 'Book' };
  const { imp_uid } = await works('subscribe.payments.again', { customer_uid: 'card-1', ...order });
  await works('subscribe.payments.onetime', { ...CARD, ...order, merchant_uid: 'order-2' });
  await works('payments.at', imp_uid, {});
  const refund = { imp_uid, merchant_uid: 'order-1', amount: 100, checksum: 1_000, reason: 'broken' };
  assert.equal((await works('payments.cancel', refund)).cancel_amount, 100);
  await works('subscribe.customers.erase', 'card-1');

  const bought = await command('pay', { merchant_uid: 'order-3', amount: 5_000, 'fields[pay_method]': 'trans' });
  await works('receipts.create', bought.imp_uid, { imp_uid: bought.imp_uid, identifier: '01012345678' });
  await works('receipts.at', bought.imp_uid);
  await works('receipts.erase', bought.imp_uid);

  const due = Math.floor(Date.now() / 1_000) + 86_400;
  const account = { merchant_uid: 'order-4', amount: 5_000, vbank_code: '004', vbank_due: due, vbank_holder: '가게' };
  await works_with('vbanks.create', { ...account, ...CHANNEL });

  const asked = await works_with('certifications.otp.request', { ...PERSON, ...CHANNEL });
  const { otp } = await (await fetch(`${fake}/_fake/otp?imp_uid=${asked.imp_uid}`)).json();
  assert.equal((await works('certifications.otp.confirm', asked.imp_uid, { otp })).certified, true);
  assert.equal((await works('certifications.at', asked.imp_uid)).name, PERSON.name);
  await works('certifications.erase', asked.imp_uid);

  assert.deepEqual(done.sort(), rows('as it is'));
  assert.deepEqual(changed.sort(), rows('with `channel_key`'));
});

test('what the table says to need a change is refused without it', async () => {
  const missing = { status: 400, message: /channel_key is missing/ };
  await assert.rejects(call('subscribe.customers.create', 'card-2', { customer_uid: 'card-2', ...CARD }), missing);
  await assert.rejects(call('certifications.otp.request', PERSON), missing);
  const long = { ...PERSON, ...CHANNEL, birth: '19880311' };
  await assert.rejects(call('certifications.otp.request', long), { status: 400, message: /YYMMDD/ });
});

test('what V1 does not have has another way', async () => {
  const absent = [...rows('V1 has'), ...rows('not of V1')];
  assert.deepEqual(absent.sort(), ['internal.deposit', 'internal.webhook', 'vbanks.update']);
  const visit = { merchant_uid: 'order-5', amount: 5_000, 'fields[pay_method]': 'vbank' };
  const { imp_uid } = await command('pay', visit);
  await assert.rejects(call('vbanks.update', { imp_uid, amount: 6_000 }), { status: 405 });
  await assert.rejects(call('internal.deposit', imp_uid), { status: 404 });
  await assert.rejects(call('internal.webhook', { imp_uid, merchant_uid: 'order-5', status: 'paid' }), { status: 404 });
  await command('deposit', { imp_uid });
  assert.equal((await call('payments.at', imp_uid, {})).status, 'paid');
  assert.deepEqual(await command('webhooks/notify', { imp_uid }), {});
});
