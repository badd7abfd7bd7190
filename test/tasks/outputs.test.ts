import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputSchema } from '../../projenrc/model-schema';
import type { CheckOutput } from '../../src/tasks/check-command';
import { commands } from '../../src/tasks/commands';
import { OUTPUT_SCHEMA, problemsOf } from '../support/outputs';

const SCHEMA = JSON.parse(OUTPUT_SCHEMA);
const CHECK: CheckOutput = { version: 1, inSync: true, builds: ['a'], differences: [], foreignScripts: [], otherWriter: '' };

test('the committed schema is that of what is printed; "npx projen schema" makes it so', () => {
  expect(OUTPUT_SCHEMA).toBe(outputSchema());
});

test('it knows each command that has --json, and no other', () => {
  const printing = Object.entries(commands).filter(([, { line }]) => 'json' in line.options).map(([name]) => name);
  expect(SCHEMA.anyOf.map(({ $ref }: { $ref: string }) => $ref.replace('#/definitions/', ''))).toEqual(printing.sort());
  expect(Object.keys(commands).filter((name) => !printing.includes(name)).sort()).toEqual(['completion']);
});

test('a reader takes what is added, and nothing less or other', () => {
  expect(problemsOf('check', CHECK, SCHEMA)).toEqual([]);
  expect(problemsOf('check', { ...CHECK, more: 1 }, SCHEMA)).toEqual([]);
  expect(problemsOf('check', { ...CHECK, builds: undefined }, SCHEMA)).not.toEqual([]);
  expect(problemsOf('check', { ...CHECK, version: 2 }, SCHEMA)).not.toEqual([]);
  expect(problemsOf('plan', CHECK, SCHEMA)).not.toEqual([]);
});

test('our own tests take nothing that it does not name', () => {
  expect(problemsOf('check', CHECK)).toEqual([]);
  expect(problemsOf('check', { ...CHECK, more: 1 })).not.toEqual([]);
});

test('what is a table in the source is a list of words in it', () => {
  expect(SCHEMA.definitions.RehearseOutcome).toEqual({ type: 'string', enum: ['failure', 'interrupted', 'success'] });
});

test('docs/commands.md names every command that has --json', () => {
  const page = readFileSync(join(__dirname, '../../docs/commands.md'), 'utf8');
  const [, section] = /\n## JSON\n([^]*?)\n## /.exec(page)!;
  for (const { $ref } of SCHEMA.anyOf) expect(section).toContain(`| \`${$ref.replace('#/definitions/', '')}\` |`);
});
