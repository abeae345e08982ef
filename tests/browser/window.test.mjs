// The payment window itself: keyboard, languages, hostile values, foreign pages, pictures.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';

import { World, buy, choose, said, windowOf } from './support.mjs';

const PHONE = { userAgent: 'Mozilla/5.0 (Linux; Android 15) Mobile' };

let world;
before(async () => (world = await World.open()));
after(() => world.close());
beforeEach(() => world.start());

/** Opens a window with any parameters. Its report is in `page.report()`. */
async function request(page, params, method = 'request_pay') {
  await page.evaluate(
    ([name, values]) => {
      window.report = null;
      IMP[name](values, (report) => (window.report = report));
    },
    [method, params],
  );
  page.report = async () => (await page.waitForFunction(() => window.report)).jsonValue();
  return windowOf(page);
}

const focused = (frame) =>
  frame.locator(':focus').evaluate((element) => element.dataset.fakeAction ?? element.name);

test('the keyboard alone pays, and focus stays in the window', async () => {
  const page = await world.visit();
  const { frame } = await buy(page);
  await frame.locator('[data-fake-action=pay]:focus').waitFor();
  const order = [];
  for (let step = 0; step < 8; step += 1) {
    order.push(await focused(frame));
    await page.keyboard.press('Tab');
  }
  assert.deepEqual(order, ['pay', 'vbank', 'reason', 'fail', 'webhook', 'vanish', 'close', 'pay']);
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(frame), 'pay');
  await page.keyboard.press('Enter');
  await said(page, 'paid');
  // The browser gives the focus back to the button of the shop.
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '결제하기');
});

test('Escape closes the window, and the shop hears of it', async () => {
  const page = await world.visit();
  const { frame } = await buy(page);
  await frame.locator('[data-fake-action=pay]:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForSelector('#result[data-state]', { state: 'attached' });
  assert.equal(await page.locator('dialog').count(), 0);
});

test('a screen reader finds a labelled dialog, and everything in it has a name', async () => {
  const page = await world.visit();
  const { frame } = await buy(page);
  const dialog = frame.getByRole('dialog', { name: /KG이니시스/ });
  await dialog.waitFor();
  assert.equal(await frame.getByRole('status').getAttribute('aria-live'), 'polite');
  for (const name of ['닫기', '결제하기', '가상계좌 발급받기', '실패시키기', '결제하고 사라지기']) {
    await frame.getByRole('button', { name, exact: true }).waitFor();
  }
  await frame.getByLabel(/실패 사유/).waitFor();
  await frame.getByLabel(/웹훅/).waitFor();
});

test('the window speaks English', async () => {
  const page = await world.visit();
  const params = { merchant_uid: 'order-en', amount: 12.5, pg: 'paypal_v2.shop', language: 'en' };
  const frame = await request(page, { ...params, name: 'Book' });
  await frame.getByRole('button', { name: 'Pay', exact: true }).waitFor();
  assert.equal(await frame.locator('html').getAttribute('lang'), 'en');
  assert.equal(await frame.locator('[data-fake-amount]').textContent(), '$12.50');
  await choose(frame, 'pay');
  assert.deepEqual(Object.keys(await page.report()).sort(), ['imp_uid', 'merchant_uid']);
});

test('the window speaks Chinese', async () => {
  const page = await world.visit();
  const params = { merchant_uid: 'order-zh', amount: 12.5, pg: 'paypal_v2.shop', language: 'zh' };
  const frame = await request(page, { ...params, name: 'Book' });
  for (const name of ['关闭', '支付', '获取虚拟账户', '设为失败', '支付后消失']) {
    await frame.getByRole('button', { name, exact: true }).waitFor();
  }
  assert.equal(await frame.locator('html').getAttribute('lang'), 'zh');
  const texts = await frame.locator('[data-text]').allTextContents();
  assert.ok(texts.every((text) => /\p{Script=Han}/u.test(text)), texts.join('\n'));
  await choose(frame, 'fail');
  assert.equal((await page.report()).error_msg, '余额不足');
});

test('the window has the same texts in every language', async () => {
  const page = await world.visit();
  const frame = await request(page, { merchant_uid: 'order-all', amount: 1000 });
  const keys = await frame.locator('html').evaluate(() => {
    const languages = Object.entries(fakeTexts);
    return languages.map(([code, texts]) => [code, Object.keys(texts).join()]);
  });
  assert.deepEqual(keys.map(([code]) => code), ['ko', 'en', 'zh']);
  assert.equal(new Set(keys.map(([, names]) => names)).size, 1);
});

test('the window speaks English if it does not know the language', async () => {
  const page = await world.visit();
  const frame = await request(page, { merchant_uid: 'order-fr', amount: 1000, language: 'fr' });
  await frame.getByRole('button', { name: 'Pay', exact: true }).waitFor();
});

test('parameters are shown as text', async () => {
  const page = await world.visit();
  const hostile = '<img src=x onerror=alert(1)>';
  const params = { merchant_uid: hostile, amount: 1000, name: hostile, buyer_name: '<b>홍</b>' };
  const frame = await request(page, { ...params, language: '__proto__', currency: 'KRW' });
  await frame.getByText('<b>홍</b>').waitFor();
  assert.equal(await frame.locator('img, b').count(), 0);
});

test('a card is stored with a customer_uid', async () => {
  const page = await world.visit();
  const params = { merchant_uid: 'order-key', amount: 0, customer_uid: 'customer-7' };
  const frame = await request(page, params);
  await frame.getByText('customer-7').waitFor();
  await choose(frame, 'pay');
  const { imp_uid } = await page.report();
  assert.ok(imp_uid);
  assert.equal((await world.payment('order-key')).customer_uid, 'customer-7');
});

test('a person verifies their identity', async () => {
  const page = await world.visit();
  const params = { merchant_uid: 'join-1', name: '김민지' };
  const frame = await request(page, params, 'certification');
  await frame.getByLabel('생년월일 (YYMMDD)').fill('010203');
  await choose(frame, 'pay');
  const report = await page.report();
  assert.deepEqual([report.success, report.merchant_uid], [true, 'join-1']);
});

test('a carrier restricts the choice, and a popup returns to the callback of a phone', async () => {
  const page = await world.visit(PHONE);
  const params = { pg: 'danal', carrier: 'MVNO', company: '책방', popup: true, m_redirect_url: '/?back' };
  const frame = await request(page, params, 'certification');
  await frame.getByText('책방').waitFor();
  const carriers = frame.getByLabel('통신사').locator('option');
  assert.deepEqual(await carriers.allTextContents(), ['SKT_MVNO', 'KT_MVNO', 'LGT_MVNO']);
  await frame.getByLabel('통신사').selectOption('KT_MVNO');
  await choose(frame, 'pay');
  const report = await page.report();
  assert.equal(report.success, true);
  // The script numbers a request that has no number.
  assert.match(report.merchant_uid, /^nobody_\d+$/);
});

test('a phone returns from a verification with success', async () => {
  const page = await world.visit(PHONE);
  const params = { merchant_uid: 'join-2', m_redirect_url: `${world.shop.url}/?join=2` };
  const frame = await request(page, params, 'certification');
  await choose(frame, 'close');
  await page.waitForURL(/join=2.*[?&]success=false/);
});

test('a refusal comes to the callback of a phone, and without one to m_redirect_url', async () => {
  const page = await world.visit(PHONE);
  const params = { merchant_uid: 'order-no', amount: 0, m_redirect_url: `${world.shop.url}/?order=no` };
  await request(page, params);
  assert.equal((await page.report()).error_msg, 'amount must be positive');
  await page.evaluate((values) => IMP.request_pay(values), params);
  await page.waitForURL(/order=no.*imp_success=false/);
});

test('a phone without m_redirect_url never returns', async () => {
  const page = await world.visit(PHONE);
  const frame = await request(page, { merchant_uid: 'order-lost', amount: 1000 });
  await choose(frame, 'pay');
  await frame.locator('[data-fake-lost=nowhere]').waitFor();
  assert.equal((await world.payment('order-lost')).status, 'paid');
  assert.equal(await page.evaluate(() => window.report), null);
});

test('the page of another site opens no window', async () => {
  const page = `<script src="${world.fake.url}/v1/iamport.js?auto=pay"></script><body>evil</body>`;
  const evil = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(page);
  });
  await new Promise((done) => evil.listen(0, '127.0.0.1', done));
  try {
    const visited = await world.visit({}, `http://evil.example:${evil.address().port}/`);
    const report = await visited.evaluate(
      () =>
        new Promise((done) => {
          IMP.init('imp1');
          IMP.request_pay({ merchant_uid: 'order-evil', amount: 1000 }, done);
        }),
    );
    assert.equal(report.imp_uid, null);
    assert.match(report.error_msg, /--allow-host/);
    assert.equal(await world.payment('order-evil'), null);
  } finally {
    evil.close();
  }
});

test('pictures of the window', { skip: !process.env.SCREENSHOTS }, async () => {
  const page = await world.visit({ viewport: { width: 900, height: 760 } });
  const { frame } = await buy(page);
  await frame.locator('[data-fake-action=pay]:focus').waitFor();
  await page.screenshot({ path: `${process.env.SCREENSHOTS}/window.png` });
  await choose(frame, 'close');
  await world.command('window', { sandbox: true });
  const phone = await world.visit({ viewport: { width: 390, height: 780 }, isMobile: true });
  const params = { merchant_uid: 'order-42', amount: 12.5, pg: 'paypal_v2.shop', language: 'en' };
  const english = await request(phone, { ...params, name: 'Book', buyer_name: 'Jane Doe' });
  await english.locator('[data-fake-action=pay]:focus').waitFor();
  await phone.screenshot({ path: `${process.env.SCREENSHOTS}/window-phone.png` });
});
