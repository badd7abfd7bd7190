import { OWN, runDoctor, TOKEN, useFakeGitHub, userEnv } from './examine';
import { model, platform, repository, secret } from '../../render/models';
import { addList, addRepository, addSettings } from '../../support/fake-github-doctor';
import * as answers from '../../support/github-answers';
import { outputOf } from '../../support/outputs';

const github = useFakeGitHub();

/** A build that is ready for its first tag. */
const SERVER = repository({ id: 'server', name: 'acme/server', path: 'server' });
const ready = { model: model({ repositories: [repository(), SERVER], platforms: [platform({ run: ['make'] })], secrets: [secret()] }) };
const inSync = { 'README.md': '', [ready.model.workflowPath]: '', [ready.model.setupDoc.path]: '' };

beforeEach(() => {
  addRepository(github(), OWN);
  addRepository(github(), 'acme/server');
  addSettings(github(), OWN);
  addList(github(), `/repos/${OWN}/actions/secrets`, 'secrets', [{ name: 'DEPLOY_KEY', updated_at: '2026-11-21T12:00:00Z' }]);
});

jest.mock('../../../src/tasks/check', () => ({ check: (_: object, __: object, read: (path: string) => string | undefined) => read('README.md') === undefined ? ['diff'] : [] }));

async function run(env: Record<string, string> = {}, args: readonly string[] = []) {
  return runDoctor({ ...userEnv(github()), ...env }, { builds: [ready], files: inSync, args });
}

describe('exit code', () => {
  test('0: all is ok', async () => {
    const { code, output } = await run();

    expect(output).toMatch(/\n\d+ ok, 0 missing, 0 unknown\n/);
    expect(code).toBe(0);
  });

  test('1: something is missing, whatever is unknown', async () => {
    addList(github(), `/repos/${OWN}/actions/secrets`, 'secrets', []);
    github().on({ path: `/repos/${OWN}/actions/permissions` }, answers.notFound());
    const { code, output } = await run();

    expect(output).toContain('  ✗ DEPLOY_KEY: not set. What for: uploads the symbols\n      Set it: gh secret set DEPLOY_KEY --repo acme/app.\n');
    expect(output).toMatch(/\n\d+ ok, 1 missing, 1 unknown\n/);
    expect(code).toBe(1);
  });

  test('2: nothing is missing, but something is unknown', async () => {
    github().on({ path: `/repos/${OWN}/actions/permissions` }, answers.notFound());
    const { code, output } = await run();

    expect(output).toMatch(/\n {2}\? the policy for actions: GitHub does not show it to you \(404\)\n {6}It takes admin access/);
    expect(code).toBe(3);
  });
});

describe('credentials', () => {
  test('GH_TOKEN comes before GITHUB_TOKEN', async () => {
    expect((await run({ GITHUB_TOKEN: 'ghp_another' })).output).toContain('with the token in GH_TOKEN\n');
    expect(new Set(github().requests.map(({ token }) => token))).toEqual(new Set([TOKEN]));

    expect((await run({ GH_TOKEN: '', GITHUB_TOKEN: 'ghp_another' })).output).toContain('with the token in GITHUB_TOKEN\n');
    expect(github().requests.at(-1)?.token).toBe('ghp_another');
  });

  test('without any the rest is told, and what everyone sees', async () => {
    github().reset();
    addRepository(github(), 'acme/server');
    const { code, output } = await run({ GH_TOKEN: '' });

    expect(output).toContain('with no credentials\n');
    expect(output).toContain('  ✓ generated files: in sync with the committed model\n');
    expect(output).toContain('  ✓ acme/server: public\n');
    expect(output).toContain('  ✓ ubuntu-24.04: GitHub has it\n');
    expect(output).toContain('  ? DEPLOY_KEY: GitHub shows it to nobody who is not logged in\n      Run "gh auth login", or export GH_TOKEN, and run the doctor again.\n');
    expect(github().requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(code).toBe(3);
  });

  test('those that GitHub rejects are blamed, and nothing else', async () => {
    github().on({}, answers.badCredentials());
    const { code, output } = await run();

    expect(output).toContain('GitHub rejects your credentials (401)\n      Log in anew');
    expect(output).toMatch(/, 0 missing, /);
    expect(code).toBe(3);
  });

  test('without a remote all that needs none is told', async () => {
    const { output } = await run({ GITHUB_REPOSITORY: '' });

    expect(output).toMatch(/^repository not known, /);
    expect(output).toContain('  ✓ acme/server: public\n');
    expect(output).toContain('  ? DEPLOY_KEY: the repository that runs the workflow is not known');
  });
});

describe('GitHub is slow, silent or limits the rate', () => {
  test.each([
    ['by its header', { ...answers.primaryRateLimit(4102444800), body: '{}' }, 'after 00:00 UTC'],
    ['by its message', answers.message(403, 'API rate limit exceeded'), 'in some minutes'],
    ['by the pause it asks for', { ...answers.message(403, 'Slow down', { 'retry-after': '0' }) }, /after \d\d:\d\d UTC/],
    ['by its status', { status: 429 }, 'in some minutes'],
  ])('a rate limit is known %s, is no verdict, and says when it ends', async (_, answer, when) => {
    github().on({}, answer);
    const { code, output } = await run();

    expect(output).toContain('  ? DEPLOY_KEY: GitHub limits the rate of requests\n');
    expect(output).toMatch(new RegExp(`\n {6}Try again ${when instanceof RegExp ? when.source : when}\\.\n`));
    expect(output).toMatch(/, 0 missing, /);
    expect(code).toBe(3);
  });

  test('a short pause that GitHub asks for is kept', async () => {
    github().on({ path: `/repos/${OWN}/actions/permissions` }, answers.secondaryRateLimit(1), answers.json(200, { enabled: true, allowed_actions: 'all' }));
    const { output } = await run();

    expect(output).toContain('  ✓ the policy for actions: all actions are allowed\n');
  });

  test('a long one is not, for the time is bounded', async () => {
    github().on({ path: `/repos/${OWN}/actions/permissions` }, answers.secondaryRateLimit(3));
    const { output } = await run({}, ['--timeout', '2']);

    expect(output).toContain('  ? the policy for actions: GitHub limits the rate of requests\n');
  });

  test('trouble that passes is asked again, once', async () => {
    github().on({ path: '/repos/acme/server' }, { status: 502 }, answers.json(200, { full_name: 'acme/server', private: false }));
    github().on({ path: `/repos/${OWN}/actions/permissions` }, { status: 503 });
    const { output } = await run();

    expect(output).toContain('  ✓ acme/server: public\n');
    expect(output).toContain('  ? the policy for actions: GitHub has trouble of its own (503)\n');
    expect(github().requests.filter(({ path }) => path.endsWith('/actions/permissions'))).toHaveLength(2);
  });

  test('what does not come in time is unknown, and the rest is told', async () => {
    github().on({ path: '/repos/acme/server' }, answers.hang);
    const { code, output } = await run({}, ['--timeout', '0.5']);

    expect(output).toContain('  ? acme/server: no answer within 0.5 seconds\n      Try again; where GitHub is slow, the doctor takes a higher --timeout.\n');
    expect(output).toContain('  ✓ the default branch of acme/server: now 0123456789\n');
    expect(code).toBe(3);
  });

  test('nothing waits for the answer to something else, of however many repositories', async () => {
    const names = ['one', 'two', 'three', 'four'].map((name) => `acme/${name}`);
    names.forEach((name) => addRepository(github(), name));
    github().holdUntil(8);
    const several = { model: { ...ready.model, repositories: [repository(), ...names.map((name) => repository({ name, path: name }))] } };
    const { output } = await runDoctor(userEnv(github()), { builds: [several], files: inSync, args: ['--timeout', '4'] });

    names.forEach((name) => expect(output).toContain(`  ✓ ${name}: public\n`));
  });

  test('offline it still tells all that needs no network', async () => {
    const { code, output } = await run({ GITHUB_API_URL: 'http://127.0.0.1:1', GITHUB_SERVER_URL: 'http://127.0.0.1:1' });

    expect(output).toContain('  ✓ generated files: in sync with the committed model\n');
    expect(output).toContain('  ✓ ubuntu-24.04: GitHub has it\n');
    expect(output).toMatch(/ \? acme\/server: GitHub could not be reached at http:\/\/127\.0\.0\.1:1 \(.+\)\n {6}See whether you are online/);
    expect(output).toMatch(/, 0 missing, /);
    expect(code).toBe(3);
  });
});

describe('this clone', () => {
  test('files that are not what the committed model says are missing', async () => {
    const { output } = await runDoctor(userEnv(github()), { builds: [ready] });

    expect(output).toContain('  ✗ generated files: 1 of them is not what the committed model says\n      Run "npx projen" and commit');
  });

  test('a script that is not shipped is missing, with what to do besides synthesizing', async () => {
    const { output } = await runDoctor(userEnv(github()), { builds: [{ ...ready, workflow: [{ op: 'replace', path: '/jobs', value: {} }] }], files: inSync });

    expect(output).toContain('  ✗ generated files: with a script that this package does not ship: ');
    expect(output).toContain("\n      Undo that in the projenrc, or say there why it has to be: ignore: { 'script-changed': '<why>' }.\n");
  });

  test('rules that are switched off are told with their reason', async () => {
    const { output } = await runDoctor(userEnv(github()), { builds: [{ model: { ...ready.model, ignore: { 'unknown-script': 'made by a step' } } }], files: inSync });

    expect(output).toContain('  ✓ rule unknown-script of installers: switched off: made by a step\n');
  });
});

describe('--json', () => {
  test('has the documented shape, and the exit code of the text', async () => {
    addList(github(), `/repos/${OWN}/actions/secrets`, 'secrets', []);
    const { code, output } = await run({}, ['--json']);
    const report = outputOf('doctor', output);

    expect(code).toBe(1);
    expect(Object.keys(report)).toEqual(['version', 'repository', 'api', 'credentials', 'summary', 'checks', 'notes']);
    expect(report).toMatchObject({ version: 1, repository: OWN, api: github().apiUrl, credentials: 'the token in GH_TOKEN', summary: { missing: 1, unknown: 0 } });
    expect(report.checks.find(({ kind }: { kind: string }) => kind === 'secrets')).toEqual({
      build: 'installers',
      kind: 'secrets',
      subject: 'DEPLOY_KEY',
      status: 'missing',
      detail: 'not set. What for: uploads the symbols',
      fix: 'Set it: gh secret set DEPLOY_KEY --repo acme/app.',
      guard: ['a-secret-is-not-set', 'a-group-of-secrets-is-incomplete'],
    });
    expect(report.summary.ok + report.summary.missing + report.summary.unknown).toBe(report.checks.length);
  });

  test('says null where the repository is not known', async () => {
    expect(JSON.parse((await run({ GITHUB_REPOSITORY: '' }, ['--json'])).output).repository).toBeNull();
  });
});

describe('text from outside', () => {
  const HOSTILE = 'x\u001b[2J\u202e\r\nforged: line\u0007';

  test('is never a command to the terminal, and never a line of its own', async () => {
    github().on({ path: `/repos/${OWN}/actions/permissions` }, answers.message(403, HOSTILE));
    github().on({ path: '/repos/acme/server' }, answers.json(200, { full_name: HOSTILE, private: false }));
    const text = (await run()).output;
    const json = (await run({}, ['--json'])).output;

    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).not.toMatch(/^forged/m);
    expect(text).toContain('403: x[2J forged: line');
    expect(json).not.toMatch(/\\u001b|\u202e/);
  });

  test.each<[string, unknown]>([['null', null], ['a list', [1, 'x', null]], ['text', 'x'], ['numbers', { secrets: 7, rules: 7, private: 7, runners: 7 }]])('of another shape is unknown at worst: %s', async (_, body) => {
    github().on({}, answers.json(200, body));
    const { output } = await run();

    expect(output).not.toContain('the doctor itself failed');
    expect(output).toContain('another shape');
  });
});

describe('tokens', () => {
  test('are never printed, not even where GitHub repeats them', async () => {
    github().on({}, answers.message(403, `Bad token ${TOKEN} and ghp_TheExportedOne`));
    const build = { model: { ...ready.model, repositories: [repository(), { ...SERVER, credential: { kind: 'token' as const, secret: 'DEPLOY_KEY' } }] } };
    for (const args of [[], ['--json']]) {
      const { output } = await runDoctor({ ...userEnv(github()), DEPLOY_KEY: 'ghp_TheExportedOne' }, { builds: [build], args });

      expect(output).not.toContain(TOKEN);
      expect(output).not.toContain('ghp_TheExportedOne');
      expect(output).toContain('***');
    }
    expect(github().requests.map(({ token }) => token)).toContain('ghp_TheExportedOne');
  });
});

test('each line is printed as soon as it and those before it are known', async () => {
  const { printed } = await run();

  expect(printed.length).toBeGreaterThan(10);
  expect(printed[0]).toMatch(/^acme\/app, asked of /);
});

test.each([
  [['--timeout', '0'], /--timeout is '0'; it takes a number of seconds up to 600$/],
  [['--timeout', 'x'], /--timeout is 'x'/],
  [['--fast'], "there is no option '--fast'. There are: --json, --timeout."],
  [['x'], "got 'x', and it takes options only"],
])('%j is refused', async (args, message) => {
  await expect(async () => run({}, args)).rejects.toThrow(message);
});

test('an address that is none is refused', async () => {
  await expect(run({ GITHUB_API_URL: 'file:///etc' })).rejects.toThrow('GITHUB_API_URL is no address; it takes one such as https://api.github.com');
});

