import { EXCERPTS } from './excerpts';
import * as library from '../../../src';
import { MODEL_COMMANDS } from '../../../src/command-list';
import { everyRule } from '../../../src/rules/rules';
import { knownCauses } from '../../../src/tasks/why/known-causes';
import { messageIn, plain } from '../../../src/tasks/why/log-lines';
import { filled, recognised } from '../../../src/tasks/why/recognise';

const SEEN = EXCERPTS.filter(({ source }) => source);
const NEAR_MISSES = EXCERPTS.filter(({ source }) => !source);

function messages(lines: readonly string[]): string[] {
  return lines.flatMap((line) => messageIn(plain(line)) ?? []);
}

/** Whatever is found anywhere, in the order of the table. */
function everyCauseIn(lines: readonly string[]): string[] {
  return knownCauses.filter(({ signs }) => messages(lines).some((line) => signs.some((sign) => sign.test(line)))).map(({ id }) => id);
}

test('there are many, each with excerpts of its own and a near miss', () => {
  const ids = knownCauses.map(({ id }) => id);

  expect([...new Set(ids)]).toEqual(ids);
  expect([...new Set(SEEN.map(({ cause }) => cause))]).toEqual([...ids].sort());
  expect(NEAR_MISSES.map(({ cause }) => cause)).toEqual([...ids].sort());
  expect(SEEN.length).toBeGreaterThan(100);
  expect(SEEN.every(({ source }) => /^https:\/\/[\w.-]+\/\S+$/.test(source))).toBe(true);
});

test.each(SEEN.map((excerpt) => [excerpt.cause, excerpt.source, excerpt.lines] as const))('%s is recognised in %s, and nothing else is', (cause, _, lines) => {
  expect(recognised(messages(lines))?.id).toBe(cause);
  expect(everyCauseIn(lines)).toEqual([cause]);
});

test.each(NEAR_MISSES.map(({ cause, lines }) => [cause, lines] as const))('%s is not recognised in what looks alike', (cause, lines) => {
  expect(everyCauseIn(lines)).not.toContain(cause);
});

test('each sign is seen in an excerpt', () => {
  const idle = knownCauses.flatMap(({ id, signs }) => signs
    .filter((sign) => !SEEN.some((excerpt) => excerpt.cause === id && messages(excerpt.lines).some((line) => sign.test(line))))
    .map((sign) => `${id}: ${sign.source}`));

  expect(idle).toEqual([]);
});

test.each(knownCauses)('$id says its cause and its cure in whole sentences, with and without names', ({ title, cause, cure, signs }) => {
  const groups = signs.flatMap(({ source }) => [...source.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name));
  const wanted = [...cause.matchAll(/\{(\w+)\|/g)].map(([, name]) => name);

  expect(title).toMatch(/^\w.*[^.]$/);
  expect(filled(cause, {})).toMatch(/^\w.*\.$/);
  expect(filled(cause, {})).not.toMatch(/[{}]/);
  expect(cure).toMatch(/^[A-Z`].*\.$/);
  expect(wanted.filter((name) => !groups.includes(name))).toEqual([]);
  expect(groups.filter((name) => !wanted.includes(name))).toEqual([]);
});

test('words of the declaration that a cure names are there', () => {
  const named = knownCauses.flatMap(({ cure }) => [...cure.matchAll(/\b([A-Z]\w+)\.([a-z]\w+)\b/g)].map(([, word, factory]) => [word, factory]));
  const words = library as unknown as Record<string, Record<string, unknown>>;

  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(([word, factory]) => word in words && typeof words[word][factory] !== 'function')).toEqual([]);
  expect([...new Set(named.map(([word]) => word))].filter((word) => !(word in words))).toEqual(['Node', 'Cargo']);
});

test('what would have said it is a command or a rule', () => {
  const known = ['', ...Object.keys(MODEL_COMMANDS), ...everyRule().map(({ id }) => id)];

  expect(knownCauses.filter(({ before }) => !known.includes(before)).map(({ id, before }) => `${id}: ${before}`)).toEqual([]);
});

test('no sign repeats what repeats, so that no line takes long', () => {
  expect(knownCauses.flatMap(({ signs }) => signs).filter(({ source }) => /[+*}]\)(?:[+*]|\{\d*,)/.test(source))).toEqual([]);
});

test('a re-run keeps the commit: where it is enough, a cure that changes a file says that it takes a new tag', () => {
  const reruns = knownCauses.filter(({ then }) => then !== 'new-tag');

  expect(reruns.filter(({ cure }) => /\b(?:declare|correct|commit it|at a full commit|check out|name another)\b/.test(cure) && !cure.includes('push a new tag instead')).map(({ id }) => id)).toEqual([]);
});

test('a test that passed is no failure, whatever its name says', () => {
  expect(['  ✓ tells that there is no space left on device (3 ms)', 'ok 12 - No space left on device', 'test fails_with_no_space_left_on_device: no space left on device ... ok'].map((line) => recognised([line]))).toEqual([undefined, undefined, undefined]);
  expect(recognised(['✗ no space left on device'])?.id).toBe('disk-full');
});

test('the first failure of several is the cause', () => {
  const timeStamp = 'SignTool Error: The specified timestamp server either could not be reached';
  const expired = "AADSTS7000222: The provided client secret keys for app '***' are expired.";

  expect(recognised([timeStamp, expired])?.id).toBe('signtool-time-stamp');
  expect(recognised([expired, timeStamp])?.id).toBe('azure-secret-expired');
});

test('what other failures lead to is the cause only where it stands alone', () => {
  const late = '/tmp/a.sh: line 1: pnpm: command not found';

  expect(recognised([late])?.id).toBe('command-not-found');
  expect(recognised([late, 'npm error code ECONNRESET'])?.id).toBe('npm-network');
  expect(recognised(['##[error]Process completed with exit code 1.'])).toBeUndefined();
});

test('what the log names stands in the sentence, without credentials', () => {
  expect(recognised(['npm error code E401', 'npm error 401 Unauthorized - GET https://acme:S3cretS3cret@npm.acme.dev/lib'])).toMatchObject({
    said: 'npm error code E401',
    cause: expect.stringContaining('The registry (https://acme:***@npm.acme.dev/lib) does not know the token'),
  });
});
