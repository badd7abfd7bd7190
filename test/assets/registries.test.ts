import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { oneRegistry, REGISTRY, SHA, TOKEN } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';

const PACKAGE = '/@acme%2fui';

describe('what is fetched and not checked out', () => {
  let github: FakeGitHub;

  beforeAll(async () => { github = await FakeGitHub.start(); });
  beforeEach(() => github.reset());
  afterAll(() => github.stop());

  const env = (kind?: 'npm' | 'cargo') => ({ ...oneRegistry(kind), REPOSITORIES: oneRegistry(kind).REPOSITORIES.replaceAll(REGISTRY, github.serverUrl) });

  it.each([['npm', `Bearer ${TOKEN}`], ['cargo', TOKEN]] as const)('is a registry of %s, which is asked as its client asks', async (kind, header) => {
    github.on({ path: PACKAGE }, answers.json(200, {}));

    expect(await runGuard(github, env(kind))).toMatchObject({ code: 0, annotations: [], stderr: '' });
    expect(github.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([[PACKAGE, header]]);
  });

  it('is a repository, which is asked as a checkout is, and hands on no ref', async () => {
    github.on({ path: '/repos/acme/server/commits/HEAD', token: TOKEN }, answers.commit(SHA));
    const run = await runGuard(github, { ...env(), REPOSITORIES: 'app self - - .\nlib acme/server HEAD token:READ_TOKEN' });

    expect(run.code).toBe(0);
    expect(run.summary).toContain('| acme/server |  |  | a dependency |');
  });

  it('stands in the summary', async () => {
    github.on({ path: PACKAGE }, answers.json(200, {}));

    expect((await runGuard(github, env())).summary).toContain('| npm.acme.dev |  |  | a dependency |');
  });

  it('is said together with all else that is missing', async () => {
    const run = await runGuard(github, { ...env(), REPOSITORIES: `${env().REPOSITORIES}\nlib acme/lib HEAD token:READ_TOKEN` });

    expect(run.annotations.map(({ title }) => title)).toEqual(['A registry does not show a package', 'A classic token does not see a repository']);
  });

  (existsSync('/proc/self/cmdline') ? it : it.skip)('has its token in no argument, log or output', async () => {
    github.on({ path: PACKAGE }, answers.hang);
    const running = runGuard(github, { ...env(), TIME_LIMIT: '3' }, { flags: ['-x'] });
    while (!github.requests.length) await new Promise((resolve) => setTimeout(resolve, 20));
    const seen = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => existsSync(`/proc/${pid}/cmdline`) ? read(`/proc/${pid}/cmdline`) : '').join('\n');
    const { stdout, stderr, summary, outputs } = await running;

    expect(seen).toContain(PACKAGE);
    for (const text of [seen, stdout, stderr, summary, JSON.stringify(outputs)]) expect(text).not.toContain(TOKEN);
  });
});

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}
