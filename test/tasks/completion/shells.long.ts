import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_TAGS, Place, SHELLS } from './shells';

const [BASH, ZSH] = SHELLS;
let place: Place;

beforeAll(() => { place = new Place(); });
afterAll(() => place.remove());

test.each(SHELLS)('in $name names of strangers arrive as they are, and nothing in them is run', async (shell) => {
  const given = await place.typed(shell, HOSTILE_TAGS.map((tag) => `plan ${tag[0]}\t`));
  expect(given).toEqual(HOSTILE_TAGS.map((tag) => ['plan', tag]));
  expect(existsSync(join(place.repository, 'pwned'))).toBe(false);
}, 120_000);

test.each(SHELLS)('in $name directories and branches', async (shell) => {
  const given = await place.typed(shell, ['init --working-directory .pr\t', 'plan --event dispatch --ref m\t']);
  expect(given.map((words) => words.map((word) => word.replace(/\/$/, '')))).toEqual([['init', '--working-directory', '.projen'], ['plan', '--event', 'dispatch', '--ref', 'main']]);
}, 120_000);

test('in bash a quote that is open takes what needs no other', async () => {
  const given = await place.typed(BASH, ['plan "n\t', "plan 'p-\t\x15projen-tag-build plan x", 'plan "a\t"']);
  expect(given).toEqual([['plan', 'n%o'], ['plan', 'x'], ['plan', 'a']]);
}, 120_000);

test('in zsh the script is a file of fpath, too', async () => {
  writeFileSync(join(place.root, '_projen-tag-build'), execFileSync(join(place.root, 'bin/projen-tag-build'), ['completion', 'zsh'], { env: place.env }));
  const first = `PS1=ready\\>\\ ; fpath+=(${place.root}); autoload -U compinit; compinit -u -D`;
  const given = await place.typed({ ...ZSH, first }, ['rehearse --build w\t li\t', 'reh\t']);
  expect(given).toEqual([['rehearse', '--build', 'web', 'linux-x64'], ['rehearse']]);
}, 120_000);

test('where every command is proposed, each is', () => {
  const all = execFileSync('fish', ['--no-config', '-c', 'projen-tag-build completion fish | source; complete -C "projen-tag-build "'], { env: place.env, encoding: 'utf8' });
  expect(all).toContain('completion\tPrint what completes these commands in bash, zsh or fish\n');
  const options = execFileSync('fish', ['--no-config', '-c', 'projen-tag-build completion fish | source; complete -C "projen-tag-build pins --"'], { env: place.env, encoding: 'utf8' });
  expect(options).toContain('--write\t');
});
