import { oneRepository, SHA } from './guard-rows';
import { runGuard } from './guard-run';
import { markdown } from '../../src/publish/report';
import { outlines } from '../render/outline';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';
import { asset, runScript } from '../support/run-script';

/** Mentions, issues, pictures and mathematics. */
const GITHUBS = ['@octocat', 'a/@octocat.zip', 'acme/app@0123456', '#1', 'acme/app#12', '(#1)', '##1', 'gh-1', 'Gh-12', ':tada:', '::tada:', ':@octocat:+1:', '12:30:45', '$x$', '$`x`$', '$$x$$', ': # @ :', '@www.evil.example'];
const OUR_HTML = /^(<!-- -->|<[/]?span>)$/;

let github: FakeGitHub;

beforeAll(async () => { github = await FakeGitHub.start(); });
beforeEach(() => github.reset());
afterAll(() => github.stop());

/** Texts as the scripts write them into a summary, a line each, and what GitHub makes of it. */
async function shown(texts: readonly string[], server = 'https://github.com') {
  const calls = 'while [ $# -gt 0 ]; do markdown "$(one_line "$1")"; echo; shift; done';
  const script = `${asset('say')}\neval "set -- $TEXTS"\n${calls}`;
  const { stdout, stderr } = await runScript(script, { TEXTS: texts.map((text) => `'${text.replaceAll("'", "'\\''")}'`).join(' '), GITHUB_SERVER_URL: server });
  expect(stderr).toBe('');
  const lines = stdout.split('\n').slice(0, -1);
  expect(lines).toHaveLength(texts.length);
  return outlines(lines.map((line) => `- x ${line}`));
}

describe('an address of ours', () => {
  test('is a link to it, whatever stands around', async () => {
    const paths = [
      'acme/app/settings', '_acme_/__app__/settings', 'a_b/c_d/actions/workflows/_x_y_.yml', 'a/b_', 'a-_/-_b.c_d_/rules/7', 'a/b/blob/c/docs/%5B_x_%5D%281%29.md#_y_',
      'a/b/actions/workflows/a*b*.yml', 'a/~b~~c~~/x', 'settings/personal-access-tokens/42', 'repos/a/b/contents/x_y_.json?ref=_0_&x=1', '',
    ];
    const cases = paths.map((path) => `https://github.com/${path}`).flatMap((address) => [
      address, `${address}.`, `Mend it: ${address}, Configure SSO, (see ${address}).`, `_a_ ${address} *b*`, `<${address}>`, `'${address}'`, `Is it ${address}?`,
    ].map((text) => ({ text, links: text.split(address).slice(1).map(() => address) })));
    const seen = await shown(cases.map(({ text }) => text));
    expect(seen.map(({ links }, index) => ({ text: cases[index].text, links }))).toEqual(cases);
  });

  test('is one of the server that the run is of', async () => {
    const texts = ['https://git.acme.dev/a_b', 'https://git-acme.dev/a_b', 'https://git.acme.dev.evil.example/a_b', 'https://github.com/a_b', 'https://git.acme.dev', 'HTTPS://git.acme.dev/x'];
    expect((await shown(texts, 'https://git.acme.dev')).map(({ links }) => links)).toEqual([['https://git.acme.dev/a_b'], [], [], [], [], []]);
  });

  test('is that of GitHub\'s state, too', async () => {
    const texts = ['see https://www.githubstatus.com.', 'https://community.chocolatey.org/packages and', 'https://www.githubstatus.com.evil.example', 'https://www.githubstatus.com/x'];
    expect((await shown(texts)).map(({ links }) => links)).toEqual([['https://www.githubstatus.com'], ['https://community.chocolatey.org/packages'], [], []]);
  });
});

test('what a name holds is text, and reads the same', async () => {
  const names = [
    'http://evil.example', 'https://evil.example/_a_', 'ftp://evil.example', 'www.evil.example', 'WwW.evil.example', '_www.evil.example_', '(www.evil.example)', 'me@evil.example', 'a_@evil.example',
    'mailto:me@evil.example', 'xmpp:me@evil.example/x', '[a](https://evil.example)', '<https://evil.example>', '![a](https://evil.example/x.png)', '[a]: https://evil.example', '<a href="//evil.example">',
    'https://github.com.evil.example/', 'https://github.com@evil.example/', 'https://evil.example/https:/github.com', 'http\\://evil.example', 'https&#58;//evil.example', 'www&#46;evil.example',
    '`https://evil.example`', '<!-- -->', 'https:<!-- -->//evil.example', ...GITHUBS,
  ];
  const seen = await shown(names);
  expect(seen.map(({ links, html }) => [links, html.filter((one) => !OUR_HTML.test(one))])).toEqual(names.map(() => [[], []]));
  expect(seen.map(({ plain }) => plain.replace(/<!-- -->|<[/]?span>/g, ''))).toEqual(names.map((name) => `x ${name.replaceAll('<!-- -->', '')}`));
});

test('what GitHub alone makes something of is text, too: mentions, issues, pictures, mathematics', async () => {
  const { stdout } = await runScript(`${asset('say')}\nwhile IFS= read -r name; do plain "$name"; echo; done <<<"$NAMES"`, { NAMES: GITHUBS.join('\n') });
  expect(stdout.split('\n').slice(0, -1)).toEqual(GITHUBS.map(markdown));
  const texts = outlines([stdout.replaceAll('\n', '\n\n')]).flatMap(({ plain }) => plain.split(/<!-- -->|<[/]?span>/)).filter((one) => one !== '$');
  expect(texts.filter((text) => /@\w|#\d|gh-\d|:[\w+-]+:|\$|www[.]/i.test(text))).toEqual([]);
});

test('repositories and what is wrong with them are linked, whatever their names', async () => {
  const repository = '_acme_/__app__';
  github.on({ path: `/repos/${repository}/commits/HEAD` }, answers.ssoRequired('_acme_'));
  github.on({ path: '/repos/a_b/c_d/commits/_x_' }, answers.commit(SHA));
  const run = await runGuard(github, {
    ...oneRepository(), REPOSITORIES: `server ${repository} HEAD token:READ_TOKEN _s_\nother a_b/c_d _x_ - www.x.y`, DOC_URL: `${github.serverUrl}/a_b/c_d/blob/x/_docs_.md`,
  });
  const [{ links, tables, plain }] = outlines([run.summary]);
  expect(tables).toEqual([[4, 4, 4]]);
  expect(plain).toContain(repository);
  expect(links).toEqual([
    `${github.serverUrl}/a_b/c_d/commit/${SHA}`, `${github.serverUrl}/settings/tokens`, `${github.serverUrl}/a_b/c_d/blob/x/_docs_.md#a-token-lacks-single-sign-on`,
  ]);
});

test('neither does a version in a file, nor the file that it points to', async () => {
  const address = 'https://github.com/evil/x.json';
  const calls = "summarize_stamps \"$ADDRESS\t$ADDRESS\t1\"; file=tauri.conf.json places=\"0 0 $ADDRESS\"; conclude \"$(points_elsewhere 'A cause')\"";
  const run = await runScript([...['say', 'report', 'manifests'].map(asset), calls].join('\n'), { ADDRESS: address });
  expect(run.annotations).toHaveLength(1);
  expect(run.annotations[0].text).not.toContain(address);
  expect(outlines([run.summary])[0]).toMatchObject({ links: [], tables: [[3, 3]] });
});

test('an answer forms no link, not even to GitHub', async () => {
  github.on({}, answers.message(403, `see ${github.serverUrl}/evil/x and https://evil.example and www.evil.example, ht\u0001tp://evil.example/ ${github.serverUrl.replace('://', ':\u0001//')}/evil`));
  const run = await runGuard(github, { ...oneRepository(), DOC_URL: '' });
  expect(run.annotations).toHaveLength(1);
  expect(outlines([run.summary])[0].links).toEqual([]);
});

describe('a summary', () => {
  const MOST = 1024 * 1024;

  test('keeps below what GitHub takes, and says how much is left out; the log has it all', async () => {
    const run = await runScript(`${asset('say')}\n${asset('report')}\nconclude "$(seq 0 79 | sed "s/.*/error\tA cause\t& $TEXT/")"`, { TEXT: 'x'.repeat(20_000), DOC_URL: 'https://doc' });
    expect(run.annotations.map(({ text }) => text)).toEqual(Array.from({ length: 80 }, (_, index) => expect.stringMatching(new RegExp(`^${index} x{20000} See`))));
    expect(Buffer.byteLength(run.summary)).toBeLessThan(MOST);
    const said = run.summary.match(/^- \*\*error/gm)!.length;
    expect(said).toBe(49);
    expect(run.summary.trimEnd().split('\n').at(-1)).toBe('The summary has no room for 31 lines more; what is wrong is in the log.');
  });

  test('of many repositories leaves room for what is wrong', async () => {
    const run = await runGuard(github, {
      REPOSITORIES: Array.from({ length: 120 }, (_, index) => `r${index} self - - .`).join('\n'), GITHUB_REPOSITORY: `acme/${'x'.repeat(5000)}`, SECRETS: 'required - KEY x',
    });
    expect(Buffer.byteLength(run.summary)).toBeLessThan(MOST);
    expect(run.summary).toMatch(/\nThe summary has no room for \d+ lines more; what is wrong is in the log\.\n\n- \*\*error: A secret is not set\.\*\*/);
  });

  test.each([999_950, 1_039_950])('that is full stays so, however much is said: %d', async (size) => {
    const run = await runScript(`${asset('say')}\nhead -c ${size} /dev/zero | tr '\\0' x >"$GITHUB_STEP_SUMMARY"\nfor ((i = 0; i < 60; i++)); do say error A "$i ${'y'.repeat(200)}"; done`, {});
    expect(run.annotations).toHaveLength(60);
    expect(Buffer.byteLength(run.summary)).toBeLessThan(MOST);
  });
});
