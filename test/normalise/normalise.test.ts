import { BuildJob, Credential, type NeededJob, Platform, Repository, Secret, Setup, Signing, type TagBuildOptions } from '../../src';
import { normalise } from '../../src/normalise/normalise';
import { loadScripts } from '../../src/outside/scripts';
import { renderWorkflow } from '../../src/render/workflow/workflow';
import type { PackageManager } from '../../src/toolchains/package-manager';

const SURROUNDINGS = { projectName: 'tool', directory: 'apps/tool', marker: 'generated' };
const made = { run: ['make'], artifacts: ['dist/*'] };

test('the options of a container are one text, as GitHub takes them', () => {
  const container = { image: 'debian:12', options: ['--cpus 2', '--init'] };

  expect(normalise('app', { platforms: [Platform.linuxX64({ ...made, container })] }, SURROUNDINGS).jobs[0].platforms[0].container)
    .toEqual({ image: 'debian:12', options: '--cpus 2 --init' });
});

describe('defaults', () => {
  test('those of the smallest declaration', () => {
    const { jobs: [{ platforms: [platform], ...job }], ...build } = normalise('my-app', { platforms: [Platform.linuxX64(made)] }, { ...SURROUNDINGS, directory: '' });
    expect(build).toMatchObject({
      title: 'My App',
      workflowPath: '.github/workflows/my-app.yml',
      tags: ['v*.*.*'],
      rehearsal: true,
      version: { files: [], texts: [], mode: 'compare', env: false },
      guard: { runsOn: ['ubuntu-slim'] },
      setupDoc: { path: 'docs/my-app.md' },
      readme: { path: 'README.md', heading: 'My App' },
    });
    expect(job).toMatchObject({ id: 'build', title: 'Build', repositories: ['tool'], workingDirectory: '', retentionDays: 30 });
    expect(platform).toMatchObject({ name: 'linux-x64', runsOn: ['ubuntu-24.04'], timeoutMinutes: 120, artifactName: 'my-app-linux-x64', allowedToFail: '' });
  });

  test.each<[string, Repository[], string, string[], string]>([
    ['one repository lies in the workspace itself', [Repository.github('acme/app')], '', [''], ''],
    ['several lie in directories of their names', [Repository.self(), Repository.github('acme/engine')], '', ['tool', 'engine'], 'tool'],
    ['a subproject is at home in its directory', [Repository.self()], 'apps/desktop', [''], 'apps/desktop'],
    ['a subproject beside another repository', [Repository.self(), Repository.github('acme/engine')], 'apps/desktop', ['tool', 'engine'], 'tool/apps/desktop'],
    ['another repository as the main one knows no subproject', [Repository.github('acme/app')], 'apps/desktop', [''], ''],
    ['paths are tidied', [Repository.self({ path: './a//b/../c/' })], '', ['a/c'], 'a/c'],
  ])('%s', (_what, repositories, directory, paths, workingDirectory) => {
    const model = normalise('app', { platforms: [], repositories }, { ...SURROUNDINGS, directory });
    expect(model.repositories.map(({ path }) => path)).toEqual(paths);
    expect(model.jobs[0].workingDirectory).toBe(workingDirectory);
  });

  test.each([
    ['npm without any tool', [], 'npm run build'],
    ['the declared package manager', [Setup.node('22'), Setup.pnpm('10')], 'pnpm run build'],
    ['Yarn', [Setup.yarn()], 'yarn run build'],
    ['Bun', [Setup.bun('1.3.0'), Setup.node('22')], 'bun run build'],
    ['the declared package manager and not Bun', [Setup.bun('1.3.0'), Setup.npm()], 'npm run build'],
  ])('a package script is run by %s', (_what, setup, command) => {
    const model = normalise('app', { setup, platforms: [Platform.linuxX64({ script: 'build', artifacts: ['dist/*'] })] }, SURROUNDINGS);
    expect(model.jobs[0].platforms[0].run).toEqual([command]);
  });

  test.each<[string, Setup[], Setup[], string]>([
    ['the package manager of its job and not its own Bun', [Setup.pnpm('10')], [Setup.bun('1.3.0')], 'pnpm run build'],
    ['its own package manager and not that of its job', [Setup.pnpm('10')], [Setup.npm()], 'npm run build'],
    ['its own Bun', [Setup.node('22')], [Setup.bun('1.3.0')], 'bun run build'],
  ])('a package script of a platform is run by %s', (_what, setup, own, command) => {
    const model = normalise('app', { setup, platforms: [Platform.linuxX64({ setup: own, script: 'build', artifacts: ['dist/*'] })] }, SURROUNDINGS);
    expect(model.jobs[0].platforms[0].run).toEqual([command]);
  });

  test('the name of a script is one word of the shell', () => {
    const model = normalise('app', { platforms: [Platform.linuxX64({ script: "it's $HOME; x", artifacts: ['dist/*'] })] }, SURROUNDINGS);
    expect(model.jobs[0].platforms[0].run).toEqual(["npm run 'it'\\''s $HOME; x'"]);
  });

  test('tools are set up in the order in which they need each other', () => {
    const setup = [Setup.of({ run: 'own' }), Setup.rust(), Setup.yarn(), Setup.python('3'), Setup.node('22'), Setup.npm(), Setup.pnpm('10')];
    expect(normalise('app', { setup, platforms: [] }, SURROUNDINGS).jobs[0].setup.map(({ kind }) => kind))
      .toEqual(['pnpm', 'node', 'npm', 'yarn', 'python', 'rust', 'other']);
  });

  test('a file with a version lies in the working directory, and then there is no other version', () => {
    const setup = [Setup.rustFrom('native/rust-toolchain.toml', { targets: ['a'] }), Setup.javaFrom('../.sdkmanrc', { distribution: 'zulu' }), Setup.java('21'), Setup.goFrom('./go.mod')];
    expect(normalise('app', { setup, platforms: [] }, SURROUNDINGS).jobs[0].setup.map(({ kind, version, versionFile, with: inputs }) => [kind, version, versionFile, inputs])).toEqual([
      ['go', '', 'apps/tool/go.mod', {}],
      ['java', '', 'apps/.sdkmanrc', { distribution: 'zulu' }],
      ['java', '21', '', { distribution: 'temurin' }],
      ['rust', '', 'apps/tool/native/rust-toolchain.toml', {}],
    ]);
  });

  test.each<[string, PackageManager | undefined, string, string]>([
    ['as packageManager', { name: 'pnpm', version: '10.28.1', readByActions: true }, '10.28.1', 'apps/tool/package.json'],
    ['where no action looks', { name: 'pnpm', version: '10.28.1', readByActions: false }, '10.28.1', ''],
    ['and it is another one', { name: 'yarn', version: '4.12.0', readByActions: true }, '', ''],
    ['nowhere', undefined, '', ''],
  ])('pnpm without a version is the one that package.json names: %s', (_where, said, version, versionFile) => {
    const asked: string[] = [];
    const around = { ...SURROUNDINGS, packageManager: (directory: string) => { asked.push(directory); return said; } };
    expect(normalise('app', { setup: [Setup.pnpm(), Setup.node('22')], platforms: [] }, around).jobs[0].setup[0]).toMatchObject({ version, versionFile });
    expect(asked).toEqual(['apps/tool']);
  });

  test('nothing is read for a pnpm with a version, and nothing of another repository', () => {
    const around = { ...SURROUNDINGS, packageManager: () => { throw new Error('read'); } };
    const elsewhere = { repositories: [Repository.github('acme/app')], setup: [Setup.pnpm()], platforms: [] };
    expect(normalise('app', { setup: [Setup.pnpm('10.28.1'), Setup.node('22'), Setup.yarn()], platforms: [] }, around).jobs[0].setup[0].version).toBe('10.28.1');
    expect(normalise('app', elsewhere, around).jobs[0].setup[0].version).toBe('');
  });

  test('the ids of repositories are different', () => {
    const repositories = ['A/x', 'a-x', 'a_x', 'a x'].map((path) => Repository.github('acme/x', { path }));
    expect(normalise('app', { platforms: [], repositories }, SURROUNDINGS).repositories.map(({ id }) => id)).toEqual(['a-x', 'a-x-2', 'a_x', 'a-x-3']);
  });

  test('a path without a letter that an output can have makes an id all the same', () => {
    const repositories = ['源', '...', '--x--', '-'].map((path) => Repository.github('acme/x', { path }));
    expect(normalise('app', { platforms: [], repositories }, SURROUNDINGS).repositories.map(({ id }) => id)).toEqual(['repository', 'repository-2', 'x', 'repository-3']);
  });
});

test('the ids of repositories leave room in the ids of steps', () => {
  const credential = Credential.githubApp({ clientId: { variable: 'ID' }, privateKey: { secret: 'S'.repeat(150) } });
  const repositories = ['a', 'b'].map((end, index) => Repository.github(`owner-${index}/lib`, { path: `${'long/'.repeat(50)}${end}`, credential }));
  const model = normalise('app', { repositories, platforms: [Platform.linuxX64(made)] }, SURROUNDINGS);
  const ids = renderWorkflow(model, loadScripts()).jobs.build.steps.map(({ id }) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 99)).toEqual([]);
});

test('a repository that is checked out twice is named once', () => {
  const credential = Credential.token({ secret: 'KEY' });
  const repositories = ['a', 'b'].map((path) => Repository.github('acme/lib', { path, ref: path, credential }));
  const { secrets } = normalise('app', { repositories, platforms: [Platform.linuxX64(made)] }, SURROUNDINGS);
  expect(secrets).toMatchObject([{ purpose: 'reading acme/lib', usedBy: { repositories: ['acme/lib'] } }]);
});

test('a secret is listed once, with everyone who uses it', () => {
  const key = Secret.required({ secret: 'KEY' });
  const platforms = ['a', 'b'].map((name) => Platform.linuxX64({ ...made, name, secrets: [key] }));
  expect(normalise('app', { platforms, secrets: [key] }, SURROUNDINGS).secrets).toMatchObject([
    { title: 'KEY', required: true, env: { KEY: 'KEY' }, usedBy: { repositories: [], legs: [{ job: 'build', platform: 'a' }, { job: 'build', platform: 'b' }], steps: ['build'] } },
  ]);
});

describe('where a secret is stored', () => {
  const key = Secret.required({ secret: 'KEY' });
  const environmentsOf = (platforms: Platform[], others: Partial<TagBuildOptions> = {}) =>
    normalise('app', { platforms, ...others }, SURROUNDINGS).secrets.map(({ environments }) => environments);
  const given = (name: string, environment = '') => Platform.linuxX64({ ...made, name, environment, secrets: [key] });
  const bare = (name: string, environment = '') => Platform.linuxX64({ ...made, name, environment });

  test.each<[string, Platform[], string[]]>([
    ['in the environments of all that are given it', [given('a', 'signing'), given('b', 'store'), bare('c')], ['signing', 'store']],
    ['once in an environment that several have', [given('a', 'signing'), given('b', 'signing')], ['signing']],
    ['in the repository where one of them has none', [given('a', 'signing'), given('b')], []],
  ])('%s', (_where, platforms, expected) => {
    expect(environmentsOf(platforms)).toEqual([expected]);
  });

  test('with own steps, which may stand on every platform, in the environments only where each has one', () => {
    expect(environmentsOf([bare('a', 'signing'), bare('b', 'store')], { secrets: [key] })).toEqual([['signing', 'store']]);
    expect(environmentsOf([given('a', 'signing'), bare('b')], { secrets: [key] })).toEqual([[]]);
  });

  test('in the repository for a credential, because the guard reads it', () => {
    const repositories = [Repository.github('acme/app', { credential: Credential.token({ secret: 'TOKEN' }) })];
    expect(environmentsOf([bare('a', 'signing')], { repositories })).toEqual([[]]);
  });
});

test.each<[string[], string, string, string]>([
  [['ubuntu-24.04'], 'x', 'github', 'linux'],
  [['macos-15'], 'linux', 'github', 'macos'],
  [['Self-Hosted', 'Windows'], 'x', 'self-hosted', 'windows'],
  [['self-hosted', 'gpu'], 'linux-gpu', 'self-hosted', 'linux'],
  [['our-runner'], 'x', 'unknown', 'other'],
  [['ubuntu-24.04', 'our-label'], 'x', 'unknown', 'linux'],
])('a platform with the labels %j and the name %s is hosted by %s, on %s', (runsOn, name, host, system) => {
  expect(normalise('app', { platforms: [Platform.of(name, { ...made, runsOn })] }, SURROUNDINGS).jobs[0].platforms[0]).toMatchObject({ host, system });
});

describe('build jobs', () => {
  const linux = Platform.linuxX64(made);
  const jobsOf = (options: TagBuildOptions, directory = '') => normalise('app', options, { ...SURROUNDINGS, directory }).jobs;
  const job = (id: string, ...needs: string[]) =>
    BuildJob.of(id, { platforms: [linux], needs: needs.map((needed) => ({ job: needed, path: needed })) });

  test.each<[string, TagBuildOptions, string[]]>([
    ['the options at the top are one', { platforms: [linux] }, ['build']],
    ['beside others', { platforms: [linux], jobs: [job('web')] }, ['build', 'web']],
    ['of which there may be no other', { jobs: [job('web')] }, ['web']],
    ['but not where a step at the top wants one', { prepare: [{ run: 'npm ci' }], jobs: [job('web')] }, ['build', 'web']],
    ['nothing at all is one without platforms', {}, ['build']],
    ['each stands behind those it needs', { jobs: [job('a', 'c'), job('b'), job('c', 'd'), job('d')] }, ['b', 'd', 'c', 'a']],
    ['a circle keeps its order', { jobs: [job('a', 'b'), job('b', 'a'), job('c')] }, ['c', 'a', 'b']],
  ])('%s', (_what, options, ids) => {
    expect(jobsOf(options).map(({ id }) => id)).toEqual(ids);
  });

  test('have the defaults of the build', () => {
    const [web] = jobsOf({ workingDirectory: 'app', timeoutMinutes: 7, retentionDays: 3, jobs: [job('web-app')] });
    expect(web).toMatchObject({ id: 'web-app', title: 'Web App', workingDirectory: 'app', artifacts: 'result', retentionDays: 3, declaredAt: 'jobs[0]' });
    expect(web.platforms[0]).toMatchObject({ timeoutMinutes: 7, artifactName: 'app-web-app-linux-x64' });
    expect(jobsOf({ jobs: [job('build')] })[0].platforms[0].artifactName).toBe('app-linux-x64');
  });

  const engine = () => Repository.github('acme/engine', { credential: Credential.token({ secret: 'TOKEN' }) });

  test.each<[string, Repository[] | undefined, string[], string]>([
    ['all repositories', undefined, ['tool', 'engine'], 'tool/apps/desktop'],
    ['one that is written down again', [engine()], ['engine'], 'engine'],
    ['none', [], [], ''],
    ['one that the build does not have', [Repository.github('acme/other')], ['acme/other'], ''],
  ])('check out %s, and are at home in the first', (_what, repositories, ids, workingDirectory) => {
    const web = BuildJob.of('web', { platforms: [linux], repositories });
    expect(jobsOf({ repositories: [Repository.self(), engine()], jobs: [web] }, 'apps/desktop')[0]).toMatchObject({ repositories: ids, workingDirectory });
  });

  test('are handed the files of all platforms, in one place where it is one', () => {
    const mac = Platform.macosArm64({ ...made, name: 'mac' });
    const needing = (needs: NeededJob[]) => jobsOf({
      workingDirectory: 'app', platforms: [linux], needs, jobs: [BuildJob.of('one', { platforms: [mac] }), BuildJob.of('two', { platforms: [linux, mac] })],
    }).find(({ id }) => id === 'build')!.needs;
    expect(needing([{ job: 'one', path: 'a' }, { job: 'two', path: './b/' }])).toEqual([
      { job: 'one', path: 'app/a', platforms: ['mac'], merge: true },
      { job: 'two', path: 'app/b', platforms: ['linux-x64', 'mac'], merge: false },
    ]);
    expect(needing([{ job: 'one', path: '..', merge: false }, { job: 'two', path: '.', platforms: ['mac', 'mac'] }])).toEqual([
      { job: 'one', path: '', platforms: ['mac'], merge: false },
      { job: 'two', path: 'app', platforms: ['mac'], merge: true },
    ]);
  });

  test('give a secret to the legs that declare it, and to the own steps of the jobs that do', () => {
    const [key, mine, all] = ['KEY', 'MINE', 'ALL'].map((secret) => Secret.required({ secret }));
    const given = Platform.linuxX64({ ...made, secrets: [key], environment: 'signing' });
    const { secrets } = normalise('app', {
      platforms: [linux], secrets: [all], jobs: [BuildJob.of('sign', { platforms: [given], secrets: [mine] })],
    }, SURROUNDINGS);
    expect(secrets).toMatchObject([
      { title: 'KEY', environments: ['signing'], usedBy: { legs: [{ job: 'sign', platform: 'linux-x64' }], steps: [] } },
      { title: 'ALL', environments: [], usedBy: { legs: [], steps: ['build', 'sign'] } },
      { title: 'MINE', environments: ['signing'], usedBy: { legs: [], steps: ['sign'] } },
    ]);
  });
});

test('what happens without a signature is a sentence wherever it is said: in the log, in the notes, in the doc', () => {
  const signedBy = (without: string) => normalise('app', { platforms: [Platform.windowsX64({ ...made, signing: [Signing.electronBuilderWindows({ without })] })] }, SURROUNDINGS);
  expect(signedBy('SmartScreen warns').secrets).toMatchObject([{ without: 'SmartScreen warns.' }]);
  expect(signedBy('SmartScreen warns!').secrets).toMatchObject([{ without: 'SmartScreen warns!' }]);
});
