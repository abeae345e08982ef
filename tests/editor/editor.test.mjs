// An editor with the JSON Schema of the schema language: what it completes, shows and reports.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { LanguageServer, PROJECT } from './language-server.mjs';

/** A section that is not on the disk; each one is another, as reports about an old one may be under way. */
let sections = 0;
const section = () => `schema/sections/editor_test_${(sections += 1)}.yaml`;

const VALID = `# yaml-language-server: $schema=../schema.json
title: 상점 API
doc: A shop.
page: shop
noun: Order
operations:
  cancel:
    route: POST /orders/cancel
    title: 주문 취소 API
    doc: Cancels an order.
    idempotent: false
    reconcile:
      - { read: payments.get, by: imp_uid, expect: state }
    gateways: [nice, kcp]
    notes:
      kcp: Digits only.
    body:
      imp_uid: { type: string, title: 번호, doc: The payment. }
      bank?:
        type: Bank
        title: 은행
        doc: The bank.
        default: "004"
      limit?:
        type: integer
        title: 개수
        doc: The greatest number.
        maximum: 40
        gateways: { nice: required }
    returns: [PaymentAnnotation]
    errors:
      401: The token is missing.
`;

/** The valid text with one change. */
function changed(from, to) {
  assert.ok(VALID.includes(from), from);
  return VALID.replace(from, to);
}

let server;
before(async () => {
  server = await LanguageServer.start();
});
after(() => server.stop());

test('every file of the schema is without a warning', async () => {
  const folders = ['schema/sections', 'schema/types', 'schema/codes'];
  const lists = folders.map(async (folder) =>
    (await readdir(path.join(PROJECT, folder))).map((name) => `${folder}/${name}`),
  );
  const files = ['schema/api.yaml', ...(await Promise.all(lists)).flat()];
  assert.ok(files.length > 25, `${files}`);
  for (const file of files) {
    const text = await readFile(path.join(PROJECT, file), 'utf8');
    assert.deepEqual(await server.diagnostics(file, text), [], file);
  }
  assert.deepEqual(await server.diagnostics(section(), VALID), []);
});

/** What, where, and some of the names that are offered. */
const COMPLETIONS = [
  ['keys of an operation', ['    gateways: [nice, kcp]', '    |'], ['gateways', 'one_of', 'not_found']],
  ['keys of a field', ['        maximum: 40', '        |'], ['maximum', 'max_length', 'omitted']],
  ['types', ['type: integer', 'type: |'], ['string', 'amount', 'PaymentAnnotation', 'Bank']],
  ['types of a list', ['[PaymentAnnotation]', '[P|]'], ['PaymentAnnotation', 'CardCompany']],
  ['the type of a response', ['returns: [PaymentAnnotation]', 'returns: |'], ['none', 'PaymentAnnotation']],
  ['gateways', ['[nice, kcp]', '[nice, k|]'], ['kcp', 'html5_inicis']],
  ['gateways of notes', ['      kcp: Digits only.', '      |'], ['kcp', 'nice_v2']],
  ['gateways of rules', ['gateways: { nice: required }', 'gateways:\n          |'], ['nice', 'others']],
  ['rules of gateways', ['nice: required', 'nice: r|'], ['required', 'optional', 'unsupported']],
  ['reads', ['read: payments.get,', 'read: p|,'], ['payments.get', 'vbanks.find_holder']],
  ['evidence', ['expect: state', 'expect: s|'], ['exists', 'absent', 'balance', 'state']],
  ['codes of a type', ['default: "004"', 'default: |'], ['"004"', '"020"']],
  ['codes of other parameters', ['maximum: 40', 'required_when:\n          bank: |'], ['"004"']],
];

for (const [what, [from, to], names] of COMPLETIONS) {
  test(`${what} are completed`, async () => {
    const offered = await server.completion(section(), changed(from, to));
    for (const name of names) {
      assert.ok(offered.includes(name), `${name} is not in ${offered}`);
    }
  });
}

test('only names that fit are completed', async () => {
  const reads = await server.completion(section(), changed('read: payments.get,', 'read: p|,'));
  assert.ok(!reads.includes('payments.cancel'), `${reads}`);
  const fields = await server.completion(section(), changed('type: integer', 'type: |'));
  assert.ok(!fields.includes('none'), `${fields}`);
});

test('sections are completed', async () => {
  const text = await readFile(path.join(PROJECT, 'schema/api.yaml'), 'utf8');
  const offered = await server.completion('schema/api.yaml', text.replace('  - payments', '  - |'));
  assert.ok(offered.includes('vbanks') && offered.includes('payments'), `${offered}`);
});

test('enumerations and standard codes are completed', async () => {
  const codes = (of, codes) => `# yaml-language-server: $schema=../schema.json
title: 은행 코드
doc: The banks.
types:
  BankCode:
    title: 은행코드
    doc: The code of a bank.
    gateway_codes:
      of: ${of}
      tables:
        - gateways: [kcp]
          codes:
            ${codes}
`;
  const enumerations = await server.completion('schema/codes/editor_test_1.yaml', codes('|', '"004": BK04'));
  assert.ok(enumerations.includes('Bank'), `${enumerations}`);
  assert.ok(!enumerations.includes('PaymentAnnotation'), `${enumerations}`);
  const standard = await server.completion('schema/codes/editor_test_2.yaml', codes('Bank', '|'));
  assert.ok(standard.includes('004') && standard.includes('088'), `${standard}`);
});

/** What, where, and some of the text that is shown. */
const HOVERS = [
  ['a key of an operation', ['    idempotent', '    idem|potent'], /same effect sent once or several times/],
  ['a key of a field', ['maximum: 40', 'max|imum: 40'], /greatest number/],
  ['a key of an entry of a list', ['expect: state', 'exp|ect: state'], /current state/],
];

for (const [what, [from, to], text] of HOVERS) {
  test(`${what} is explained`, async () => {
    assert.match(await server.hover(section(), changed(from, to)), text);
  });
}

/** The mistake, the change, and the warning in the changed line. */
const MISTAKES = [
  ['an unknown key', ['idempotent: false', 'idempotent: false\n    colour: red'], /colour/, 1],
  ['a misspelt key', ['maximum: 40', 'maximun: 40'], /maximun/],
  ['a wrong word', ['expect: state', 'expect: done'], /must be/],
  ['another boolean', ['idempotent: false', 'idempotent: nope'], /boolean/],
  ['an unknown type', ['type: integer', 'type: intger'], /type is not in the schema/],
  ['a type of another language', ['type: integer', 'type: number'], /type is not in the schema/],
  ['an unknown type in a list', ['[PaymentAnnotation]', '[PaymentAnotation]'], /type is not in the schema/],
  ['a list in another form', ['[PaymentAnnotation]', 'PaymentAnnotation[]'], /type is not in the schema/],
  ['a list of two types', ['[PaymentAnnotation]', '[string, integer]'], /too many items/],
  ['an unknown gateway', ['[nice, kcp]', '[nise, kcp]'], /gateway is not in the schema/],
  ['a note of an unknown gateway', ['kcp: Digits only.', 'kpc: Digits only.'], /gateway is not in the schema/],
  ['a rule of an unknown gateway', ['{ nice: required }', '{ nise: required }'], /gateway is not in the schema/],
  ['a wrong rule', ['{ nice: required }', '{ nice: mandatory }'], /"required"/],
  ['an unknown read', ['payments.get', 'payments.gte'], /operation that only reads is not in the schema/],
  ['a read that writes', ['payments.get', 'payments.cancel'], /operation that only reads is not/],
  ['an unknown code', ['default: "004"', 'default: "4"'], /code is not in the schema/],
  ['a number in quotes', ['maximum: 40', 'maximum: "40"'], /integer/],
  ['a number as a sentence', ['doc: The greatest number.', 'doc: 42'], /string/],
  ['a sentence without its end', ['doc: Cancels an order.', 'doc: Cancels an #1 order.'], /full stop/],
  ['a status that is none', ['401: The token', '4xx: The token'], /4xx/],
  ['a missing colon', ['title: 개수', 'title 개수'], /./, 1],
  ['a bracket that is not closed', ['[nice, kcp]', '[nice, kcp'], /./, 1],
];

for (const [what, [from, to], message, below = 0] of MISTAKES) {
  test(`${what} is reported`, async () => {
    const text = changed(from, to);
    const line = VALID.slice(0, VALID.indexOf(from)).split('\n').length - 1;
    const found = await server.diagnostics(section(), text);
    const near = found.filter(({ range }) => range.start.line >= line && range.start.line <= line + below);
    assert.ok(near.some((one) => message.test(one.message)), JSON.stringify(found, null, 1));
  });
}
