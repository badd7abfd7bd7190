import { BuildJob, Credential, Dependency, Platform, PublishTarget, Repository, type TagBuildOptions } from '../../src';
import { normalise } from '../../src/normalise/normalise';

const SURROUNDINGS = { projectName: 'tool', directory: '', marker: 'generated' };
const app = Credential.githubApp({ clientId: { variable: 'ID' }, privateKey: { secret: 'APP_KEY' } });
const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })];
const prepare = [{ run: 'npm ci' }];
const of = (options: Partial<TagBuildOptions>) => normalise('app', { platforms, ...options }, SURROUNDINGS);

test('those of the build are for every job, those of a job for that one, and one that both declare is one', () => {
  const lib = () => Dependency.github('acme/lib', { credential: Credential.token({ secret: 'T' }) });
  const { dependencies, jobs } = of({ prepare, dependencies: [lib()], jobs: [BuildJob.of('other', { platforms, prepare, dependencies: [lib(), Dependency.github('acme/more')] })] });

  expect(dependencies).toEqual([
    { kind: 'github', id: 'acme-lib', declaredAt: 'dependencies[0]', name: 'acme/lib', credential: { kind: 'token', secret: 'T' } },
    { kind: 'github', id: 'acme-more', declaredAt: 'jobs[0] other dependencies[1]', name: 'acme/more', credential: { kind: 'workflow-token' } },
  ]);
  expect(jobs.map((job) => [job.id, job.dependencies])).toEqual([['build', ['acme-lib']], ['other', ['acme-lib', 'acme-more']]]);
});

test('a job that installs nothing fetches nothing, but for what its submodules are', () => {
  const dependencies = [Dependency.github('acme/lib'), Dependency.cargoRegistry({ name: 'acme', index: 'sparse+https://cargo.acme.dev/', secret: 'T' })];
  const { jobs } = of({
    repositories: [Repository.self({ with: { submodules: 'true' } })],
    dependencies,
    prepare,
    jobs: [BuildJob.of('modules', { platforms }), BuildJob.of('nothing', { platforms, repositories: [] })],
  });

  expect(jobs.map((job) => job.dependencies)).toEqual([['acme-lib', 'cargo-acme-dev'], ['acme-lib'], []]);
});

test('ids are those of no repository', () => {
  const { dependencies } = of({ repositories: [Repository.self({ path: 'acme-lib' })], dependencies: [Dependency.github('acme/lib')] });

  expect(dependencies.map(({ id }) => id)).toEqual(['acme-lib-2']);
});

test('an App has one token for what it checks out and what it fetches of one owner, and others to publish', () => {
  const { repositories, dependencies, publish } = of({
    repositories: [Repository.github('acme/engine', { credential: app })],
    dependencies: [Dependency.github('acme/lib', { credential: app }), Dependency.github('partner/lib', { credential: app })],
    publish: [PublishTarget.githubRelease({ repository: 'acme/releases', credential: app })],
  });

  expect([...repositories, ...dependencies, ...publish].map((one) => 'credential' in one && 'tokenId' in one.credential && one.credential.tokenId))
    .toEqual(['APP_KEY_acme', 'APP_KEY_acme', 'APP_KEY_partner', 'APP_KEY_acme_release']);
});

test('an App calls its token by the name of no secret, not of a registry either: the guard has both in variables', () => {
  const { dependencies } = of({
    dependencies: [Dependency.npmRegistry({ registry: 'https://npm.acme.dev', secret: 'APP_KEY_ACME', package: 'lib' }), Dependency.github('acme/lib', { credential: app })],
  });

  expect(dependencies).toMatchObject([{ secret: 'APP_KEY_ACME' }, { credential: { tokenId: 'APP_KEY_acme_2' } }]);
});

test('a slash ends the address of a registry, and a scope may be left out', () => {
  const { dependencies } = of({
    dependencies: [
      Dependency.npmRegistry({ registry: 'https://npm.acme.dev', secret: 'T', package: 'lib' }),
      Dependency.cargoRegistry({ name: 'acme', index: 'sparse+https://cargo.acme.dev/index', secret: 'T' }),
    ],
  });

  expect(dependencies).toEqual([
    { kind: 'npm-registry', id: 'npm-acme-dev', declaredAt: 'dependencies[0]', registry: 'https://npm.acme.dev/', scope: '', secret: 'T', package: 'lib' },
    { kind: 'cargo-registry', id: 'cargo-acme-dev-index', declaredAt: 'dependencies[1]', name: 'acme', index: 'sparse+https://cargo.acme.dev/index/', secret: 'T' },
  ]);
});

test('one secret that opens repositories and a registry says all of it', () => {
  const token = Credential.token({ secret: 'T' });
  const { secrets } = of({
    repositories: [Repository.github('acme/engine', { credential: token })],
    dependencies: [Dependency.github('acme/lib', { credential: token }), Dependency.npmRegistry({ registry: 'https://npm.pkg.github.com', scope: '@acme', secret: 'T', package: '@acme/ui' })],
  });

  expect(secrets).toMatchObject([{
    names: ['T'],
    purpose: 'reading acme/engine, acme/lib, the npm registry npm.pkg.github.com',
    usedBy: { repositories: ['acme/engine', 'acme/lib'], dependencies: ['acme-lib', 'npm-pkg-github-com'] },
  }]);
});
