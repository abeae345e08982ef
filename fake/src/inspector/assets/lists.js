/* The lists of the inspector. Everything that a program sent is set as text. */
var fakeLists = (function () {
  'use strict';

  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text !== undefined && text !== null) {
      made.textContent = String(text);
    }
    if (kind) {
      made.className = kind;
    }
    return made;
  }

  function row(cells) {
    var made = document.createElement('tr');
    cells.forEach(function (parts) {
      var cell = document.createElement('td');
      [].concat(parts).forEach(function (part) {
        cell.append(part === null || part === undefined ? '' : part);
      });
      made.appendChild(cell);
    });
    return made;
  }

  function fill(id, rows, empty) {
    var list = document.getElementById(id);
    var isTable = list.tagName === 'TBODY';
    var none = isTable ? row([element('span', empty, 'empty')]) : element('li', empty, 'empty');
    if (isTable && rows.length === 0) {
      none.firstChild.colSpan = 9;
    }
    list.replaceChildren.apply(list, rows.length ? rows : [none]);
  }

  function button(label, command, values) {
    var made = element('button', label);
    made.type = 'button';
    made.setAttribute('data-fake-command', command);
    made.setAttribute('data-fake-values', JSON.stringify(values));
    return made;
  }

  function actions(payment) {
    var values = { imp_uid: payment.imp_uid };
    var made = [];
    if (payment.status === 'ready' && payment.pay_method === 'vbank') {
      made.push(button('Deposit', 'deposit', values));
    }
    if (payment.status === 'failed' || (payment.status === 'ready' && payment.pay_method !== 'vbank')) {
      made.push(button('Approve', 'approve', values));
    }
    if (payment.status === 'paid') {
      made.push(button('Cancel', 'cancel', values));
    }
    made.push(button('Resend webhook', 'webhooks/notify', values));
    return made;
  }

  function payment(one) {
    var amount = one.amount.toLocaleString() + ' ' + one.currency;
    var buyer = [one.buyer_name, one.buyer_email, one.buyer_tel].filter(Boolean).join(' · ');
    var made = row([
      [one.merchant_uid, element('small', one.imp_uid), buyer ? element('small', buyer) : ''],
      [element('span', one.status, 'badge ' + one.status), element('small', one.fail_reason)],
      [amount, one.cancel_amount ? element('small', '−' + one.cancel_amount.toLocaleString()) : ''],
      [one.gateway + ' ', one.sandbox ? element('span', 'test', 'badge test') : '', element('small', one.pay_method)],
      actions(one)
    ]);
    made.setAttribute('data-fake-payment', one.imp_uid);
    return made;
  }

  function request(one, personal) {
    var refused = [one.message, one.fault && 'fault: ' + one.fault].filter(Boolean).join(' · ');
    var unknown = (one.unknown_parameters || []).join(', ');
    var made = row([
      one.number,
      [one.operation || one.method + ' ' + one.path, personal ? element('small', one.query) : '',
        personal && one.body ? element('small', one.body) : ''],
      element('span', (one.status || 'lost') + (one.code === null ? '' : ' / ' + one.code), 'badge ' + (one.success ? 'good' : 'bad')),
      [refused, unknown ? element('small', 'unknown parameters: ' + unknown) : '']
    ]);
    made.setAttribute('data-fake-request', one.number);
    return made;
  }

  function webhook(one) {
    var answer = one.status || one.error || (one.pending ? 'pending' : 'none');
    var made = row([
      one.number,
      element('code', one.body),
      one.url,
      [element('span', answer, 'badge ' + (one.status && one.status < 300 ? 'good' : one.pending ? '' : 'bad')),
        one.attempts > 1 ? element('small', one.attempts + ' attempts') : '']
    ]);
    made.setAttribute('data-fake-delivery', one.number);
    return made;
  }

  function faults(all) {
    var made = all.planned.map(function (one) {
      var times = one.times === null ? 'always' : one.times + ' times';
      var skipped = one.skip ? ', after ' + one.skip + ' requests' : '';
      return element('li', one.fault + ' on ' + (one.operation || 'every operation') + ', ' + times + skipped);
    });
    if (all.random) {
      made.push(element('li', 'random faults of seed ' + all.random.seed + ', with probability ' + all.random.probability));
    }
    return made;
  }

  return {
    show: function (state, personal) {
      fill('payments', state.payments.map(payment), 'No payments yet.');
      fill('requests', state.requests.map(function (one) {
        return request(one, personal);
      }), 'No requests yet.');
      fill('webhooks', state.webhooks.map(webhook), 'No webhooks yet.');
      fill('faults', faults(state.faults), 'No faults are planned.');
    }
  };
})();
