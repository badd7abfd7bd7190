import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { GitHost } from '../../test/support/git-host';
import type { Model } from '../../src/model/model';
import { loadScripts } from '../../src/outside/scripts';
import { renderWorkflow, workflowComments } from '../../src/render/workflow/workflow';
import type { WorkflowFile } from '../../src/render/workflow/workflow-file';
import { workflowText } from '../../src/render/workflow/yaml';
import { rehearseArguments } from '../../src/tasks/rehearse/arguments';
import { rehearseHere } from '../../src/tasks/rehearse/local';
import { write } from '../../test/cases/harness';
import { buildJob, model as makeModel, modelFile, platform, repository, secret, usedBy } from '../../test/render/models';
import { FakeGitHub } from '../../test/support/fake-github';
import { piped } from '../../test/support/piped';

const ENGINE_TOKEN = 'github_pat_of_the_engine';
const USER_TOKEN = 'gho_of_the_user';
const MACHINE = { os: 'linux', arch: 'x64' };

const BUILD = `\
mkdir -p dist
echo "$(git rev-parse HEAD) $(cat engine/part) \${GH_TOKEN-no token} $SIGNING" | tee dist/app.txt
echo "signing with $SIGNING"
if [ -e wait ]; then echo waiting; sleep 987654; fi
[ ! -e broken ]
`;

const signing = makeModel({
  repositories: [
    repository(),
    repository({ id: 'engine', name: 'acme/engine', path: 'engine', ref: 'main', credential: { kind: 'token', secret: 'ENGINE_TOKEN' } }),
  ],
  platforms: [
    platform({ run: ['sh build.sh'], artifacts: ['dist/**', '!dist/*.log'], secrets: ['SIGNING'] }),
    platform({ name: 'windows-x64', runsOn: ['windows-2025'], artifactName: 'installers-windows-x64' }),
  ],
  secrets: [
    secret({ title: 'ENGINE_TOKEN', names: ['ENGINE_TOKEN'], env: {}, purpose: 'reading acme/engine', usedBy: usedBy({ repositories: ['acme/engine'] }) }),
    secret({ title: 'SIGNING', names: ['SIGNING'], env: { SIGNING: 'SIGNING' }, usedBy: usedBy({ platforms: ['linux-x64'] }) }),
  ],
});

/** The web part is built once and handed on, to a job that also needs a library, which is a result itself. */
const several = makeModel({
  jobs: [
    buildJob({
      id: 'web',
      title: 'Web',
      declaredAt: 'jobs[0]',
      artifacts: 'handed-on',
      platforms: [
        platform({ run: ['mkdir -p out/bin', 'echo web >out/index.html', 'echo run >out/bin/start; chmod 755 out/bin/start; ln -s index.html out/home.html'], artifacts: ['out/**'], artifactRoot: 'out', artifactName: 'installers-web-linux-x64' }),
        platform({ name: 'any', run: ['echo unwanted'], artifacts: ['out/**'], artifactRoot: 'out', artifactName: 'installers-web-any' }),
      ],
    }),
    buildJob({
      id: 'library',
      title: 'Library',
      declaredAt: 'jobs[1]',
      needs: [{ job: 'web', path: 'site', platforms: ['linux-x64'], merge: true }],
      platforms: [platform({ name: 'any', run: ['mkdir lib; cat site/index.html site/home.html >lib/pages'], artifacts: ['lib/*'], artifactRoot: 'lib', artifactName: 'installers-library-any' })],
    }),
    buildJob({
      needs: [{ job: 'web', path: 'app/web', platforms: ['linux-x64'], merge: true }, { job: 'library', path: 'app/library', platforms: ['any'], merge: false }],
      platforms: [
        platform({ run: ['mkdir -p dist', '(cd app; find . ! -type d | sort; [ -x web/bin/start ] && readlink web/home.html; cat library/any/pages) | tee dist/app.txt'] }),
        platform({ name: 'other', run: ['echo unwanted'], artifactName: 'installers-other' }),
      ],
    }),
  ],
});

let dir: string;
let git: GitHost;
let github: FakeGitHub;

before(async () => {
  dir = mkdtempSync(join(realpathSync(tmpdir()), 'rehearse-'));
  [git, github] = await Promise.all([GitHost.start(dir), FakeGitHub.start()]);
  git.create('acme/engine', [USER_TOKEN]);
  const commit = git.commit('acme/engine', 'refs/heads/main', { part: 'engine' });
  github.on({ path: '/repos/acme/engine/commits/main', token: ENGINE_TOKEN }, { status: 200, body: commit });
});

after(async () => {
  await Promise.all([git.stop(), github.stop()]);
  rmSync(dir, { recursive: true });
});

interface Rehearsal {
  readonly code: number;
  readonly printed: string;
  readonly root: string;
  readonly commit: string;
  /** What is left in the directory for temporary files. */
  readonly left: readonly string[];
}

/** In a clone of its own, which the user's git may read everything by. */
async function rehearse(
  files: Record<string, string>,
  hear: (text: string, signals: EventEmitter) => void = () => {},
  { model, args }: { model: Model; args: string[] } = { model: signing, args: [] },
): Promise<Rehearsal> {
  const home = mkdtempSync(join(dir, 'home-'));
  const root = join(home, 'clone');
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  const login = Buffer.from(`user:${USER_TOKEN}`).toString('base64');
  write(home, {
    '.gitconfig': `[url "${git.url}"]\ninsteadOf = https://github.com/\n[http]\nextraheader = Authorization: Basic ${login}\n[user]\nname = a\nemail = a@example.com\n`,
  });
  write(root, {
    [model.workflowPath]: workflowText(withPublishing(renderWorkflow(model, loadScripts())), model.marker, workflowComments(model)),
    '.env.tag-build': `ENGINE_TOKEN=${ENGINE_TOKEN}\nSIGNING=certificate\n`,
    'build.sh': BUILD,
    ...files,
  });
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GH_TOKEN: USER_TOKEN,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
  };
  const inClone = (...args: string[]) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim();
  inClone('init', '--quiet', '--initial-branch=main');
  inClone('add', '--all', '--', ':!.env.tag-build');
  inClone('commit', '--quiet', '--message', 'a');
  inClone('tag', 'v1.2.3');
  const signals = new EventEmitter();
  let printed = '';
  const context = {
    modelFile: modelFile(model),
    scripts: loadScripts(),
    read: (file: string) => existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined,
    list: () => [],
    root,
    env,
    ...piped((text) => { printed += text; hear(text, signals); }),
  };
  const TMPDIR = process.env.TMPDIR;
  process.env.TMPDIR = temporary;
  try {
    const code = await rehearseHere(rehearseArguments(args), context, { machine: MACHINE, signals });
    return { code, printed, root, commit: inClone('rev-parse', 'HEAD'), left: readdirSync(temporary) };
  } finally {
    if (TMPDIR === undefined) { delete process.env.TMPDIR; } else { process.env.TMPDIR = TMPDIR; }
  }
}

/** A job of the user's own, which looks at nothing before it publishes. */
function withPublishing(workflow: WorkflowFile): object {
  const publish = { 'runs-on': 'ubuntu-24.04', 'needs': 'build', 'steps': [{ name: 'Publish', run: 'echo published it' }] };
  return { ...workflow, jobs: { ...workflow.jobs, publish } };
}

function processes(): string {
  return execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' });
}

void test('a rehearsal builds the commit that is checked out, and leaves what was built', async () => {
  const { code, printed, root, commit, left } = await rehearse({});
  assert.equal(code, 0, printed);
  assert.equal(readFileSync(join(root, 'tag-build-rehearsal/linux-x64/dist/app.txt'), 'utf8'), `${commit} engine no token certificate\n`);
  assert.match(printed, /^The guard and the leg linux-x64 of \.github\/workflows\/installers\.yml, on this machine, by act\. Nothing is published\.\n/);
  assert.match(printed, /\n== Guard: Check secrets and repositories\n/);
  assert.match(printed, /\n== Build linux-x64: Build\n/);
  assert.match(printed, /\n {2}✓ Build linux-x64: Upload the artifacts +\d+\.\d {2}success\n/);
  assert.match(printed, /\nProduced:\n {2}tag-build-rehearsal\/linux-x64\/dist\/app\.txt \(\d+ bytes\)\n$/);
  assert.match(printed, /! git would commit \.env\.tag-build; add it to \.gitignore\n/);
  assert.match(printed, /notice: Nothing is published: main is no tag\./);
  assert.doesNotMatch(printed, /published it/);
  assert.match(printed, /signing with \*\*\*/);
  assert.doesNotMatch(printed, /certificate|github_pat_of_the_engine|gho_of_the_user/);
  assert.deepEqual(left, []);
});

void test('a build that fails is said, and the exit code is 1', async () => {
  const { code, printed, left } = await rehearse({ broken: '' });
  assert.equal(code, 1, printed);
  assert.match(printed, /\n {2}✗ Build linux-x64: Build +\d+\.\d {2}failure\n/);
  assert.match(printed, /No artifact was produced\.\n$/);
  assert.deepEqual(left, []);
});

void test('an interrupted one leaves nothing running and nothing behind', async () => {
  let there = '';
  const { code, printed, left } = await rehearse({ wait: '' }, (text, signals) => {
    if (text === 'waiting\n') {
      setTimeout(() => { there = processes(); signals.emit('SIGINT'); }, 200);
    }
  });
  assert.equal(code, 130, printed);
  assert.match(there, /sleep 987654/);
  assert.doesNotMatch(processes(), /sleep 987654/);
  assert.match(printed, /Interrupted\. Nothing is left running\.\n$/);
  assert.deepEqual(left, []);
});

void test('a leg runs behind those that it needs, with what they hand on', async () => {
  const { code, printed, root, left } = await rehearse({}, () => {}, { model: several, args: ['build/linux-x64'] });
  assert.equal(code, 0, printed);
  assert.match(printed, /^The guard and the legs web\/linux-x64, library\/any and build\/linux-x64, one after the other, of /);
  assert.match(printed, /\n {2}runs {14}library\/any: mkdir lib; /);
  assert.match(printed, /\n {2}artifacts into {4}tag-build-rehearsal\/library-any, tag-build-rehearsal\/linux-x64\n/);
  assert.deepEqual([...printed.matchAll(/^== (.*): Build$/gm)].map(([, leg]) => leg), ['Web linux-x64', 'Library any', 'Build linux-x64']);
  assert.doesNotMatch(printed, /^unwanted$|published it/m);
  assert.equal(readFileSync(join(root, 'tag-build-rehearsal/linux-x64/dist/app.txt'), 'utf8'), [
    './library/any/pages', './web/bin/start', './web/home.html', './web/index.html', 'index.html', 'web', 'web', '',
  ].join('\n'));
  assert.match(printed, /\nProduced:\n {2}tag-build-rehearsal\/library-any\/lib\/pages \(8 bytes\)\n {2}tag-build-rehearsal\/linux-x64\/dist\/app\.txt \(\d+ bytes\)\n$/);
  assert.deepEqual(readdirSync(join(root, 'tag-build-rehearsal')).sort(), ['.gitignore', 'library-any', 'linux-x64']);
  assert.deepEqual(left, []);
});

void test('what is for other jobs only is no result', async () => {
  const { code, printed, root } = await rehearse({}, () => {}, { model: several, args: ['web/linux-x64'] });
  assert.equal(code, 0, printed);
  assert.match(printed, /\n {2}artifacts into {4}nowhere: they are for other jobs only\n/);
  assert.match(printed, /No artifact was produced\.\n$/);
  assert.deepEqual(readdirSync(join(root, 'tag-build-rehearsal')), ['.gitignore']);
});

void test('the guard alone, where no leg is for the machine', async () => {
  const windows = { ...signing, jobs: signing.jobs.map((job) => ({ ...job, platforms: job.platforms.filter(({ name }) => name === 'windows-x64') })) };
  const secrets = windows.secrets.filter(({ title }) => title === 'ENGINE_TOKEN');
  const { code, printed, root, left } = await rehearse({}, () => {}, { model: { ...windows, secrets }, args: ['--guard-only'] });
  assert.equal(code, 0, printed);
  assert.match(printed, /^The guard of \.github\/workflows\/installers\.yml, on this machine, by act\. Nothing is built\.\n/);
  assert.match(printed, /\n {2}✓ Guard: Check secrets and repositories +\d+\.\d {2}success\n$/);
  assert.doesNotMatch(printed, /== Build|github_pat_of_the_engine/);
  assert.equal(existsSync(join(root, 'tag-build-rehearsal')), false);
  assert.deepEqual(left, []);
});

void test('and it fails where a secret is not set', async () => {
  const { code, printed } = await rehearse({ '.env.tag-build': 'SIGNING=certificate\n' }, () => {}, { model: signing, args: ['--guard-only'] });
  assert.equal(code, 1, printed);
  assert.match(printed, /error: .*ENGINE_TOKEN/);
  assert.match(printed, /\n {2}✗ Guard: Check secrets and repositories +\d+\.\d {2}failure\n$/);
});
