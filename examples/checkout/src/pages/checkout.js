/* The page of the shop: places an order, opens PortOne's window, and asks the shop's server what came of it. */
'use strict';

const TEXTS = {
  paid: '결제가 완료되었습니다.',
  waiting: '입금을 기다리고 있습니다.',
  not_paid: '결제되지 않았습니다.',
  no_order: '없는 주문입니다.',
};

const result = document.getElementById('result');
const lookUp = document.getElementById('look-up');
let current = new URLSearchParams(location.search).get('order');

async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  return response.json();
}

/* Says what the server answered, and what the window said, which proves nothing. */
function say(state, message) {
  result.dataset.state = state;
  result.textContent = [TEXTS[state], message].filter(Boolean).join(' ');
  lookUp.hidden = !current;
}

async function ask(path, body, message) {
  try {
    say((await post(path, body)).state, message);
  } catch (error) {
    say('unknown', error.message);
  }
}

document.getElementById('checkout').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  delete result.dataset.state;
  delete result.dataset.order;
  const order = await post('/orders', { product: form.get('product') });
  current = order.merchant_uid;
  result.dataset.order = current;
  lookUp.hidden = false;
  IMP.request_pay({ ...order, pay_method: form.get('pay_method') }, (report) => {
    // Some gateways do not say whether it was a success. The server asks PortOne in any case.
    const { imp_uid, merchant_uid } = report;
    if (imp_uid) {
      ask('/complete', { imp_uid, merchant_uid }, report.error_msg);
    } else {
      say('not_paid', report.error_msg);
    }
  });
});

lookUp.addEventListener('click', () => ask(`/orders/${encodeURIComponent(current)}/look-up`, {}));

IMP.init(document.body.dataset.userCode);
if (current) {
  result.dataset.order = current;
  ask(`/orders/${encodeURIComponent(current)}/look-up`, {});
}
