import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declared, NAME, World } from './world';
import { restrictedTag } from '../../support/fake-github/git-remote';
import { expectGolden } from '../../support/golden';
import { outputOf } from '../../support/outputs';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

const FILES = declared();
let world: World;
let before: object;

beforeEach(async () => {
  world = await World.start(FILES);
  world.scene.write({ untracked: 'mine' });
  before = world.scene.state();
});

afterEach(async () => world.close());

function report(): Record<string, any> {
  return outputOf('release', world.printed);
}

test('a pre-release, as JSON', async () => {
  world.scene.git('tag', 'v1.2.2');
  world.scene.git('push', '--quiet', 'origin', 'v1.2.2');
  world.scene.git('commit', '--quiet', '--allow-empty', '--message', 'feat: more');
  expect(await world.release('prerelease', '--yes', '--json')).toBe(0);
  expect(report()).toMatchObject({
    version: 1,
    outcome: 'released',
    tag: 'v1.2.3-rc.1',
    release: '1.2.3-rc.1',
    repository: NAME,
    commit: world.scene.git('rev-parse', 'HEAD'),
    pushed: true,
    builds: ['installers'],
    objections: [],
    left: [],
    runs: [{ build: 'installers', attempt: 1, conclusion: 'success' }],
  });
});

describe('nothing is changed', () => {
  afterEach(() => expect(world.scene.state()).toEqual(before));

  test('where it is not wanted', async () => {
    world.answer = async () => '';
    expect(await world.release('patch')).toBe(0);
    expect(world.printed).toContain('Release v1.2.3? [no] Nothing was changed.\n');
  });

  test.each(['v1.2.3;touch x', 'v$(touch x)', 'v`touch x`', 'v1.2.3\nv9.9.9', 'v1.2.3 --force', 'refs/heads/main', '../v1.2.3', 'v1.2.3\u202e'])('where the word is %j', async (word) => {
    expect(await world.release(word, '--yes')).toBe(1);
    expect(world.printed).toContain('[no-such-tag]\nNothing was changed.\n');
  });

  test('where a message would be an option of git', async () => {
    expect(await world.release('patch', '--dry-run', '--message=--amend -F /etc/passwd %s')).toBe(0);
    expect(world.printed).toContain("and commit that as '--amend -F /etc/passwd 1.2.3'");
  });

  test('where nobody can be asked', async () => {
    await expect(world.release('patch')).rejects.toThrow('there is nobody to ask. Nothing was changed. With --yes it is done without a question.');
  });

  test('where the token may not see runs', async () => {
    world.env.GH_TOKEN = 'ghp_5rXq0AnotherTokenOfNobody';
    await expect(world.release('patch', '--yes')).rejects.toThrow('GitHub does not show the runs of installers.yml of acme/app (401)');
  });

  test('where the workflow is switched off', async () => {
    world.repository.addWorkflow('installers.yml', { disabled: true });
    expect(await world.release('patch', '--yes')).toBe(1);
    expect(world.text()).toContain('✗ installers.yml is switched off on GitHub. Switch it on: gh workflow enable installers.yml [workflow-disabled]\nNothing was changed.\n');
  });

  test.each(['assume-unchanged', 'skip-worktree'])('where the file with the version is marked %s, and holds what is private', async (mark) => {
    world.scene.git('update-index', `--${mark}`, 'package.json');
    world.scene.write({ 'package.json': '{\n  "name": "app",\n  "version": "1.2.2",\n  "mine": 1\n}\n' });
    before = world.scene.state();
    expect(await world.release('patch', '--yes')).toBe(1);
    expect(world.printed).toContain(`✗ package.json is marked ${mark}: git does not look at it, and what was changed in it here would be committed along, or taken for what is committed. `
      + `Let git look at it, git update-index --no-${mark} package.json`);
    expect(world.printed).toContain('[not-looked-at]\nNothing was changed.\n');
  });

  test('where the lock file lies outside of a sparse checkout', async () => {
    world.scene.write({ 'package-lock.json': JSON.stringify({ name: 'app', version: '1.2.2', lockfileVersion: 3, packages: { '': { version: '1.2.2' } } }) });
    world.scene.git('add', 'package-lock.json');
    world.scene.git('commit', '--quiet', '--message', 'build: lock');
    world.scene.git('sparse-checkout', 'set', '--no-cone', '/*', '!/package-lock.json');
    before = world.scene.state();
    expect(await world.release('patch', '--yes')).toBe(1);
    expect(world.printed).toContain('✗ package-lock.json is marked skip-worktree');
    expect(world.printed).toContain('git sparse-checkout disable');
  });

  test('where a rule keeps the tag from being made', async () => {
    world.remote.refuse(restrictedTag(NAME, 'v1.2.3'));
    expect(await world.release('patch', '--yes', '--json')).toBe(1);
    expect(report()).toMatchObject({ outcome: 'refused', pushed: false, commit: '', left: [], refusal: { id: 'tag-rule' } });
    expect(report().refusal.words[0]).toBe('error: GH013: Repository rule violations found for refs/tags/v1.2.3.');
    expect(world.repository.runs).toEqual([]);
  });

  test('where a file cannot be written, and that is said', async () => {
    // the name under which a file is written before it takes its place
    writeFileSync(join(world.scene.root, `.tag-build-${process.pid}.tmp`), '');
    await expect(world.release('patch', '--yes')).rejects.toThrow('EEXIST');
    expect(world.printed).toContain('What was made here is taken back: all is as it was.\n');
  });

  test('with --dry-run, which tries hooks, signing and the push', async () => {
    world.scene.hook('pre-push', 'echo "$1 $(cat)" >"$HOME/pushed"');
    before = world.scene.state();
    expect(await world.release('patch', '--dry-run')).toBe(0);
    expectGolden(join(__dirname, 'golden', 'dry-run.txt'), world.text());
    expect(world.scene.outside('pushed')).toMatch(/^origin [0-9a-f]{40} [0-9a-f]{40} refs\/heads\/main /);
    expect(world.repository.runs).toEqual([]);
  });
});

test('two people at once: the second is refused, and what they made is taken back', async () => {
  world.heard = (printed) => {
    if (!printed.includes('✓ tag v1.2.3')) return;
    world.heard = () => {};
    world.scene.somebodyElse({ 'package.json': FILES['package.json'].replace('1.2.2', '1.2.3') }, 'refs/heads/main', 'refs/tags/v1.2.3');
  };
  expect(await world.release('patch', '--yes')).toBe(1);
  expectGolden(join(__dirname, 'golden', 'second-of-two.txt'), world.text());
  const { scene } = world;
  expect(scene.git('tag')).toBe('');
  expect(scene.git('log', '-1', '--format=%s')).toBe('feat: something');
  expect(scene.git('status', '--porcelain')).toBe('?? untracked');
  expect(scene.read('package.json')).toBe(FILES['package.json']);
});
