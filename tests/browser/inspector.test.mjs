// The inspector, while a shop is at work.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { World, buy, choose, said } from './support.mjs';

let world;
before(async () => (world = await World.open()));
after(() => world.close());

test('the inspector follows the shop, and its buttons act', async () => {
  const inspector = await world.visit({ viewport: { width: 1100, height: 900 } }, `${world.fake.url}/_fake/`);
  await inspector.getByText('No payments yet.').waitFor();
  const shop = await world.visit();
  const { order, frame } = await buy(shop, 'book', 'vbank');
  await choose(frame, 'pay');
  await said(shop, 'waiting');
  const row = inspector.locator('[data-fake-payment]', { hasText: order });
  await row.getByText('ready').waitFor();
  await row.getByRole('button', { name: 'Deposit' }).click();
  await row.getByText('paid', { exact: true }).waitFor();
  await world.told(order);
  assert.equal(await world.parcels(order), 1);

  await row.getByRole('button', { name: 'Resend webhook' }).click();
  await inspector.locator('[data-fake-delivery="3"]').getByText('200').waitFor();
  await row.getByRole('button', { name: 'Cancel' }).click();
  await row.getByText('cancelled', { exact: true }).waitFor();
  await world.command('faults', { fault: 'reset_after', operation: 'payments.cancel' });
  await inspector.getByText('reset_after on payments.cancel, 1 times').waitFor();
  assert.equal(await inspector.textContent('[data-fake-status]'), '');
  const { now } = await world.command('now');
  await inspector.getByRole('button', { name: 'Advance an hour' }).click();
  await inspector.waitForFunction(
    (then) => Date.parse(document.querySelector('[data-fake-now]').dateTime) / 1000 >= then,
    now + 3600,
  );
});

test('a refusal is shown with its reason, and bodies only when they are asked for', async () => {
  const token = await fetch(`${world.fake.url}/users/getToken`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ imp_key: 'imp-key', imp_secret: 'wrong <b>secret</b>' }),
  });
  assert.equal(token.status, 401);
  const shop = await world.visit();
  const { order, frame } = await buy(shop);
  await choose(frame, 'fail');
  await said(shop, 'not_paid');
  await world.command('pay', { merchant_uid: 'order-x', amount: 100, fields: { buyer_name: '<i>홍길동</i>' } });
  const inspector = await world.visit({ viewport: { width: 1100, height: 900 } }, `${world.fake.url}/_fake/`);
  await inspector.locator('[data-fake-request]', { hasText: '401' }).first().waitFor();
  await inspector.locator('[data-fake-payment]', { hasText: order }).getByText('한도초과').waitFor();
  assert.equal(await inspector.getByText('홍길동').count(), 0);
  if (process.env.SCREENSHOTS) {
    await inspector.screenshot({ path: `${process.env.SCREENSHOTS}/inspector.png` });
  }
  const row = inspector.locator('[data-fake-payment]', { hasText: order });
  await row.getByRole('button', { name: 'Approve' }).click();
  await row.getByText('paid', { exact: true }).waitFor();
  await world.told(order);
  assert.equal(await world.parcels(order), 1);
  await inspector.locator('[data-fake-personal]').check();
  await inspector.getByText('<i>홍길동</i>').waitFor();
  assert.ok(!(await inspector.content()).includes('wrong'));
});

test('a forged webhook is sent, and a reset empties the lists', async () => {
  const inspector = await world.visit({}, `${world.fake.url}/_fake/`);
  const form = inspector.locator('#forge');
  await form.getByLabel('Address').fill(`${world.shop.url}/webhook`);
  await form.getByLabel('imp_uid').fill('imp_0');
  await form.getByLabel('merchant_uid').fill('forged');
  await form.getByRole('button').click();
  await inspector.locator('[data-fake-delivery]', { hasText: 'forged' }).getByText('200').waitFor();
  inspector.on('dialog', (dialog) => dialog.accept());
  await inspector.getByRole('button', { name: 'Reset' }).click();
  await inspector.getByText('No payments yet.').waitFor();
  await inspector.getByText('No webhooks yet.').waitFor();
});
