import * as fc from 'fast-check';
import { SECRET_NAME } from '../../src/github/limits';
import { secretNameProblem } from '../../src/github/secret-names';
import { holdsToken, looksLikeToken, quoted } from '../../src/text/tokens';

/** Put together here, so that no scanner takes this file for a leak. */
const PEM = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
const RANDOM = 'Zk3vQ8s1LxT0aWq7'.repeat(2);

const AKIA = `AKIA${'A1B2'.repeat(4)}`;
const JWT = `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.c`;

const TOKENS = [
  ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map((prefix) => `${prefix}_${'a1B2'.repeat(9)}`),
  'ghp_short',
  `ghs_12345_${'eyJhbGciOi'.repeat(3)}.${'x-Y_'.repeat(8)}`,
  `github_pat_${'11ABC'.repeat(4)}_${'x9'.repeat(20)}`,
  `glpat-${'aB3'.repeat(7)}`,
  `npm_${'aB3d'.repeat(9)}`,
  `https://x-access-token:ghp_${'a1B2'.repeat(9)}@github.com/acme/app`,
  `Bearer ghs_${'a1B2'.repeat(9)}`,
  `token github_pat_${'11ABC'.repeat(4)}`,
  'https://jane:hunter2@example.com/app',
  AKIA,
  JWT,
  `${PEM}\nMIIE`,
  '0123456789abcdef0123456789abcdef01234567',
  RANDOM,
  `${RANDOM}+/${RANDOM}==`,
];

const NAMES = [
  'CI_REPO_READ_TOKEN', 'CSC_LINK', '_X', 'a', 'GH_TOKEN', 'GHP_TOKEN', 'NPM_TOKEN', 'csc_link', 'A1', 'APPLE_APP_SPECIFIC_PASSWORD',
  'A'.repeat(50), 'theTokenThatReadsTheServerRepositoryIn2026',
];

test.each(NAMES)('%s is a name', (name) => expect(secretNameProblem(name)).toBeUndefined());

test.each(TOKENS)('a token is refused and not repeated (%#)', (token) => {
  const complaint = secretNameProblem(token)!;
  expect(complaint.why).toBe('is shaped like a token, not like the name of a secret');
  expect(JSON.stringify(complaint)).not.toContain(token.slice(-8));
  expect(quoted(token)).toBe('a text (shaped like a token, not shown)');
});

test.each([
  ['', 'is empty', "Name the secret as it is stored in GitHub, for instance 'CI_REPO_READ_TOKEN'."],
  ['GITHUB_X', "begins with 'GITHUB_', which GitHub keeps for itself", "Choose another beginning, for instance 'GH_'."],
  ['github_x', "begins with 'GITHUB_', which GitHub keeps for itself", "Choose another beginning, for instance 'GH_'."],
  ['1X', 'begins with a digit', "Begin with a letter or '_'."],
  ['a-b', "has characters other than letters, digits and '_'", "Write for instance 'A_B'."],
  [' MY TOKEN ', "has characters other than letters, digits and '_'", "Write for instance 'MY_TOKEN'."],
  ['!', "has characters other than letters, digits and '_'", "Write for instance 'MY_SECRET'."],
  ['é1', "has characters other than letters, digits and '_'", "Write for instance 'MY_SECRET'."],
  ['A\n', "has characters other than letters, digits and '_'", "Write for instance 'A'."],
])('%j %s', (name, why, hint) => {
  expect(secretNameProblem(name)).toEqual({ why, hint });
});

test.each(['', 'acme/app', 'v1.2.3', 'docs/github-actions-tag-build.md', 'AutoByteus/autobyteus-desktop-releases', 'https://github.com/acme/app'])('%j may be shown', (text) => {
  expect(quoted(text)).toBe(`'${text}'`);
});

test.each([...TOKENS.slice(0, 5), ...TOKENS.slice(6, 10), AKIA, JWT, PEM, `pypi-${'aB3d'.repeat(10)}`, `xoxb-${'1a'.repeat(10)}`])('a token inside a script is seen (%#)', (token) => {
  expect(holdsToken(`curl -H "Authorization: Bearer ${token}"\n`)).toBe(true);
});

test.each([
  'git clone "https://x-access-token:$TOKEN@github.com/acme/app"', '0123456789abcdef0123456789abcdef01234567', RANDOM, '-----BEGIN CERTIFICATE-----',
  'case "$TOKEN" in ghp_*) ;; esac', 'weighs_all_that_stands_here', 'npm_config_arch', 'acme/eyJ.eyJ',
])('the text %j is no token', (text) => expect(holdsToken(text)).toBe(false));

test('what is accepted is what GitHub accepts, tokens aside', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^(?:GITHUB_|github_|1)?[A-Z_-]{0,5}$/));
  fc.assert(fc.property(text, (name) => {
    expect(secretNameProblem(name) === undefined).toBe(SECRET_NAME.test(name) && !looksLikeToken(name));
  }), { numRuns: 1_000 });
});
