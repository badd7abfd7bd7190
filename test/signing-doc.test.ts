import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Signing } from '../src';
import type { SigningChoice } from '../src/signings/signing-kind';
import { signingKinds } from '../src/signings/signing-kinds';

const ROWS = readFileSync(join(__dirname, '..', 'docs', 'signing.md'), 'utf8').split('\n').filter((line) => /^\| `\w+\(\)`/.test(line));
const FACTORIES = Object.getOwnPropertyNames(Signing).filter((name) => typeof Signing[name as keyof typeof Signing] === 'function');

function rowOf(factory: string): string {
  return ROWS.find((row) => row.startsWith(`| \`${factory}()\``))!;
}

test('each way of signing has its row, and there are no others', () => {
  expect(ROWS.map((row) => /`(\w+)\(\)`/.exec(row)![1]).sort()).toEqual([...FACTORIES].sort());
});

test.each(FACTORIES.filter((name) => name !== 'codesign'))('%s: the row names the variables that the tool reads, and no others', (factory) => {
  const { kind } = (Signing[factory as 'azure']())._spec;
  const choice: SigningChoice = { notarization: 'none', files: [], signer: '', authentication: 'secret', password: true, config: '' };
  const read = (['api-key', 'apple-id'] as const).flatMap((notarization) => signingKinds[kind].variables({ ...choice, notarization }));
  expect(new Set([...rowOf(factory).matchAll(/`([A-Z]\w+_\w+)`/g)].map(([, name]) => name))).toEqual(new Set(read));
});

test('codesign reads what Electron Forge reads', () => {
  expect(rowOf('codesign')).toContain('as for `electronForgeMac()`');
  expect(signingKinds.codesign.variables).toBe(signingKinds['electron-forge-mac'].variables);
});
