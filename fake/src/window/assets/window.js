/* The payment window: takes a request of the shop's page, and sends the result back to that page. */
(function () {
  'use strict';

  var PERSON = ['name', 'birth', 'gender_digit', 'phone', 'carrier'];

  var shop = new URLSearchParams(window.location.search).get('origin');
  var dialog = document.getElementById('window');
  var view = fakeView.create(dialog);
  var request = null;
  var plan = null;
  var isBusy = false;

  function tell(message) {
    window.parent.postMessage(message, shop);
  }

  function post(action, chosen) {
    var body = {
      origin: shop,
      tier_code: request.tier_code,
      params: request.params,
      plan: chosen
    };
    return fetch(request.kind + '/' + action, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    }).then(function (response) {
      return response.json().then(function (answer) {
        if (!response.ok) {
          throw new Error(answer.error || answer.message);
        }
        return answer;
      });
    });
  }

  function finish(result) {
    if (!result.callback) {
      lose('lost');
    } else if (request.back === 'nowhere' && !result.refused) {
      lose('nowhere');
    } else {
      tell({
        fake: 'finish',
        callback: result.callback,
        query: result.redirect_query,
        refused: result.refused === true
      });
    }
  }

  /* The browser never returns to the shop. */
  function lose(reason) {
    view.say(reason);
    dialog.setAttribute('data-fake-lost', reason);
    tell({ fake: 'lost' });
  }

  function fail(error) {
    isBusy = false;
    plan = plan || { webhook: 'concurrent' };
    if (dialog.hidden) {
      view.open(request, { gateway: '—', plan: plan });
      tell({ fake: 'show' });
    }
    view.enable(true);
    view.say('broken', error.message);
  }

  function choose(auto) {
    if (isBusy) {
      return;
    }
    isBusy = true;
    var chosen = { auto: auto, reason: plan.reason, webhook: plan.webhook, sandbox: plan.sandbox };
    if (!dialog.hidden) {
      chosen.reason = view.value('reason');
      chosen.webhook = view.value('webhook');
      PERSON.forEach(function (name) {
        chosen[name] = view.value(name);
      });
      view.say('working');
    }
    if (request.kind === 'payment' || dialog.hidden) {
      PERSON.forEach(function (name) {
        delete chosen[name];
      });
    }
    view.enable(false);
    post('finish', chosen).then(finish).catch(fail);
  }

  function open(opened) {
    if (opened.refused) {
      finish(opened);
      return;
    }
    plan = opened.plan;
    if (plan.auto) {
      choose(plan.auto);
      return;
    }
    view.open(request, opened);
    tell({ fake: 'show' });
  }

  function escape() {
    if (request !== null && !dialog.hidden) {
      choose('close');
    }
  }

  window.addEventListener('message', function (event) {
    if (event.source !== window.parent || event.origin !== shop) {
      return;
    }
    var message = event.data || {};
    if (message.fake === 'open' && request === null) {
      request = message;
      tell({ fake: 'loaded' });
      post('open', message.plan).then(open).catch(fail);
    } else if (message.fake === 'shown') {
      // Nothing can have the focus before the shop's page shows the frame.
      view.focus();
    } else if (message.fake === 'escape') {
      escape();
    }
  });

  document.getElementById('form').addEventListener('submit', function (event) {
    event.preventDefault();
    choose('pay');
  });
  dialog.addEventListener('click', function (event) {
    var button = event.target.closest('[data-fake-action]');
    if (button && button.type === 'button') {
      choose(button.getAttribute('data-fake-action'));
    }
  });
  fakeKeyboard.listen(dialog, escape);
})();
