import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODEL_FILE } from '../../../src/model/model-file';
import { PUBLISH_SCRIPT } from '../../../src/model/publish';
import { readIfThere } from '../../../src/outside/files';
import { loadScripts } from '../../../src/outside/scripts';
import type { Plan } from '../../../src/tasks/plan/plan';
import { planBy } from '../../../src/tasks/plan/plan-command';
import { githubRelease } from '../../render/models';
import { engine } from '../../support/engine';
import { expectGolden } from '../../support/golden';
import { outputOf } from '../../support/outputs';
import { piped } from '../../support/piped';

const ROOT = join(__dirname, '..', '..', '..');
const FILES = [MODEL_FILE, '.github/workflows/desktop-tag-build.yml', PUBLISH_SCRIPT, 'docs/github-actions-tag-build.md', 'README.md'];
const ENV = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

let root: string;
let printed: string;

beforeEach(() => {
  printed = '';
  root = mkdtempSync(join(tmpdir(), 'plan-'));
  FILES.forEach((file) => cpSync(join(ROOT, file), join(root, file), { recursive: true }));
  git('init', '-q', '-b', 'main');
  commit();
});

afterEach(() => rmSync(root, { recursive: true }));

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: root, env: ENV });
}

function commit(): void {
  git('add', '.');
  git('commit', '-q', '-m', 'feat: something');
}

async function plan(...args: string[]): Promise<number> {
  printed = '';
  return planBy(async () => engine).prepare(args)({
    modelFile: JSON.parse(readFileSync(join(root, MODEL_FILE), 'utf8')),
    scripts: loadScripts(),
    read: (file) => readIfThere(join(root, file)),
    root,
    list: (directory) => readdirSync(join(root, directory)),
    env: process.env,
    ...piped((text) => { printed += text; }),
  });
}

test('the reference build, by a tag', async () => {
  expect(await plan('desktop-v1.4.0')).toBe(0);
  expectGolden(join(__dirname, 'golden', 'reference-tag.txt'), printed);
});

test('the reference build, by hand', async () => {
  expect(await plan('--event', 'dispatch', '--ref', 'main')).toBe(0);
  expectGolden(join(__dirname, 'golden', 'reference-dispatch.txt'), printed);
});

test('the next tags', async () => {
  git('tag', 'desktop-v1.3.0');
  expect(await plan()).toBe(0);
  expectGolden(join(__dirname, 'golden', 'reference-next.txt'), printed);
});

test('the version in the manifest of the commit comes first, until a tag has it', async () => {
  const models = JSON.parse(readFileSync(join(root, MODEL_FILE), 'utf8'));
  models.builds[0].model.repositories = [models.builds[0].model.repositories[0]].map((own: object) => ({ ...own, self: true, name: '' }));
  writeFileSync(join(root, MODEL_FILE), JSON.stringify(models));
  writeFileSync(join(root, 'package.json'), '{"version": "1.2.0"}');
  commit();
  writeFileSync(join(root, 'package.json'), '{"version": "9.9.9"}');
  expect(await plan()).toBe(0);
  expect(printed).toMatch(/:\n├─ ✓ manifest +desktop-v1\.2\.0 +would start it\n├─ ✓ patch +desktop-v1\.2\.1 /);
  git('tag', 'desktop-v1.2.0');
  await plan();
  expect(printed).toMatch(/:\n├─ ✓ patch +desktop-v1\.2\.1 /);
});

test('JSON holds the plan, and the printed tree is another form of it', async () => {
  expect(await plan('desktop-v1.4.0', '--json')).toBe(0);
  const json = outputOf('plan', printed) as Plan;
  expect(json).toMatchObject({ version: 1, verdict: 'runs', builds: [{ id: 'desktop-tag-build', jobs: [{ id: 'guard' }, { id: 'build', legs: { length: 4 } }, { id: 'assemble' }, { id: 'publish' }] }] });
  expect(json.builds[0].jobs[1].legs[3]).toMatchObject({ runsOn: ['macos-15-intel'], matrix: { platform: 'macos-x64' } });
  expect(await plan('--json')).toBe(0);
  expect(outputOf('plan', printed)).toMatchObject({ version: 1, builds: [{ id: 'desktop-tag-build', next: { length: 4 } }] });
});

test('exit code 1 where something speaks against the tag', async () => {
  git('tag', 'desktop-v1.4.0');
  expect(await plan('desktop-v1.4.0')).toBe(1);
  expect(printed).toContain('[tag-exists]');
});

test('exit code 1 where generated files are changed by hand', async () => {
  writeFileSync(join(root, 'docs/github-actions-tag-build.md'), 'other');
  commit();
  expect(await plan('desktop-v1.4.0')).toBe(1);
  expect(printed).toContain('[out-of-sync]');
});

test('the script that publishes and the notes of a release are looked for in the commit', async () => {
  const models = JSON.parse(readFileSync(join(root, MODEL_FILE), 'utf8'));
  models.builds[0].model.publish = [githubRelease({ notes: { ...githubRelease().notes, kind: 'file', path: 'docs/news.md' } })];
  writeFileSync(join(root, MODEL_FILE), JSON.stringify(models));
  git('rm', '-q', '--cached', PUBLISH_SCRIPT);
  git('commit', '-qm', 'fix: nothing');
  const missing = () => [...printed.matchAll(/does not +have ([\w./-]+),/g)].map(([, file]) => file);
  expect(await plan('desktop-v1.4.0')).toBe(1);
  expect(missing()).toEqual([PUBLISH_SCRIPT, 'docs/news.md']);
  [PUBLISH_SCRIPT, 'docs/news.md'].forEach((file) => writeFileSync(join(root, file), 'x'));
  commit();
  await plan('desktop-v1.4.0');
  expect(missing()).toEqual([]);
});

test('exit code 1 where it would not run, with the tag that would', async () => {
  expect(await plan('1.4.0')).toBe(1);
  expect(printed).toContain("did you mean 'desktop-v1.4.0'?");
});

test('exit code 1 where the workflow is missing or cannot be read', async () => {
  writeFileSync(join(root, '.github/workflows/desktop-tag-build.yml'), 'on: [');
  expect(await plan('desktop-v1.4.0')).toBe(1);
  rmSync(join(root, '.github/workflows/desktop-tag-build.yml'));
  expect(await plan('desktop-v1.4.0')).toBe(1);
  expect(printed).toContain('GitHub cannot read .github/workflows/desktop-tag-build.yml: there is no such file.');
  expect(await plan()).toBe(1);
});

test('no next tag starts a workflow that GitHub cannot read', async () => {
  const file = join(root, '.github/workflows/desktop-tag-build.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('runs-on: ubuntu-slim', 'runs-on: ${{ github.ref = 1 }}'));
  expect(await plan()).toBe(1);
  expect(printed).toMatch(/└─ ✗ none would start it: GitHub cannot read\s+\.github\/workflows\/desktop-tag-build\.yml: line \d+:/);
  const { builds: [build], ...more } = JSON.parse(readFileSync(join(root, MODEL_FILE), 'utf8'));
  const good = { ...build, model: { ...build.model, id: 'good', workflowPath: '.github/workflows/good.yml' } };
  cpSync(join(ROOT, FILES[1]), join(root, good.model.workflowPath));
  writeFileSync(join(root, MODEL_FILE), JSON.stringify({ ...more, builds: [build, good] }));
  expect([await plan(), await plan('--build', 'good')]).toEqual([1, 0]);
  expect(await plan('desktop-v1.4.0', '--json')).toBe(1);
  expect(outputOf('plan', printed)).toMatchObject({ verdict: 'does-not-run', objections: expect.arrayContaining([expect.objectContaining({ id: 'workflow-cannot-start', prevents: true })]) });
});

test('only files that GitHub takes for workflows are read', async () => {
  const other = 'name: Other\non: push\njobs: {a: {runs-on: x, steps: [{run: y}]}}\n';
  mkdirSync(join(root, '.github/workflows/templates'));
  for (const name of ['other.yaml', 'other.txt', 'templates/other.yml']) {
    writeFileSync(join(root, '.github/workflows', name), other);
  }
  await plan('desktop-v1.4.0', '--json');
  expect(JSON.parse(printed).others.map(({ path }: { path: string }) => path)).toEqual(['.github/workflows/other.yaml']);
});

test('outside a git repository the plan says what it does not know', async () => {
  rmSync(join(root, '.git'), { recursive: true });
  expect(await plan('desktop-v1.4.0')).toBe(3);
  expect(printed).toContain('git could not be asked');
});

test('a build that is not declared is refused', async () => {
  await expect(plan('v1', '--build', 'other')).rejects.toThrow("there is no build 'other'. There are: desktop-tag-build.");
  expect(await plan('desktop-v1.4.0', '--build', 'desktop-tag-build')).toBe(0);
});
