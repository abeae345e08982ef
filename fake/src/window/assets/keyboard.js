/* The keyboard in the payment window: focus stays inside, and Escape closes. */
var fakeKeyboard = {
  listen: function (dialog, escape) {
    'use strict';

    function stops() {
      var all = dialog.querySelectorAll('button, input, select');
      return Array.prototype.filter.call(all, function (element) {
        return !element.disabled && element.offsetParent !== null;
      });
    }

    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        event.preventDefault();
        escape();
      }
      if (event.key !== 'Tab') {
        return;
      }
      var order = stops();
      if (order.length === 0) {
        return;
      }
      var index = order.indexOf(document.activeElement);
      var next = event.shiftKey ? index - 1 : index + 1;
      event.preventDefault();
      order[(next + order.length) % order.length].focus();
    });
  }
};
