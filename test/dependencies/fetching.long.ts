import { allStepsOf, isHere, LIB_TOKEN, type Machine, Scene, stepsOf } from './scene';
import { Credential, Dependency, Platform, type TagBuildOptions } from '../../src';
import type { Files } from '../cases/case';
import { CARGO_TOKEN, NPM_TOKEN } from '../support/private-registries';

const token = Credential.token({ secret: 'LIB_TOKEN' });
const key = Credential.deployKey({ secret: 'LIB_KEY' });
const lib = Dependency.github('acme/lib', { credential: token });
const npm = Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'NPM_TOKEN', package: '@acme/ui' });
const cargo = Dependency.cargoRegistry({ name: 'acme', index: 'sparse+https://cargo.acme.dev/index/', secret: 'CARGO_TOKEN' });

/** A build whose platform runs the same command as its one step of prepare. */
function built(command: string, dependencies: TagBuildOptions['dependencies']) {
  return stepsOf({ dependencies, prepare: [{ id: 'install', run: command }], platforms: [Platform.linuxX64({ run: [command], artifacts: ['dist/*'] })] });
}

interface Row {
  readonly what: string;
  readonly command: string;
  readonly dependencies: TagBuildOptions['dependencies'];
  readonly files: Files;
  readonly needs?: string;
}

const rows: readonly Row[] = [
  ...['https://github.com/acme/lib', 'https://github.com/acme/lib.git', 'git@github.com:acme/lib.git', 'ssh://git@github.com/acme/lib'].map((url): Row => ({
    what: `git, ${url}`,
    command: `git clone --quiet ${url} lib && cat lib/answer.txt`,
    dependencies: [lib],
    files: {},
  })),
  ...['git+ssh://git@github.com/acme/lib.git', 'git+https://github.com/acme/lib', 'github:acme/lib'].map((spec): Row => ({
    what: `npm, a package of git: ${spec}`,
    command: 'npm install --no-audit --no-fund --ignore-scripts && node -p "require(\'acme-lib\')"',
    dependencies: [lib],
    files: { 'package.json': JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { 'acme-lib': spec } }) },
  })),
  {
    what: 'npm, a registry',
    command: 'npm install --no-audit --no-fund && node -p "require(\'@acme/ui\')"',
    dependencies: [npm],
    files: { 'package.json': JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { '@acme/ui': '^1.0.0' } }) },
  },
  {
    what: 'Cargo, a crate of git',
    command: 'cargo fetch --quiet && cargo metadata --offline --format-version 1 | grep -o acme-lib@1.0.0 | head -n 1',
    dependencies: [lib],
    files: { 'Cargo.toml': '[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n[dependencies]\nacme-lib = { git = "ssh://git@github.com/acme/lib.git" }\n', 'src/main.rs': 'fn main() {}\n' },
    needs: 'cargo',
  },
  {
    what: 'Cargo, a registry',
    command: 'cargo fetch --quiet && cargo metadata --offline --format-version 1 | grep -o acme-core@1.0.0 | head -n 1',
    dependencies: [cargo],
    files: { 'Cargo.toml': '[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n[dependencies]\nacme-core = { version = "1", registry = "acme" }\n', 'src/main.rs': 'fn main() {}\n' },
    needs: 'cargo',
  },
  {
    what: 'Go, a module',
    command: 'go mod download -json github.com/acme/lib@v1.0.0 | grep -o v1.0.0 | head -n 1',
    dependencies: [lib],
    files: { 'go.mod': 'module app\n\ngo 1.20\n' },
    needs: 'go',
  },
];

describe('what steps of prepare fetch', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.start();
    scene.git.create('acme/lib', [LIB_TOKEN]);
    scene.git.create('acme/lib-of-others', []);
    scene.git.commit('acme/lib', 'refs/heads/main', {
      'answer.txt': '42\n',
      'package.json': JSON.stringify({ name: 'acme-lib', version: '1.0.0', main: 'index.js' }),
      'index.js': 'module.exports = 42;\n',
      'Cargo.toml': '[package]\nname = "acme-lib"\nversion = "1.0.0"\nedition = "2021"\n',
      'src/lib.rs': '',
      'go.mod': 'module github.com/acme/lib\n\ngo 1.20\n',
      'lib.go': 'package lib\n',
    });
    scene.git.commit('acme/lib', 'refs/tags/v1.0.0', {}, 'refs/heads/main');
  });
  afterAll(() => scene.stop());

  describe.each(rows.filter(({ needs }) => isHere(needs)))('$what', ({ command, dependencies, files }) => {
    const steps = built(command, dependencies);

    it('is read there, and leaves no credential behind', async () => {
      const machine = scene.machine(files);
      if (steps['dependencies-npmrc']) await machine.run(steps['dependencies-npmrc']);
      const { code, stdout, stderr } = await machine.run(steps.install);
      if (steps['dependencies-forget']) await machine.run(steps['dependencies-forget']);

      expect([code, stdout.trim().split('\n').at(-1)]).toEqual([0, expect.stringMatching(/42|@?1\.0\.0/)]);
      for (const value of [LIB_TOKEN, NPM_TOKEN, CARGO_TOKEN]) {
        expect(machine.filesWith(value)).toEqual([]);
        expect(stdout + stderr).not.toContain(value);
      }
    });

    it('is not read by the build, nor by a step of prepare that has no credential', async () => {
      expect((await scene.machine(files).run(steps.build)).code).not.toBe(0);
    });
  });

  it('keeps the helpers of the machine out, which would store the token', async () => {
    const machine = scene.machine();
    await machine.run({ id: 'before', run: 'git config --global credential.helper "store"' });
    const clone = built('git clone --quiet https://github.com/acme/lib lib', [lib]);

    expect((await machine.run(clone.install)).code).toBe(0);
    expect(machine.filesWith(LIB_TOKEN)).toEqual([]);
  });

  (isHere('git-lfs') ? it : it.skip)('reads what Git LFS keeps of it', async () => {
    const machine = scene.machine();
    await machine.run({ id: 'before', run: 'git lfs install --skip-repo' });
    scene.git.commit('acme/lib', 'refs/heads/large', { '.gitattributes': '*.bin filter=lfs\n', 'large.bin': scene.git.store('a large file\n') });
    const steps = built('git clone --quiet --branch large https://github.com/acme/lib lib && cat lib/large.bin', [lib]);

    expect(await machine.run(steps.install)).toMatchObject({ code: 0, stdout: 'a large file\n' });
    expect(machine.filesWith(LIB_TOKEN)).toEqual([]);
  });

  it('gives the credential of one repository to no other, and waits for nobody', async () => {
    const clone = built('git clone --quiet https://github.com/acme/lib-of-others lib', [lib]);
    const machine = scene.machine();
    const { code, stderr } = await machine.run(clone.install);

    expect([code, stderr]).toEqual([128, expect.stringContaining('terminal prompts disabled')]);
    expect(machine.trace).not.toContain(LIB_TOKEN);
  });

  it.each<[string, Credential, Credential, string]>([
    ['a token beside a key', key, token, 'https://github.com/'],
    ['a key beside a token', token, key, 'ssh://git@github.com/'],
    ['nothing beside a key', key, Credential.workflowToken(), 'https://github.com/'],
  ])('reads a repository whose name begins like another by its own credential: %s', async (_, shorter, longer, base) => {
    const addresses = ['https://github.com/', 'ssh://git@github.com/', 'git@github.com:'].map((spelling) => `${spelling}acme/lib-of-others`);
    const steps = built(addresses.map((address) => `git ls-remote --get-url ${address}`).join('\n'), [
      Dependency.github('acme/lib', { credential: shorter }), Dependency.github('acme/lib-of-others', { credential: longer }),
    ]);

    expect((await scene.machine().run(steps.install)).stdout).toBe(`${base}acme/lib-of-others\n`.repeat(3));
  });

  it('has no token in an argument of any program that git runs', async () => {
    const machine = scene.machine();
    await machine.run(built('git clone --quiet git@github.com:acme/lib lib', [lib]).install);

    expect(machine.trace).toContain('username=x-access-token');
    expect(machine.trace).not.toContain(LIB_TOKEN);
  });

  it('names the registries in one step for all platforms, whatever each has in its jobEnv', () => {
    const on = { run: ['make'], artifacts: ['dist/*'] };
    const ids = allStepsOf({ dependencies: [npm], version: { env: true }, prepare: [{ run: 'npm ci' }], platforms: [Platform.linuxX64({ ...on, jobEnv: { CHANNEL: 'beta' } }), Platform.macosArm64(on)] })
      .flatMap(({ id, if: condition = '' }) => id!.startsWith('dependencies-') ? [[id, condition]] : []);

    expect(ids).toEqual([['dependencies-npmrc', ''], ['dependencies-forget', 'always()']]);
  });

  it('leaves what npm is told otherwise', async () => {
    const machine: Machine = scene.machine({ 'package.json': '{}' });
    await machine.run({ id: 'before', run: 'echo "fund=false" >"$HOME/.npmrc"' });
    const steps = built('npm config get fund && npm config get @acme:registry', [npm]);
    await machine.run(steps['dependencies-npmrc']);

    expect((await machine.run(steps.install)).stdout).toBe('false\nhttps://npm.acme.dev/\n');
  });
});
