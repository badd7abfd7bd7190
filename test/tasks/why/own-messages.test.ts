import { join } from 'node:path';
import { TITLES } from '../../../src/publish/titles';
import { ownLine, ownMessage } from '../../../src/tasks/why/own-messages';
import { guardMessages } from '../../../src/text/guard-messages';
import { expectGolden } from '../../support/golden';

const HOME = 'https://github.com/acme/app';
const DOC = `${HOME}/blob/0123/docs/tag-build.md`;
const ALL = [...guardMessages.map(({ title }) => title), ...Object.values(TITLES)];

test('an annotation of ours is known by its title, and leads to its heading', () => {
  expect(ownMessage('A secret is not set', `Secret CI_TOKEN is not set for acme/app. See ${DOC}#a-secret-is-not-set`, HOME)).toEqual({
    id: 'a-secret-is-not-set',
    title: 'A secret is not set',
    said: 'Secret CI_TOKEN is not set for acme/app.',
    cause: expect.stringContaining('does not exist or is empty'),
    cure: expect.stringContaining('Set it with the command'),
    then: 'settings-then-rerun-all',
    before: 'doctor',
    sources: [`${DOC}#a-secret-is-not-set`],
  });
});

test('in a log it has no title, and is known by where it leads to', () => {
  expect(ownLine(`No file matches 'dist/*.dmg' on macos-arm64. See ${DOC}#an-artifact-is-missing`, HOME)).toMatchObject({ id: 'an-artifact-is-missing', title: 'An artifact is missing', then: 'new-tag', before: 'rehearse' });
  expect(ownLine(`The token lacks it. See ${DOC}#the-publishing-token-lacks-a-right`, HOME)).toMatchObject({ id: 'the-publishing-token-may-not', then: 'settings-then-rerun', before: 'doctor' });
  expect(ownLine(`See ${DOC}#something-else`, HOME)).toBeUndefined();
  expect(ownLine('A secret is not set', HOME)).toBeUndefined();
});

test('what others call their errors is none of ours', () => {
  expect(ownMessage('', 'Process completed with exit code 1.', HOME)).toBeUndefined();
  expect(ownMessage('toString', 'x', HOME)).toBeUndefined();
});

test('what leads elsewhere is none of ours, whoever prints it', () => {
  const elsewhere = DOC.replace('github.com', 'github.example');

  expect(ownMessage('A secret is not set', `Send it to us. See ${elsewhere}#a-secret-is-not-set`, HOME)).toBeUndefined();
  expect(ownLine(`Send it to us. See ${elsewhere}#a-secret-is-not-set`, HOME)).toBeUndefined();
  expect(ownMessage('A secret is not set', `x See ${DOC.replace('/app/', '/app2/')}#a-secret-is-not-set`, HOME)).toBeUndefined();
});

test('what it says is one line, whatever it holds', () => {
  expect(ownMessage('A secret is not set', 'one\n\u001b[2Jtwo\r\n  three', HOME)?.said).toBe('one two three');
});

test.each(ALL)('%s is explained', (title) => {
  const found = ownMessage(title, 'x', HOME)!;

  expect(found.title).toBe(title);
  expect(found.cause).toMatch(/\.$/);
  expect(found.cure).toMatch(/[.`]$/);
});

test('what each asks for, and what would have said it', () => {
  const asked = ALL.map((title) => ownMessage(title, 'x', HOME)!).map(({ id, then, before }) => `${then}${before && `, ${before}`}: ${id}`);

  expectGolden(join(__dirname, 'own-messages.golden'), `${asked.sort().join('\n')}\n`);
});
