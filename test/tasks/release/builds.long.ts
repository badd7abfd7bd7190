import { declared, World } from './world';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

let world: World;

afterEach(async () => world.close());

test('builds with tags of their own: the word alone may be either, and --build says which', async () => {
  world = await World.start(declared({ tags: ['app-v*'] }, { tags: ['cli-v*'] }));
  const before = world.scene.state();
  expect(await world.release('1.2.3', '--yes')).toBe(1);
  expect(world.printed.replace(/\s+/g, ' ')).toContain('✗ 1.2.3 may be cli-v1.2.3 of further1 or app-v1.2.3 of installers: name the tag, or the build by --build ID.');
  expect(world.scene.state()).toEqual(before);
  expect(await world.release('1.2.3', '--build', 'further1', '--yes', '--json')).toBe(1);
  expect(JSON.parse(world.printed)).toMatchObject({ outcome: 'differs', tag: 'cli-v1.2.3', builds: ['further1'] });
  expect(world.repository.runs.map(({ workflow }) => workflow)).toEqual(['further1.yml']);
});

test('one tag that starts several: all are named, and each is followed', async () => {
  world = await World.start(declared({}, {}));
  expect(await world.release('patch', '--yes')).toBe(1);
  expect(world.printed).toContain('✓ Installers (.github/workflows/installers.yml)');
  expect(world.printed).toContain('✓ Further1 (.github/workflows/further1.yml)');
  expect(world.printed).toContain('follow the run of Further1 and the run of Installers to the end');
  expect(world.printed).toMatch(/✓ Further1 has succeeded\.\n✗ acme\/app shows no release of it\n[^]*✓ Installers has succeeded\.\n✓ public: /);
});

test('of two builds one cannot be read: nothing is begun, though the tag starts the other', async () => {
  const files = declared({}, {});
  const broken = files['.github/workflows/further1.yml'].replace('group: further1-${{ github.ref }}', 'group: further1-${{ github.ref = 1 }}');
  world = await World.start({ ...files, '.github/workflows/further1.yml': broken });
  const before = world.scene.state();
  expect(await world.release('patch', '--yes', '--json')).toBe(1);
  const { outcome, objections } = JSON.parse(world.printed);
  expect(outcome).toBe('objections');
  expect(objections).toContainEqual(expect.objectContaining({ id: 'workflow-cannot-start', prevents: true, message: expect.stringContaining('further1.yml: line') }));
  expect(world.scene.state()).toEqual(before);
});

test('what [skip ci] in its message would do is seen before the push', async () => {
  world = await World.start(declared());
  const before = world.scene.state();
  expect(await world.release('patch', '--yes', '--message', 'release %s [skip ci]')).toBe(1);
  expect(world.printed).toContain('[skip-ci]');
  expect(world.scene.state()).toEqual(before);
});

test('a tag that was made for HEAD and not pushed is taken as it is', async () => {
  world = await World.start(declared());
  const { scene } = world;
  scene.write({ 'package.json': scene.read('package.json').replace('1.2.2', '1.2.3') });
  scene.git('commit', '--quiet', '--all', '--message', 'v1.2.3');
  scene.git('tag', '-a', '-m', 'mine', 'v1.2.3');
  const object = scene.git('rev-parse', 'v1.2.3');
  world.remote.refuse({ ref: 'refs/tags/v1.2.3', words: ['not yet'] });
  const before = scene.state();
  expect(await world.release('v1.2.3', '--yes')).toBe(1);
  expect(scene.state()).toEqual(before);
  world.remote.refuse();
  expect(await world.release('v1.2.3', '--yes')).toBe(0);
  expect(scene.atRemote('rev-parse', 'v1.2.3')).toBe(object);
});

test.each<[string, (world: World) => void, string]>([
  ['files that differ', ({ scene }) => scene.write({ 'package.json': '{}' }), 'uncommitted-changes'],
  ['what is staged', ({ scene }) => { scene.write({ staged: 's' }); scene.git('add', 'staged'); }, 'uncommitted-changes'],
  ['a merge that is not finished', ({ scene }) => { scene.git('branch', 'other'); scene.git('commit', '-q', '--allow-empty', '-m', 'a'); scene.git('switch', '-q', 'other'); scene.git('commit', '-q', '--allow-empty', '-m', 'b'); scene.git('merge', '--no-commit', '--no-ff', 'main'); }, 'unfinished'],
  ['a branch that is behind', ({ scene }) => scene.somebodyElse({ theirs: 't' }, 'refs/heads/main'), 'behind'],
  ['a tag elsewhere', ({ scene }) => { scene.git('tag', 'v1.2.3'); scene.git('commit', '-q', '--allow-empty', '-m', 'a'); }, 'no-such-tag'],
  ['a workflow that is not committed', ({ scene }) => { scene.git('rm', '-q', '--cached', '.github/workflows/installers.yml'); scene.git('commit', '-q', '-m', 'a'); }, 'workflow-not-in-commit'],
])('nothing is begun with %s', async (_, prepare, id) => {
  world = await World.start(declared());
  prepare(world);
  const before = world.scene.state();
  expect(await world.release('v1.2.3', '--yes', '--json')).toBe(1);
  expect(JSON.parse(world.printed).objections.map((one: { id: string }) => one.id)).toContain(id);
  expect(world.scene.state()).toEqual(before);
});
