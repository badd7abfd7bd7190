import { BuildJob, Credential, Dependency, Platform, PublishTarget, Repository, Secret, Signing, type TagBuildOptions } from '../../src';
import { legName, legsOf } from '../../src/model/jobs';
import { rehearsedLegs, secretsWanted, workflowsOf } from '../../src/model/workflows';
import { normalise } from '../../src/normalise/normalise';

const self = Repository.self();
const engine = Repository.github('acme/engine', { credential: Credential.token({ secret: 'ENGINE_TOKEN' }) });
const on = { run: ['make'], artifacts: ['dist/*'] };
const license = Secret.required({ secret: 'LICENSE', purpose: 'unlocks' });
const optional = Secret.optional({ secret: 'COLOR', purpose: 'paints', without: 'It is grey.' });

/** core is handed on to app; docs is for itself. */
const BUILD: TagBuildOptions = {
  repositories: [self, engine],
  jobs: [
    BuildJob.of('core', { handedOn: true, platforms: [Platform.linuxX64({ ...on, secrets: [license] }), Platform.windowsX64(on)] }),
    BuildJob.of('app', { repositories: [self], needs: [{ job: 'core', path: 'core', platforms: ['linux-x64'] }], platforms: [Platform.macosArm64({ ...on, secrets: [optional] })] }),
    BuildJob.of('docs', { repositories: [self], retentionDays: 2, platforms: [Platform.linuxX64(on)] }),
  ],
  publish: [PublishTarget.githubRelease({ repository: 'acme/releases', credential: Credential.token({ secret: 'RELEASE_TOKEN' }) })],
};
const model = (rehearse: TagBuildOptions['rehearse'], more: Partial<TagBuildOptions> = {}) =>
  normalise('app', { ...BUILD, ...more, rehearse }, { projectName: 'tool', directory: '', marker: '' });
const rehearsal = (...args: Parameters<typeof model>) => workflowsOf(model(...args)).find(({ kind }) => kind === 'rehearsal')!.model;
const legs = (of: ReturnType<typeof model>) => legsOf(of).map((leg) => legName(of, leg));

test.each<[TagBuildOptions['rehearse'], string[]]>([
  [undefined, ['tag']],
  [{ platforms: ['app/macos-arm64'], watchIssue: true }, ['tag']],
  [{ pullRequests: true }, ['tag', 'rehearsal']],
  [{ branches: ['main'] }, ['tag', 'rehearsal']],
  [{ schedule: 'daily' }, ['tag', 'rehearsal']],
  [{ watch: 'daily' }, ['tag', 'watch']],
  [{ watch: 'daily', schedule: 'weekly' }, ['tag', 'rehearsal', 'watch']],
])('%j makes the files %j', (rehearse, kinds) => {
  expect(workflowsOf(model(rehearse)).map(({ kind }) => kind)).toEqual(kinds);
});

test('what a tag starts is the build as it is, and each file has a name of its own', () => {
  const build = model({ pullRequests: true, watch: 'daily' });
  expect(workflowsOf(build)[0].model).toBe(build);
  expect(workflowsOf(build).map(({ model: { title, workflowPath } }) => [title, workflowPath])).toEqual([
    ['App', '.github/workflows/app.yml'], ['App rehearsal', '.github/workflows/app-rehearsal.yml'], ['App watch', '.github/workflows/app-watch.yml'],
  ]);
});

test('the watch asks for all that a tag needs, also to publish', () => {
  const build = model({ watch: 'daily' });
  expect(workflowsOf(build)[1].model).toMatchObject({ secrets: build.secrets, publish: build.publish, repositories: build.repositories });
});

test('all is rehearsed, put together, and kept for a short time', () => {
  const { jobs, publish, secrets } = rehearsal({ pullRequests: true });
  expect(jobs.map(({ retentionDays }) => retentionDays)).toEqual([3, 3, 2]);
  expect(publish).toHaveLength(1);
  expect(secrets.map(({ title }) => title)).toEqual(['LICENSE', 'COLOR', 'ENGINE_TOKEN']);
});

test('what is chosen brings along what it needs, and what that is read with', () => {
  const smaller = rehearsal({ pullRequests: true, platforms: ['macos-arm64'] });
  expect(legs(smaller)).toEqual(['core/linux-x64', 'app/macos-arm64']);
  expect(smaller.secrets.map(({ title, usedBy }) => [title, usedBy.legs, usedBy.repositories])).toEqual([
    ['LICENSE', [{ job: 'core', platform: 'linux-x64' }], []], ['COLOR', [{ job: 'app', platform: 'macos-arm64' }], []], ['ENGINE_TOKEN', [], ['acme/engine']],
  ]);
  expect(smaller.publish).toEqual([]);
  expect(rehearsedLegs(model({ pullRequests: true, platforms: ['macos-arm64'] })).map(({ job, platform }) => `${job.id} ${platform.name}`)).toEqual(['core linux-x64', 'app macos-arm64']);
});

test('what nothing of it needs is left out', () => {
  const smaller = rehearsal({ branches: ['main'], platforms: ['docs/linux-x64'] });
  expect(legs(smaller)).toEqual(['linux-x64']);
  expect(smaller.repositories.map(({ self: own }) => own)).toEqual([true]);
  expect(smaller.secrets).toEqual([]);
});

test('only what is handed on may be missing where the set is put together', () => {
  expect(rehearsal({ branches: ['main'], platforms: ['docs/linux-x64', 'macos-arm64'] }).publish).toHaveLength(1);
});

test('a leg wants the required secrets of what it needs, and of the repositories of that, too', () => {
  const all = rehearsal({ pullRequests: true });
  expect(Object.fromEntries(legsOf(all).map((leg) => [legName(all, leg), secretsWanted(all, leg)]))).toEqual({
    'core/linux-x64': ['LICENSE', 'ENGINE_TOKEN'], 'core/windows-x64': ['ENGINE_TOKEN'], 'app/macos-arm64': ['LICENSE', 'ENGINE_TOKEN'], 'docs/linux-x64': [],
  });
});

/** What each leg wants. */
const wanted = (more: Partial<TagBuildOptions>) => {
  const all = rehearsal({ pullRequests: true }, { jobs: undefined, publish: [], ...more });
  return legsOf(all).map((leg) => secretsWanted(all, leg).join());
};
const platforms = [Platform.linuxX64(on), Platform.macosArm64(on)];

test('a leg wants the secret of a repository that another platform of its job checks out: it is handed the commit, too', () => {
  const partly = Repository.github('acme/engine', { credential: Credential.token({ secret: 'ENGINE_TOKEN' }), platforms: ['linux-x64'] });
  expect(wanted({ repositories: [self, partly], platforms })).toEqual(['ENGINE_TOKEN', 'ENGINE_TOKEN']);
});

test('a leg whose own steps are told all commits wants the secrets of all repositories', () => {
  expect(wanted({ repositories: [self, engine], jobs: [BuildJob.of('docs', { repositories: [self], platforms })] })).toEqual(['', '']);
  expect(wanted({ repositories: [self, engine], jobs: [BuildJob.of('docs', { repositories: [self], platforms })], version: { env: true } })).toEqual(['ENGINE_TOKEN', 'ENGINE_TOKEN']);
});

test('a leg wants what its job fetches dependencies with', () => {
  const registry = Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'NPM_TOKEN', package: '@acme/ui' });
  const jobs = [BuildJob.of('docs', { platforms: [Platform.linuxX64(on)] }), BuildJob.of('ui', { dependencies: [registry], prepare: [{ run: 'npm ci' }], platforms: [Platform.linuxX64(on)] })];
  expect(wanted({ repositories: [self], jobs })).toEqual(['', 'NPM_TOKEN']);
});

test('a ref in a file wants what the repository of that file is read with, and it stays the first', () => {
  const open = Repository.github('acme/open', { refFile: 'open.ref' });
  const repositories = [engine, open];
  const jobs = [BuildJob.of('docs', { repositories: [open], workingDirectory: '.', platforms })];
  expect(wanted({ repositories, jobs })).toEqual(['ENGINE_TOKEN', 'ENGINE_TOKEN']);
  expect(rehearsal({ branches: ['main'] }, { repositories, jobs, publish: [] }).repositories.map(({ name }) => name)).toEqual(['acme/engine', 'acme/open']);
});

test('a leg wants the secrets of what it fetches, and of no dependency of another job', () => {
  const dependencies = [Dependency.github('acme/lib', { credential: Credential.token({ secret: 'LIB_TOKEN' }) })];
  const npm = Dependency.npmRegistry({ registry: 'https://npm.acme.dev', secret: 'NPM_READ', package: 'lib' });
  const all = rehearsal({ pullRequests: true }, {
    repositories: [self],
    publish: [],
    dependencies,
    prepare: [{ run: 'npm ci' }],
    platforms: [Platform.linuxX64(on)],
    jobs: [BuildJob.of('app', { dependencies: [npm], prepare: [{ run: 'npm ci' }], platforms: [Platform.linuxX64(on)] }), BuildJob.of('docs', { platforms: [Platform.linuxX64(on)] })],
  });
  expect(legsOf(all).map((leg) => secretsWanted(all, leg))).toEqual([['LIB_TOKEN'], ['LIB_TOKEN', 'NPM_READ'], []]);
});

test('nobody signs by a token of the run', () => {
  const signing = [Signing.azure({ publisher: 'Acme', without: 'Windows warns.' }), Signing.codesign({ teamId: 'ABCDE12345' })];
  const [platform] = rehearsal({ branches: ['main'] }, {
    jobs: undefined, publish: [], platforms: [Platform.windowsX64({ ...on, environment: 'signing', signing })],
  }).jobs[0].platforms;
  expect([platform.signing, platform.secrets, platform.proofs.map((proof) => proof.signing)]).toEqual(Array(3).fill(['Apple signing and notarization']));
});
