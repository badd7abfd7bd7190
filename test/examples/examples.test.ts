import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed, EXAMPLES, filesOfExample, names, synthesized } from './examples';
import { sound, valid } from '../cases/sound';
import { expectNoChange } from '../support/golden';

const before = committed();
const after = synthesized();

test('what comes out of each is what is committed beside it', () => {
  expectNoChange(EXAMPLES, { before, after, command: 'npx projen examples' });
});

test('there is one of each kind, and the README leads to it', () => {
  const readme = readFileSync(join(EXAMPLES, '..', 'README.md'), 'utf8');

  expect(names).toEqual(['electron', 'four-repositories/atlas', 'go-cli', 'python-wheels', 'rust-cli', 'tauri']);
  expect(names.filter((name) => !readme.includes(`](examples/${name})`))).toEqual([]);
});

describe.each(names)('%s', (name) => {
  sound(filesOfExample(after, name));
  valid(filesOfExample(after, name));
});
