import { execFileSync, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../../src/model/model';
import { MODEL_FILE } from '../../../src/model/model-file';
import { loadScripts } from '../../../src/outside/scripts';
import { rehearseArguments } from '../../../src/tasks/rehearse/arguments';
import type { RemoteRehearsal } from '../../../src/tasks/rehearse/output';
import { rehearseRemotely } from '../../../src/tasks/rehearse/remote';
import { write } from '../../cases/harness';
import { buildJob, githubRelease, model as makeModel, modelFile, platform } from '../../render/models';
import { FakeReleaseGitHub } from '../../support/fake-github/fake-release-github';
import { GitRemote } from '../../support/fake-github/git-remote';
import type { Repository } from '../../support/fake-github/repository';
import type { FakeRun } from '../../support/fake-github/runs';
import type { JobScript } from '../../support/fake-github/scripted-run';
import { message, notFound } from '../../support/github-answers';
import { bundle, loadBundledOctokit } from '../../support/octokit';
import { outputOf } from '../../support/outputs';
import { piped } from '../../support/piped';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const GOOD: readonly JobScript[] = [{ name: 'Guard' }, { name: 'Build linux-x64', needs: ['Guard'], lasts: 7 }];
const WORKFLOW = 'on: workflow_dispatch\njobs: {}\n';

let github: FakeReleaseGitHub;
let repository: Repository;
let remote: GitRemote;
let root: string;
let env: Record<string, string | undefined>;
let printed: string;
let aside: string;
let signals: EventEmitter;

beforeEach(async () => {
  github = await FakeReleaseGitHub.start();
  repository = github.addRepository('acme/app', { private: true, empty: true });
  repository.addWorkflow('installers.yml', { inputs: { guard_only: {} } });
  remote = new GitRemote(repository);
  // it may start workflows and read them, and nothing else
  github.addToken('github_pat_mine', { kind: 'fine-grained', repositories: { 'acme/app': ['metadata:read', 'actions:write'] } });
  root = mkdtempSync(join(tmpdir(), 'rehearse-'));
  [printed, aside] = ['', ''];
  signals = new EventEmitter();
  env = {
    PATH: process.env.PATH,
    HOME: root,
    GIT_CONFIG_NOSYSTEM: '1',
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.url,
    GITHUB_REPOSITORY: 'acme/app',
    GH_TOKEN: 'github_pat_mine',
  };
  write(root, { '.github/workflows/installers.yml': WORKFLOW });
  git('init', '-q', '-b', 'feature/new');
  git('remote', 'add', 'origin', remote.path);
  git('add', '.');
  commit();
  git('push', '-q', 'origin', 'HEAD');
});

afterEach(async () => {
  await github.close();
  remote.remove();
  rmSync(root, { recursive: true });
});

function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function commit(): void {
  git('commit', '-q', '--allow-empty', '-m', 'a');
}

async function rehearse(args: string[] = [], models: Model[] = [makeModel({ rehearsal: true })], jobs: readonly JobScript[] = GOOD): Promise<number> {
  repository.script('installers.yml', { attempts: [jobs] });
  repository.script('server.yml', { attempts: [jobs] });
  return rehearseRemotely(rehearseArguments(['--remote', ...args]), {
    modelFile: modelFile(...models),
    scripts: loadScripts(),
    read: () => undefined,
    list: () => [],
    root,
    env,
    ...piped((text) => { printed += text; }, (text) => { aside += text; }),
  }, { between: 1, attempts: 5, retries: 2, idle: 99, now: () => Date.now() }, signals);
}

function run(): FakeRun {
  return repository.runs.at(-1)!;
}

/** Of the orders that were given, the last. */
function ordered(): unknown {
  return github.log.filter(({ method }) => method === 'POST').at(-1)?.body;
}

test('starts the workflow on the current branch, follows its run, and says what came of it', async () => {
  expect(await rehearse()).toBe(0);
  expect(ordered()).toEqual({ ref: 'feature/new', inputs: {}, return_run_details: true });
  expect(printed).toBe(`All of installers.yml on GitHub, on branch feature/new at ${git('rev-parse', 'HEAD').slice(0, 12)}.
Nothing is published: a branch is no tag.
Run ${run().id} has begun. Leaving this command does not end it; "gh run cancel ${run().id}" does.

  ● Guard  has begun
  ✓ Guard  10 s
  ● Build linux-x64  has begun
  ✓ Build linux-x64  1 min 10 s

✓ success: ${github.url}/acme/app/actions/runs/${run().id}
What was built: gh run download ${run().id}
`);
});

test('--json: what came of it, and what is said meanwhile elsewhere', async () => {
  expect(await rehearse(['--json'])).toBe(0);
  const { jobs, ...document } = outputOf('rehearse', printed) as RemoteRehearsal;
  expect(document).toMatchObject({ where: 'github', outcome: 'success', branch: 'feature/new', commit: git('rev-parse', 'HEAD'), run: { id: run().id, conclusion: 'success' }, files: [] });
  expect(jobs.map(({ name, conclusion, failedSteps }) => ({ name, conclusion, failedSteps }))).toEqual([
    { name: 'Guard', conclusion: 'success', failedSteps: [] }, { name: 'Build linux-x64', conclusion: 'success', failedSteps: [] },
  ]);
  expect(aside).toContain('  ✓ Guard  10 s\n');
});

test('where GitHub does not say which run it became, it is the one that was not there before', async () => {
  const head = git('rev-parse', 'HEAD');
  repository.script('installers.yml', { attempts: [GOOD], hiddenFor: 0 });
  const before = repository.startRun('installers.yml', 'workflow_dispatch', 'feature/new', head);
  github.inject({ method: 'POST' }, { effect: 'all', answer: { status: 204 } });
  expect(await rehearse()).toBe(0);
  expect(run().id).not.toBe(before.id);
  expect(printed).toContain(`Run ${run().id} has begun.`);
});

test('where jobs hand files on, the results are named', async () => {
  const need = { job: 'web', path: 'web', platforms: ['linux-x64'], merge: true };
  const apps = [platform(), platform({ name: 'macos-arm64', artifactName: 'The app' })];
  const jobs = [buildJob({ id: 'web', artifacts: 'handed-on', platforms: [platform({ artifactName: 'web' })] }), buildJob({ needs: [need], platforms: apps })];
  expect(await rehearse([], [makeModel({ jobs })])).toBe(0);
  expect(printed).toContain(`What was built: gh run download ${run().id} --name installers-linux-x64-feature-new --name 'The app-feature-new'\n`);
});

describe('of a build that publishes', () => {
  const publishing = [makeModel({ publish: [githubRelease()] })];
  const assembling = (log: JobScript['log']): JobScript => ({ name: 'Assemble', needs: ['Build linux-x64'], steps: ['Check and name the files of the release'], log });

  test('what a tag would publish is read from the log, and the set is what is fetched', async () => {
    const log = ['2 files are checked', 'to publish: app.AppImage (3 bytes)', 'to publish: \u001b[2Japp.dmg (4 bytes)', 'and so on'];
    expect(await rehearse([], publishing, [...GOOD, assembling(log)])).toBe(0);
    expect(printed).toContain(`✓ success: ${github.url}/acme/app/actions/runs/${run().id}
A tag would publish:
  app.AppImage (3 bytes)
  [2Japp.dmg (4 bytes)
What was built: gh run download ${run().id} --name installers-release-feature-new
`);
  });

  test.each([['is gone', 'expired' as const, undefined], ['is refused', ['to publish: a'], message(403, 'Must have admin rights to Repository.')]])('a log that %s is no reason to fail', async (_, log, answer) => {
    if (answer) github.inject({ path: '/logs' }, { answer });
    expect(await rehearse([], publishing, [...GOOD, assembling(log)])).toBe(0);
    expect(printed).not.toContain('A tag would publish');
  });
});

test('just the guard is an input, and brings nothing to download', async () => {
  expect(await rehearse(['--guard-only'], undefined, [{ name: 'Guard' }])).toBe(0);
  expect(ordered()).toMatchObject({ inputs: { guard_only: 'true' } });
  expect(printed).toContain('The guard of installers.yml on GitHub');
  expect(printed).not.toContain('gh run download');
});

test('what failed is named, and the exit code is 1', async () => {
  expect(await rehearse([], undefined, [{ name: 'Guard', steps: ['Set up', 'Build \u001b[2J'], conclusion: 'failure' }])).toBe(1);
  expect(printed).toContain('  ✗ Guard  10 s  failure in step "Build');
  expect(printed).toContain(`✗ failure: ${github.url}/acme/app/actions/runs/${run().id}\nWhy: npx projen tag-build:why ${run().id}\n`);
});

test('Ctrl-C leaves the run alone, and says how to come back', async () => {
  const rehearsed = rehearse([], undefined, [{ name: 'Guard', lasts: Infinity }]);
  while (!printed.includes('Guard  has begun')) await new Promise((later) => setTimeout(later, 5));
  signals.emit('SIGINT');

  expect(await rehearsed).toBe(130);
  expect(printed).toMatch(/\nrun \d+ goes on, but is no longer followed: it was interrupted here\nSee http\S+, or follow it by "gh run watch \d+"\.\n$/);
  expect(github.log.filter(({ path }) => path.includes('cancel'))).toEqual([]);
  expect(signals.eventNames()).toEqual([]);
});

test('the same of the command itself, by a real signal', async () => {
  const above = join(__dirname, '..', '..', '..');
  bundle(join(above, 'src', 'cli.ts'), join(root, 'package/bin/cli.js'));
  for (const part of ['assets', 'schema', 'package.json', 'node_modules']) symlinkSync(join(above, part), join(root, 'package', part));
  write(root, { [MODEL_FILE]: JSON.stringify(modelFile(makeModel({ rehearsal: true }))) });
  repository.script('installers.yml', { attempts: [[{ name: 'Guard', lasts: Infinity }]] });
  const command = spawn(process.execPath, [join(root, 'package/bin/cli.js'), 'rehearse', '--remote'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (data: Buffer) => {
    said += data.toString();
    // a second one would end it at once
    if (!command.killed && said.includes('Guard  has begun')) command.kill('SIGINT');
  };
  command.stdout.on('data', hear);
  command.stderr.on('data', hear);

  expect([await once(command, 'close'), said]).toEqual([[130, null], expect.stringContaining('goes on, but is no longer followed: it was interrupted here\n')]);
}, 60_000);

test('where GitHub is lost in the middle, the run goes on, and how to come back is said', async () => {
  github.inject({ path: '/jobs', nth: 3, times: 99 }, { answer: 'cut' });
  await expect(rehearse()).rejects.toThrow(/^run \d+ goes on, but is no longer followed: GitHub could not be reached at [^]*\nSee http\S+, or follow it by "gh run watch \d+"\.$/);
});

test.each([
  ['changes', () => write(root, { b: 'b' }), 'what is not committed is not in it.'],
  ['another commit', commit, 'this clone is at another commit, so push first if that is what you mean.'],
])('%s that GitHub does not have are said', async (_, change, difference) => {
  change();
  await rehearse();
  expect(printed).toContain(`; ${difference}\n`);
});

test.each([
  ['a branch that GitHub does not have', () => git('switch', '-q', '-c', 'other'), 'GitHub does not have branch other; push it first: git push -u origin other'],
  ['no branch', () => git('checkout', '-q', '--detach'), 'no branch is checked out, and a rehearsal starts on one: git switch BRANCH'],
  ['nobody who asks', () => { env = { ...env, GH_TOKEN: '', PATH: git('--exec-path') }; }, 'nobody is logged in'],
  ['a workflow that is not on the default branch', () => github.inject({ method: 'POST' }, { answer: notFound() }), 'GitHub refused to start installers.yml on feature/new (404): Not Found. The token must see the repository, and may need "Actions: write". A workflow can be started by hand once its file is on the default branch, too.'],
  ['a run that does not show', () => github.inject({ method: 'POST' }, { answer: { status: 204 } }), 'GitHub took the order, but shows no run of it yet; look for it with "gh run list"'],
])('%s stops it', async (_, prepare, problem) => {
  prepare();
  await expect(rehearse()).rejects.toThrow(problem);
});

test('nothing is started before all is known to be well', async () => {
  git('switch', '-q', '-c', 'other');
  await expect(rehearse()).rejects.toThrow();
  expect(github.log).toEqual([]);
});

test.each([
  [[], [makeModel({ rehearsal: false })], "'installers' cannot be started by hand: its declaration says 'rehearsal: false'"],
  [[], [makeModel(), makeModel({ id: 'server' })], 'there are several builds; say which one by --build: installers, server'],
  [['--build', 'x'], [makeModel()], "there is no build 'x'. There are: installers."],
])('%j of the wrong builds', async (args, models, problem) => {
  await expect(rehearse(args, models)).rejects.toThrow(problem);
});

test('one of several builds', async () => {
  repository.addWorkflow('server.yml');
  expect(await rehearse(['--build', 'server'], [makeModel(), makeModel({ id: 'server', workflowPath: '.github/workflows/server.yml', rehearsal: true })])).toBe(0);
  expect(run().workflow).toBe('server.yml');
});
