// Reports that prove nothing: repeated, forged, and of test channels.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';

import { World, buy, choose, said } from './support.mjs';

let world;
before(async () => (world = await World.open()));
after(() => world.close());
beforeEach(() => world.start());

test('a webhook that comes three times sends one parcel', async () => {
  await world.command('webhooks', { copies: 3 });
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await choose(frame, 'pay');
  await said(page, 'paid');
  assert.equal((await world.told(order)).length, 3);
  assert.equal(await world.parcels(order), 1);
});

test('a forged completion delivers nothing', async () => {
  const page = await world.visit();
  const paid = await buy(page, 'pen');
  await choose(paid.frame, 'pay');
  await said(page, 'paid');
  const { imp_uid } = await world.payment(paid.order);
  const wanted = await buy(page);
  await choose(wanted.frame, 'close');
  await page.waitForSelector('#result[data-state]', { state: 'attached' });
  const claim = { imp_uid, merchant_uid: wanted.order, success: true, status: 'paid', paid_amount: 30_000 };
  const state = await page.evaluate(async (body) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('/complete', { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()).state;
  }, claim);
  assert.equal(state, 'not_paid');
  await page.goto(`${world.shop.url}/return?imp_uid=${imp_uid}&merchant_uid=${wanted.order}&imp_success=true`);
  const url = `${world.shop.url}/webhook`;
  await world.command('webhooks/forge', { url, body: claim });
  await world.told();
  assert.equal(await world.parcels(wanted.order), 0);
});

test('a payment of a test channel delivers nothing', async () => {
  await world.command('window', { sandbox: true });
  const page = await world.visit();
  const { order, frame } = await buy(page);
  await frame.locator('[data-fake-test-channel]').waitFor();
  await choose(frame, 'pay');
  await said(page, 'not_paid');
  await world.told();
  assert.deepEqual([(await world.payment(order)).sandbox, await world.parcels(order)], [true, 0]);
});
