/* The script of the shop's page: IMP of PortOne V1, for the fake server that this file comes from. */
(function (global, document) {
  'use strict';

  var script = document.currentScript || document.querySelector('script[src*="/v1/iamport.js"]');
  var source = new URL(script.src);
  var FAKE = source.origin;
  /* Time that the window has to load, in milliseconds. */
  var PATIENCE = 10000;
  var PHONE = /Android|iPhone|iPad|iPod|Mobile/i;

  var userCode = null;
  var tierCode = null;
  var visit = null;

  function option(name) {
    return source.searchParams.get(name);
  }

  function isPhone() {
    var chosen = option('mobile');
    return chosen === null ? PHONE.test(global.navigator.userAgent) : chosen === 'true';
  }

  /* Where the browser goes after the window: to a page of the shop, or nowhere. */
  function wayBack(kind, params) {
    if (!isPhone() || (kind === 'certification' && params.popup === true)) {
      return 'callback';
    }
    return params.m_redirect_url ? 'redirect' : 'nowhere';
  }

  function refuse(params, callback, message) {
    var refused = {
      success: false,
      imp_uid: null,
      merchant_uid: params && params.merchant_uid,
      error_code: 'F0000',
      error_msg: message
    };
    global.console.error('[portone-v1-fake] ' + message);
    report(callback, refused);
  }

  function report(callback, result) {
    if (typeof callback === 'function') {
      global.setTimeout(function () {
        callback(result);
      }, 0);
    }
  }

  function createDialog() {
    var dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', 'PortOne');
    dialog.setAttribute('data-fake-window', '');
    var style = dialog.style;
    style.border = style.padding = style.margin = '0';
    style.width = style.maxWidth = '100vw';
    style.height = style.maxHeight = '100vh';
    style.background = 'transparent';
    var frame = document.createElement('iframe');
    frame.title = 'PortOne';
    frame.style.border = '0';
    frame.style.width = frame.style.height = '100%';
    frame.style.display = 'block';
    frame.src = FAKE + '/v1/window/?origin=' + encodeURIComponent(global.location.origin);
    dialog.appendChild(frame);
    // The window decides about Escape, because closing it is reported to the shop.
    dialog.addEventListener('cancel', function (event) {
      event.preventDefault();
      tell(frame, { fake: 'escape' });
    });
    return dialog;
  }

  function tell(frame, message) {
    frame.contentWindow.postMessage(message, FAKE);
  }

  function open(kind, params, callback) {
    if (userCode === null) {
      return refuse(params, callback, 'IMP.init(user_code) was not called');
    }
    if (visit !== null) {
      return refuse(params, callback, 'the payment window is already open');
    }
    var plain;
    try {
      plain = JSON.parse(JSON.stringify(params || {}));
    } catch (error) {
      return refuse(params, callback, 'the parameters cannot be written as JSON: ' + error.message);
    }
    if (!plain.merchant_uid) {
      plain.merchant_uid = 'nobody_' + Date.now();
    }
    var dialog = createDialog();
    var frame = dialog.firstChild;
    visit = { dialog: dialog, frame: frame, params: plain, callback: callback, back: wayBack(kind, plain) };
    frame.addEventListener('load', function () {
      tell(frame, {
        fake: 'open',
        kind: kind,
        tier_code: tierCode,
        params: Object.assign({}, plain, { mobile: isPhone() }),
        back: visit.back,
        plan: {
          auto: option('auto'),
          reason: option('reason'),
          webhook: option('webhook'),
          sandbox: option('sandbox')
        }
      });
    });
    visit.timer = global.setTimeout(function () {
      close();
      refuse(plain, callback, FAKE + ' did not open its window for ' + global.location.origin +
        ': is the server running, and this origin allowed (--allow-host)?');
    }, PATIENCE);
    document.body.appendChild(dialog);
  }

  function close() {
    var closed = visit;
    visit = null;
    global.clearTimeout(closed.timer);
    if (closed.dialog.open) {
      closed.dialog.close();
    }
    closed.dialog.remove();
    return closed;
  }

  function redirect(params, query) {
    var target = new URL(params.m_redirect_url, document.baseURI);
    if (target.protocol !== 'http:' && target.protocol !== 'https:') {
      throw new Error('m_redirect_url is not an address of a page');
    }
    target.search = target.search ? target.search + '&' + query : query;
    global.location.assign(target.href);
  }

  /* `refused` is true if the window did not open: a phone then calls the callback, if there is one. */
  function finish(callback, query, refused) {
    var closed = close();
    var isCalled = closed.back === 'callback' || (refused && typeof closed.callback === 'function');
    if (isCalled) {
      report(closed.callback, callback);
    } else if (closed.back === 'redirect') {
      redirect(closed.params, query);
    }
  }

  global.addEventListener('message', function (event) {
    if (visit === null || event.origin !== FAKE || event.source !== visit.frame.contentWindow) {
      return;
    }
    var message = event.data || {};
    global.clearTimeout(visit.timer);
    if (message.fake === 'show' && !visit.dialog.open) {
      visit.dialog.showModal();
      visit.frame.focus();
      tell(visit.frame, { fake: 'shown' });
    } else if (message.fake === 'finish') {
      finish(message.callback, message.query, message.refused);
    } else if (message.fake === 'lost' && !visit.dialog.open) {
      // Nobody sees the window, and the page waits for a report that never comes.
      close();
    }
  });

  global.IMP = {
    init: function (code) {
      if (typeof code !== 'string' || code === '') {
        throw new Error('IMP.init: the user_code is missing');
      }
      userCode = code;
      tierCode = null;
    },
    agency: function (code, tier) {
      global.IMP.init(code);
      tierCode = tier;
    },
    request_pay: function (params, callback) {
      open('payment', params, callback);
    },
    certification: function (params, callback) {
      open('certification', params, callback);
    },
    loadModule: function () {
      throw new Error('IMP.loadModule is not supported by the fake server');
    }
  };
})(window, document);
