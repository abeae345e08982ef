/* The page of the payment window. Everything that a shop sent is set as text. */
var fakeView = {
  create: function (dialog) {
    'use strict';

    var texts = fakeTexts.ko;

    function each(selector, run) {
      Array.prototype.forEach.call(dialog.querySelectorAll(selector), run);
    }

    function speak(language) {
      var wanted = language || 'ko';
      var code = Object.prototype.hasOwnProperty.call(fakeTexts, wanted) ? wanted : 'en';
      texts = fakeTexts[code];
      document.documentElement.lang = code;
      each('[data-text]', function (element) {
        element.textContent = texts[element.getAttribute('data-text')];
      });
      each('[data-label]', function (element) {
        element.setAttribute('aria-label', texts[element.getAttribute('data-label')]);
      });
    }

    function show(name, text) {
      dialog.querySelector('[data-show="' + name + '"]').textContent = text;
    }

    function money(amount, currency) {
      var number = Number(amount);
      try {
        var style = { style: 'currency', currency: currency };
        return new Intl.NumberFormat(document.documentElement.lang, style).format(number);
      } catch (error) {
        return amount + ' ' + currency;
      }
    }

    function fact(label, value) {
      if (value === undefined || value === null || value === '') {
        return;
      }
      var list = dialog.querySelector('[data-facts]');
      var term = document.createElement('dt');
      var detail = document.createElement('dd');
      term.textContent = label;
      detail.textContent = String(value);
      list.appendChild(term);
      list.appendChild(detail);
    }

    function facts(request) {
      var params = request.params;
      var backs = { callback: 'callback', redirect: params.m_redirect_url, nowhere: '—' };
      fact(texts.item, request.kind === 'payment' ? params.name : null);
      fact(texts.order, params.merchant_uid);
      fact(texts.method, request.kind === 'payment' ? params.pay_method || 'card' : null);
      fact(texts.buyer, [params.buyer_name, params.buyer_email].filter(Boolean).join(' · '));
      fact(texts.customer_uid, params.customer_uid);
      fact(texts.confirm_url, params.confirm_url);
      fact(texts.company, request.kind === 'certification' ? params.company : null);
      fact(texts.back, backs[request.back]);
    }

    function carriers(codes) {
      var select = dialog.querySelector('[name="carrier"]');
      (codes || []).forEach(function (code) {
        select.add(new Option(code));
      });
    }

    function person(values) {
      Object.keys(values || {}).forEach(function (name) {
        var input = dialog.querySelector('[name="' + name + '"]');
        if (input) {
          input.value = values[name];
        }
      });
    }

    return {
      /* Shows a request with what the server knows about it. */
      open: function (request, opened) {
        speak(request.params.language);
        show('gateway_name', opened.gateway_name || opened.gateway);
        show('gateway', opened.gateway);
        show('amount', request.kind === 'payment' ? money(request.params.amount, opened.currency) : '');
        facts(request);
        carriers(opened.carriers);
        person(opened.person);
        each('[data-kind]', function (element) {
          element.hidden = element.getAttribute('data-kind') !== request.kind;
        });
        each('[data-fake-test-channel]', function (element) {
          element.hidden = !opened.sandbox;
        });
        var pay = dialog.querySelector('[data-fake-action="pay"]');
        pay.textContent = request.kind === 'payment' ? texts.pay : texts.certify;
        var reason = dialog.querySelector('[name="reason"]');
        reason.value = opened.plan.reason || texts.usual_reason;
        dialog.querySelector('[name="webhook"]').value = opened.plan.webhook;
        dialog.setAttribute('data-fake-gateway', opened.gateway);
        dialog.setAttribute('data-fake-kind', request.kind);
        dialog.hidden = false;
      },
      focus: function () {
        dialog.querySelector('[data-fake-action="pay"]').focus();
      },
      say: function (name, detail) {
        dialog.querySelector('#status').textContent = texts[name] + (detail || '');
      },
      enable: function (enabled) {
        each('button, input, select', function (element) {
          element.disabled = !enabled;
        });
      },
      value: function (name) {
        return dialog.querySelector('[name="' + name + '"]').value;
      }
    };
  }
};
