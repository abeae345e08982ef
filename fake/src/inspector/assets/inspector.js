/* The inspector: reads the lists of the control API whenever something changes, and sends its commands. */
(function () {
  'use strict';

  /* Number of requests and webhooks that are shown. */
  var SHOWN = 50;

  var personal = document.getElementById('personal');
  var status = document.getElementById('status');
  var mark = null;
  var count = 0;

  function call(command, values) {
    var options = {};
    if (values !== undefined) {
      options.method = 'POST';
      options.headers = { 'Content-Type': 'application/json' };
      options.body = JSON.stringify(values);
    }
    return fetch('/_fake/' + command, options).then(function (response) {
      return response.json().then(function (answer) {
        if (!response.ok) {
          throw new Error(answer.error || answer.message);
        }
        return answer;
      });
    });
  }

  function newest(list) {
    return list.slice(-SHOWN).reverse();
  }

  function refresh() {
    var asked = personal.checked;
    return Promise.all([
      call('payments?limit=' + SHOWN + (asked ? '&personal=true' : '')),
      call('requests?after=' + Math.max(0, count - SHOWN)),
      call('webhooks'),
      call('faults')
    ]).then(function (answers) {
      count = answers[1].count;
      fakeLists.show({
        payments: answers[0],
        requests: newest(answers[1].requests),
        webhooks: newest(answers[2]),
        faults: answers[3]
      }, asked);
    }).catch(say);
  }

  function say(error) {
    status.textContent = error ? error.message : '';
  }

  function run(command, values) {
    status.textContent = '';
    return call(command, values).then(refresh).catch(say);
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-fake-command]');
    if (!button) {
      return;
    }
    var command = button.getAttribute('data-fake-command');
    var values = JSON.parse(button.getAttribute('data-fake-values') || '{}');
    if (command === 'reset') {
      count = 0;
      if (!window.confirm('Delete all payments, requests and webhooks?')) {
        return;
      }
    }
    run(command, command === 'advance' ? { seconds: 3600 } : values);
  });

  document.getElementById('forge').addEventListener('submit', function (event) {
    event.preventDefault();
    var form = new FormData(event.target);
    run('webhooks/forge', {
      url: form.get('url'),
      body: {
        imp_uid: form.get('imp_uid'),
        merchant_uid: form.get('merchant_uid'),
        status: form.get('status')
      }
    });
  });

  personal.addEventListener('change', refresh);

  var events = new EventSource('/_fake/events');
  events.addEventListener('message', function (event) {
    var told = JSON.parse(event.data);
    var now = new Date(told.now * 1000);
    document.getElementById('now').textContent = now.toLocaleString();
    document.getElementById('now').dateTime = now.toISOString();
    document.getElementById('live').textContent = 'live';
    if (told.mark !== mark) {
      mark = told.mark;
      refresh();
    }
  });
  events.addEventListener('error', function () {
    document.getElementById('live').textContent = 'not connected';
  });
})();
