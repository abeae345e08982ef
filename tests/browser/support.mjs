// The fake server, the shop and the browser of a test.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The page of another site, on this machine.
  '--host-resolver-rules=MAP evil.example 127.0.0.1',
];

/** Longest wait for anything on a page, in milliseconds. */
const PATIENCE = 10_000;

/** Starts a program, and returns it with the address that it prints. */
async function start(program, args, environment, pattern) {
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${program} ended with ${code}: ${output}`)));
    child.stdout.on('data', (data) => {
      output += data;
      const found = output.match(pattern);
      if (found) {
        resolve(found[1]);
      }
    });
  });
  return { url, stop: () => new Promise((done) => child.on('close', done) && child.kill()) };
}

/** A fake server, a shop that uses it, and a browser. */
export class World {
  static async open() {
    const world = new World();
    world.folder = await mkdtemp(path.join(tmpdir(), 'checkout-'));
    world.fake = await start(
      process.env.FAKE_PROGRAM,
      ['--port', '0', '--quiet'],
      { NO_COLOR: '1' },
      /Listening on (\S+)/,
    );
    world.shop = await start(
      process.env.CHECKOUT_PROGRAM,
      [],
      {
        PORTONE_BASE_URL: world.fake.url,
        PORTONE_IMP_KEY: 'imp-key',
        PORTONE_IMP_SECRET: 'imp-secret',
        CHECKOUT_ADDRESS: '127.0.0.1:0',
        CHECKOUT_DATABASE: path.join(world.folder, 'checkout.db'),
      },
      /Open (\S+)/,
    );
    world.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    return world;
  }

  async close() {
    await this.browser?.close();
    await this.shop?.stop();
    await this.fake?.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Undoes what an earlier test planned. A reset would use the numbers of payments again. */
  async start() {
    await this.command('window', {});
    await this.command('webhooks', { copies: 1 });
  }

  /** Opens the shop's page. Options are those of a browser context: `userAgent`, `viewport`, … */
  async visit(options = {}, address = this.shop.url) {
    const context = await this.browser.newContext({ viewport: { width: 900, height: 780 }, ...options });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  }

  /** Sends a command to the fake server. */
  async command(name, values) {
    const response = await fetch(`${this.fake.url}/_fake/${name}`, {
      method: values === undefined ? 'GET' : 'POST',
      headers: values === undefined ? {} : { 'Content-Type': 'application/json' },
      body: values === undefined ? undefined : JSON.stringify(values),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`${name}: ${answer.error}`);
    }
    return answer;
  }

  /** What the shop knows of an order. */
  async order(merchantUid) {
    return (await fetch(`${this.shop.url}/orders/${merchantUid}`)).json();
  }

  /** How many parcels the shop sent for an order. */
  async parcels(merchantUid) {
    return (await this.order(merchantUid)).parcels;
  }

  /** Waits until the shop has answered the webhooks, and returns those of an order. */
  async told(merchantUid) {
    const webhooks = await this.command('webhooks/wait', {});
    return webhooks.filter((webhook) => webhook.body.includes(merchantUid));
  }

  /** The payment of an order, as the API returns it, or `null`. */
  async payment(merchantUid) {
    const keys = JSON.stringify({ imp_key: 'imp-key', imp_secret: 'imp-secret' });
    const token = await fetch(`${this.fake.url}/users/getToken`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: keys,
    });
    const { access_token: bearer } = (await token.json()).response;
    const found = await fetch(
      `${this.fake.url}/payments/find/${merchantUid}?include_sandbox=true`,
      { headers: { Authorization: `Bearer ${bearer}` } },
    );
    return (await found.json()).response;
  }
}

/** The payment window of a page. */
export function windowOf(page) {
  return page.frameLocator('dialog[data-fake-window] iframe');
}

/** Orders a product, and returns the number of the order and the open window. */
export async function buy(page, product = 'book', method = 'card') {
  await page.selectOption('[name=product]', product);
  await page.selectOption('[name=pay_method]', method);
  await page.click('#checkout button');
  await page.waitForSelector('#result[data-order]', { state: 'attached' });
  const order = await page.getAttribute('#result', 'data-order');
  return { order, frame: windowOf(page) };
}

/** Chooses in the window. */
export function choose(frame, action) {
  return frame.locator(`[data-fake-action=${action}]`).click();
}

/** Waits for what the shop's page says. */
export async function said(page, state) {
  await page.waitForSelector(`#result[data-state=${state}]`, { state: 'attached' });
  return page.textContent('#result');
}
