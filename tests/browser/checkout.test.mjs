// A buyer, the payment window, and a shop that verifies.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { World, buy, choose, said, windowOf } from './support.mjs';

let world;
before(async () => (world = await World.open()));
after(() => world.close());
beforeEach(() => world.start());

const PHONE = { userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148' };

test('a card is paid, and the parcel is sent once for callback and webhook', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await choose(frame, 'pay');
  assert.match(await said(page, 'paid'), /완료/);
  assert.equal(await page.locator('dialog').count(), 0);
  assert.deepEqual((await world.told(order)).map((webhook) => webhook.status), [200]);
  assert.equal(await world.parcels(order), 1);
  assert.equal((await world.payment(order)).status, 'paid');
});

test('a virtual account waits for its deposit', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page, 'book', 'vbank');
  await choose(frame, 'pay');
  await said(page, 'waiting');
  await world.told();
  assert.equal(await world.parcels(order), 0);
  const payment = await world.payment(order);
  assert.deepEqual([payment.status, payment.pay_method], ['ready', 'vbank']);
  await world.command('deposit', { imp_uid: payment.imp_uid });
  await world.told();
  assert.equal(await world.parcels(order), 1);
});

test('a buyer changes to a virtual account in the window', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await choose(frame, 'vbank');
  await said(page, 'waiting');
  assert.equal((await world.payment(order)).pay_method, 'vbank');
});

test('a failure is told in the words of the gateway', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await frame.locator('[data-fake-reason]').fill('1일 이용한도 초과');
  await choose(frame, 'fail');
  assert.match(await said(page, 'not_paid'), /1일 이용한도 초과/);
  const payment = await world.payment(order);
  assert.deepEqual([payment.status, payment.fail_reason], ['failed', '1일 이용한도 초과']);
  assert.deepEqual([await world.parcels(order), (await world.told(order)).length], [0, 0]);
});

test('a closed window leaves the payment unpaid', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await choose(frame, 'close');
  await page.waitForSelector('#result[data-state]', { state: 'attached' });
  assert.match(await page.textContent('#result'), /결제포기/);
  assert.deepEqual([(await world.payment(order)).status, await world.parcels(order)], ['failed', 0]);
});

test('a phone comes back to m_redirect_url, and the callback never runs', async () => {
  const page = await world.visit(PHONE);
  const { order, frame } = await buy(page);
  await choose(frame, 'pay');
  await page.waitForURL(`**/?order=${order}`);
  await said(page, 'paid');
  assert.equal(await world.parcels(order), 1);
});

test('a phone comes back after a failure, too', async () => {
  const page = await world.visit(PHONE);
  const { order, frame } = await buy(page);
  await choose(frame, 'fail');
  await page.waitForURL(`**/?order=${order}`);
  await said(page, 'not_paid');
  assert.equal(await world.parcels(order), 0);
});

test('a buyer who vanishes has paid, and the webhook tells it', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await choose(frame, 'vanish');
  await frame.locator('[data-fake-lost=lost]').waitFor();
  await world.told();
  assert.equal(await page.getAttribute('#result', 'data-state'), null);
  assert.equal(await world.parcels(order), 1);
});

test('nobody tells of a payment, and the shop looks it up', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await frame.locator('[data-fake-webhook]').selectOption('withheld');
  await choose(frame, 'vanish');
  await frame.locator('[data-fake-lost=lost]').waitFor();
  await world.told();
  assert.equal(await world.parcels(order), 0);
  await page.goto(`${world.shop.url}/?order=${order}`);
  await said(page, 'paid');
  assert.equal(await world.parcels(order), 1);
});

test('the webhook is answered before the browser returns', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await frame.locator('[data-fake-webhook]').selectOption('before');
  let parcelsAtReturn;
  await page.route('**/complete', async (route) => {
    parcelsAtReturn = await world.parcels(order);
    await route.continue();
  });
  await choose(frame, 'pay');
  await said(page, 'paid');
  assert.deepEqual([parcelsAtReturn, await world.parcels(order)], [1, 1]);
});

test('the shop stops a payment right before its approval', async () => {
  const page = await world.visit();
  const { order, frame } = await buy(page, 'lamp');
  await choose(frame, 'pay');
  assert.match(await said(page, 'not_paid'), /품절되었습니다/);
  const payment = await world.payment(order);
  assert.deepEqual([payment.status, await world.parcels(order)], ['failed', 0]);
});

test('a plan needs no click', async () => {
  const page = await world.visit();
  await world.command('window', { auto: 'pay' });
  const { order } = await buy(page);
  await said(page, 'paid');
  assert.equal(await world.parcels(order), 1);
  await world.command('window', { auto: 'fail', reason: '잔액부족' });
  await buy(page);
  assert.match(await said(page, 'not_paid'), /잔액부족/);
  await world.command('window', { auto: 'vanish' });
  const lost = await buy(page);
  await page.waitForFunction(() => !document.querySelector('dialog'));
  assert.equal((await world.payment(lost.order)).status, 'paid');
});

test('a refused request opens no window', async () => {
  const page = await world.visit();
  const report = await page.evaluate(
    () => new Promise((done) => IMP.request_pay({ merchant_uid: 'order-1' }, done)),
  );
  assert.deepEqual([report.success, report.imp_uid], [false, null]);
  assert.match(report.error_msg, /amount is missing/);
  assert.equal(await windowOf(page).locator('body').count(), 0);
});
