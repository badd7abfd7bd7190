import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { github } from 'projen';
import { isHere, LIB_TOKEN, Scene, stepsOf } from './scene';
import { Credential, Dependency, Platform, Repository, type TagBuildOptions } from '../../src';

const APP = 'ghs_of_the_app';
const lib = Dependency.github('acme/lib', { credential: Credential.token({ secret: 'LIB_TOKEN' }) });

describe('submodules with credentials of their own', () => {
  let scene: Scene;

  const declared = (submodules: github.CheckoutSubmodules, more: Partial<TagBuildOptions> = {}) => stepsOf({
    repositories: [Repository.self({ submodules })],
    dependencies: [lib],
    platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })],
    ...more,
  });

  /** The app as actions/checkout leaves it without submodules. */
  const checkedOut = async () => {
    const machine = scene.machine();
    const header = `Authorization: Basic ${Buffer.from(`x-access-token:${APP}`).toString('base64')}`;
    await machine.run({ id: 'checkout', run: `git -c http.extraheader='${header}' clone --quiet https://github.com/acme/app .` });
    return machine;
  };

  beforeAll(async () => {
    scene = await Scene.start();
    for (const [name, token] of [['acme/app', APP], ['acme/lib', LIB_TOKEN], ['acme/inner', LIB_TOKEN]]) scene.git.create(name, [token]);
    scene.git.commit('acme/inner', 'refs/heads/main', { 'inner.txt': 'inner\n' });
    withSubmodule(scene, 'acme/lib', { path: 'inner', url: '../inner', of: 'acme/inner' });
    scene.git.commit('acme/lib', 'refs/heads/main', { '.gitattributes': '*.bin filter=lfs\n', 'large.bin': scene.git.store('a large file\n') });
    withSubmodule(scene, 'acme/app', { path: 'vendor/lib', url: 'git@github.com:acme/lib.git', of: 'acme/lib' });
  });
  afterAll(() => scene.stop());

  it('are not checked out by the action, which has one token for all', () => {
    expect(declared(github.CheckoutSubmodules.ENABLED)['checkout-app'].with).toEqual({ 'persist-credentials': false });
    expect(declared(github.CheckoutSubmodules.ENABLED, { dependencies: [] })['checkout-app'].with).toEqual({ 'persist-credentials': false, 'submodules': 'true' });
    expect(Object.keys(declared(github.CheckoutSubmodules.DISABLED)).filter((id) => id.startsWith('submodules-'))).toEqual([]);
  });

  it('are read, and leave no credential behind', async () => {
    const machine = await checkedOut();
    const { code, stderr } = await machine.run(declared(github.CheckoutSubmodules.ENABLED)['submodules-app']);

    expect([code, stderr]).toEqual([0, expect.not.stringContaining('fatal')]);
    expect(execFileSync('git', ['submodule', 'status'], { cwd: machine.work, encoding: 'utf8' })).toMatch(/^ [0-9a-f]{40} vendor\/lib/);
    expect(machine.filesWith('inner\n').filter((file) => file.endsWith('.txt'))).toEqual([]);
    expect(machine.filesWith(LIB_TOKEN)).toEqual([]);
  });

  it('are read in submodules of submodules, also by a relative address', async () => {
    const machine = await checkedOut();
    const steps = declared(github.CheckoutSubmodules.RECURSIVE, { dependencies: [lib, Dependency.github('acme/inner', { credential: Credential.token({ secret: 'LIB_TOKEN' }) })] });
    const { code } = await machine.run(steps['submodules-app']);

    expect(code).toBe(0);
    expect(machine.filesWith('inner\n').map((file) => file.slice(machine.work.length))).toContain('/vendor/lib/inner/inner.txt');
  });

  it('have as many commits as the repository is to have', async () => {
    const submodules = github.CheckoutSubmodules.ENABLED;
    const steps = declared(submodules, { repositories: [Repository.self({ submodules, fetchDepth: 0 })] });
    const count = async (step: typeof steps[string]) => {
      const machine = await checkedOut();
      await machine.run(step);
      return execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: `${machine.work}/vendor/lib`, encoding: 'utf8' }).trim();
    };

    expect([await count(declared(github.CheckoutSubmodules.ENABLED)['submodules-app']), await count(steps['submodules-app'])]).toEqual(['1', '3']);
  });

  (isHere('git-lfs') ? it : it.skip).each([
    ['pointers, even where git-lfs is at work for all of the machine', false, 'version https://git-lfs.github.com/spec/v1'],
    ['files, where the repository has its own so', true, 'a large file'],
  ])('have of Git LFS the %s', async (_, lfs, begins) => {
    const submodules = github.CheckoutSubmodules.ENABLED;
    const machine = await checkedOut();
    await machine.run({ id: 'install', run: 'git lfs install --skip-repo' });
    const { code, stdout, stderr } = await machine.run(declared(submodules, { repositories: [Repository.self({ submodules, lfs })] })['submodules-app']);

    expect([code, readFileSync(`${machine.work}/vendor/lib/large.bin`, 'utf8')]).toEqual([0, expect.stringMatching(new RegExp(`^${begins}`))]);
    expect([machine.filesWith(LIB_TOKEN), stdout + stderr]).toEqual([[], expect.not.stringContaining(LIB_TOKEN)]);
  });

  it('fail where one is private and not declared, by whatever address', async () => {
    const machine = await checkedOut();
    const steps = declared(github.CheckoutSubmodules.RECURSIVE);

    expect(await machine.run(steps['submodules-app'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('terminal prompts disabled'),
      stdout: expect.stringContaining("::error title=A submodule could not be checked out::git says why above. One that is private is read only if the declaration has it among its dependencies: Dependency.github('owner/name'"),
    });
  });
});

function withSubmodule({ git }: Scene, name: string, { path, url, of }: { readonly path: string; readonly url: string; readonly of: string }): void {
  git.commit(name, 'refs/heads/main', { 'readme.txt': `${name}\n` });
  git.commit(name, 'refs/heads/main', { '.gitmodules': `[submodule "${path}"]\n\tpath = ${path}\n\turl = ${url}\n` }, 'refs/heads/main', { [path]: git.resolve(of, 'refs/heads/main') });
}
