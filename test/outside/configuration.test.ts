import { readConfiguration } from '../../src/outside/configuration';

const SAID = { build: { targets: ['a', 'b:c'], url: 'https://acme.test/x#y', many: 3, on: true, off: null } };

test.each([
  ['a.json', '\ufeff{ "build": { "targets": ["a", "b:c"], "url": "https://acme.test/x#y", "many": 3, "on": true, "off": null } }'],
  ['a.yml', "build:\n  targets: [a, 'b:c']\n  url: https://acme.test/x#y\n  many: 3\n  on: true\n  off: null\n"],
  ['a.yaml', '# comment\nbuild: &b\n  targets:\n    - a\n    - b:c\n  url: "https://acme.test/x#y"\n  many: 3\n  on: true\n  off: ~\n'],
  ['a.json5', "// a comment: it's\n{\n\tbuild:{ /* 'b' */ targets:['a',\"b:c\",], url: 'https://acme.test/x#y', many:3, on:true, off:null,},\n}\n"],
])('%s is read', (name, text) => {
  expect(readConfiguration(name, text)).toEqual(SAID);
});

test.each([
  ['a program', 'a.js', 'module.exports = {}'],
  ['a name that an object has', 'a.constructor', '{}'],
  ['broken JSON', 'a.json', '{'],
  ['JSON with a comment', 'a.json', '{} // none'],
  ['broken YAML', 'a.yml', 'a: ['],
  ['a list', 'a.json', '[1]'],
  ['a text', 'a.yml', 'text'],
  ['nothing', 'a.yml', ''],
  ['aliases without end', 'a.yml', `a: &a [x, x]\n${'bcdefghijklm'.split('').map((key, index) => `${key}: &${key} [${`*${'abcdefghijklm'[index]}, `.repeat(9)}]\n`).join('')}`],
  ['depth without end', 'a.yml', `a: ${'['.repeat(20_000)}`],
  ['levels in one line', 'a.yml', '- '.repeat(400)],
  ['keys that are nested', 'a.yml', `${'? '.repeat(400)}x`],
  ['keys that are nested, each on a line', 'a.yml', Array.from({ length: 150 }, (_, index) => `${' '.repeat(index)}?\n`).join('')],
  ['brackets without end', 'a.json5', '{a:'.repeat(20_000)],
  ['length without end', 'a.yml', `a: ${'x'.repeat(600_000)}`],
])('%s says nothing', (_, name, text) => {
  expect(readConfiguration(name, text)).toBeUndefined();
});
