import { parse } from 'yaml';
import type { Model, SecretModel, StepModel } from '../../../src/model/model';
import { buildJob } from '../../../src/render/workflow/build-job';
import { guardJob } from '../../../src/render/workflow/guard-job';
import { matrix } from '../../../src/render/workflow/matrix';
import { renderWorkflow, workflowComments } from '../../../src/render/workflow/workflow';
import type { Job } from '../../../src/render/workflow/workflow-file';
import { workflowText } from '../../../src/render/workflow/yaml';
import { type Scripts, SCRIPTS as PARTS } from '../../../src/text/scripts';
import { kebabCase } from '../../../src/text/words';
import { buildJob as buildJobModel, model, type Overrides, platform, repository, secret, tool, usedBy, versionModel } from '../models';

const SCRIPTS = Object.fromEntries(PARTS.map((key) => [key, kebabCase(key)])) as Scripts;

function jobOf(built: Model) {
  return buildJob(built, built.jobs[0], SCRIPTS);
}

function legs(built: Model) {
  return matrix(built, built.jobs[0]);
}

function buildSteps(overrides: Overrides) {
  return jobOf(model(overrides)).steps;
}

function step(overrides: Overrides, id: string) {
  return buildSteps(overrides).find((candidate) => candidate.id === id);
}

describe('the workflow as a whole', () => {
  test('starts on the tags only, where no rehearsal is wanted', () => {
    expect(renderWorkflow(model({ tags: ['v*'], rehearsal: false }), SCRIPTS).on).toEqual({ push: { tags: ['v*'] } });
    expect(renderWorkflow(model({ tags: ['v*'], rehearsal: true }), SCRIPTS).on).toEqual({
      push: { tags: ['v*'] },
      workflow_dispatch: { inputs: { guard_only: { description: 'Check secrets and repositories, and build nothing', type: 'boolean', default: false } } },
    });
  });

  test('does without the build, and nothing else, where a manual run wants the guard alone', () => {
    const { guard, build } = renderWorkflow(model({ rehearsal: true }), SCRIPTS).jobs;
    expect(build.if).toBe('${{ !inputs.guard_only }}');
    expect(guard.if).toBe('${{ !github.event.repository.fork }}');
    expect(renderWorkflow(model({ rehearsal: false }), SCRIPTS).jobs.build.if).toBeUndefined();
  });

  test('has no permissions, and never cancels a run', () => {
    const { permissions, concurrency } = renderWorkflow(model(), SCRIPTS);
    expect(permissions).toEqual({});
    expect(concurrency).toEqual({ 'group': 'installers-${{ github.ref }}', 'cancel-in-progress': false });
  });

  test('lets bash on Windows hand on secrets as they are, and not others', () => {
    const windows = platform({ name: 'windows-x64', system: 'windows', secrets: ['Signing'] });
    const secrets = [secret({ title: 'Signing', names: ['STORED'], env: { PASSWORD: 'STORED' } })];
    expect(jobOf(model({ platforms: [windows], secrets })).env).toEqual({ MSYS2_ENV_CONV_EXCL: 'PASSWORD' });
    expect(jobOf(model({ platforms: [{ ...windows, system: 'macos' }], secrets })).env).toBeUndefined();
    expect(jobOf(model({ platforms: [{ ...windows, secrets: [] }], secrets })).env).toBeUndefined();
  });

  test('reads contents only where this repository is checked out', () => {
    expect(jobOf(model({ repositories: [repository()] })).permissions).toEqual({ contents: 'read' });
    expect(jobOf(model({ repositories: [repository({ id: 'app', name: 'acme/app' })] })).permissions).toEqual({});
  });
});

describe('the guard', () => {
  const job = guardJob(model({
    tags: ['v*', '!v0.*'],
    repositories: [
      repository({ path: 'app' }),
      repository({ id: 'engine', name: 'acme/engine', path: 'engine', ref: 'main', credential: { kind: 'token', secret: 'TOKEN' } }),
    ],
    secrets: [secret({ usedBy: usedBy({ steps: true }) })],
  }), SCRIPTS);

  test('is told the filters, the repositories and the secrets in its environment', () => {
    expect(job.steps[0].env).toMatchObject({
      TAG_FILTERS: '+ ^v[^/]*$\n- ^v0[.][^/]*$',
      WORKFLOW_PATH: '.github/workflows/installers.yml',
      REPOSITORIES: 'self self - - app\nengine acme/engine main token:TOKEN engine',
      SECRETS: 'required deploy_key DEPLOY_KEY uploads the symbols',
      SET_DEPLOY_KEY: "${{ secrets.DEPLOY_KEY != '' }}",
      TOKEN_TOKEN: '${{ secrets.TOKEN }}',
    });
  });

  test('compares versions only where files with one are declared, and may read them only then', () => {
    const declared = guardJob(model({ directory: 'app', version: versionModel({ files: ['package.json', 'Cargo.toml'] }) }), SCRIPTS);
    expect(declared).toMatchObject({ permissions: { contents: 'read' }, steps: [{ env: { VERSION_FILES: 'app/package.json\napp/Cargo.toml' } }] });
    expect(declared.steps[0].run).toMatch(/\nmanifests\nmanifest-json\nmanifest-toml\nversion\nguard$/);
    expect(job.permissions).toEqual({});
    expect(job.steps[0].env).not.toHaveProperty('VERSION_FILES');
    expect(job.steps[0].run).not.toContain('version');
  });

  test('hands on a commit for each other repository, and none for its own', () => {
    expect(Object.keys(job.outputs!)).toEqual(['real', 'tag', 'name', 'version', 'prerelease', 'commit-engine']);
  });
});

describe('a secret', () => {
  const used = secret({ usedBy: usedBy({ platforms: ['linux-x64'] }) });

  test('is given to the build step of the platforms that declare it, and to no other step', () => {
    const platforms = [platform({ secrets: [used.title] }), platform({ name: 'mac' })];
    const steps = buildSteps({ platforms, secrets: [used] });
    expect(steps.filter(({ env }) => JSON.stringify(env ?? {}).includes('secrets.DEPLOY_KEY')).map(({ id }) => id)).toEqual(['build-linux-x64']);
  });

  test('of an environment is checked in the leg and not by the guard', () => {
    const inEnvironment = model({
      platforms: [platform({ secrets: [used.title], environment: 'signing' })],
      secrets: [{ ...used, environments: ['signing'] }],
    });
    expect(guardJob(inEnvironment, SCRIPTS).steps[0].env).not.toHaveProperty('SECRETS');
    expect(legs(inEnvironment)[0]['environment-secrets']).toBe('required deploy_key DEPLOY_KEY uploads the symbols');
    expect(jobOf(inEnvironment).steps[0].env).toMatchObject({ SET_DEPLOY_KEY: "${{ secrets.DEPLOY_KEY != '' }}" });
  });

  test('of own steps is checked in the legs only where each of them has an environment', () => {
    const ofSteps = (environments: string[]) => secret({ environments, usedBy: usedBy({ steps: true }) });
    const checked = (secrets: SecretModel[], ...environments: string[]) => {
      const built = model({ secrets, platforms: environments.map((environment, index) => platform({ name: `p${index}`, environment })) });
      return [guardJob(built, SCRIPTS).steps[0].env?.SECRETS, ...legs(built).map((leg) => leg['environment-secrets'])];
    };
    const line = 'required deploy_key DEPLOY_KEY uploads the symbols';
    expect(checked([ofSteps(['signing', 'store'])], 'signing', 'store')).toEqual([undefined, line, line]);
    expect(checked([ofSteps([])], 'signing', '')).toEqual([line, undefined, undefined]);
  });

  test('that is optional is unset where it is absent, and something else set', () => {
    const optional = { ...used, required: false, without: 'x', env: { KEY: 'DEPLOY_KEY' }, envWithout: { NO_KEY: '1' } };
    expect(step({ platforms: [platform({ secrets: [used.title], run: ['make'] })], secrets: [optional] }, 'build')).toMatchObject({
      env: { KEY: '${{ secrets.DEPLOY_KEY }}', OPTIONAL_SECRETS: 'KEY', ENV_WITHOUT: 'KEY NO_KEY=1' },
      run: 'optional-secrets\nmake',
    });
  });
});

describe('the matrix', () => {
  test('has only the keys that some leg needs, and all legs have them', () => {
    const [first, second] = legs(model({ platforms: [platform({ allowedToFail: 'new' }), platform({ name: 'mac' })] }));
    expect(Object.keys(first)).toEqual(['platform', 'runs-on', 'timeout-minutes', 'continue-on-error', 'artifact', 'artifacts']);
    expect(Object.keys(second)).toEqual(Object.keys(first));
    expect([first, second].map((leg) => leg['continue-on-error'])).toEqual([true, false]);
  });

  test('a container is none, or a mapping that actionlint cannot know to be one', () => {
    const [bare, contained] = [{}, { container: { image: 'debian:12' } }].map(platform);
    expect(jobOf(model({ platforms: [bare] })).container).toBeUndefined();
    expect(jobOf(model({ platforms: [bare, contained] })).container).toBe('${{ matrix.container }}');
    expect(jobOf(model({ platforms: [contained] })).container).toBe("${{ matrix.container || '' }}");
  });

  test('a runner is a label, several, or of a group', () => {
    const [one, several, group, labelled] = [{}, { runsOn: ['self-hosted', 'gpu'] }, { runsOn: [], runnerGroup: 'big' }, { runsOn: ['a'], runnerGroup: 'big' }].map(platform);
    const inGroups = model({ guard: { runsOn: ['a', 'b'], runnerGroup: 'gate' }, platforms: [one, several, group, labelled] });
    expect(legs(inGroups).map((leg) => leg['runs-on'])).toEqual(['ubuntu-24.04', ['self-hosted', 'gpu'], { group: 'big' }, { group: 'big', labels: 'a' }]);
    expect(jobOf(inGroups)['runs-on']).toBe("${{ matrix.runs-on || '' }}");
    expect(jobOf(model({ platforms: [one, several] }))['runs-on']).toBe('${{ matrix.runs-on }}');
    expect(guardJob(inGroups, SCRIPTS)['runs-on']).toEqual({ group: 'gate', labels: ['a', 'b'] });
  });

  test('artifacts lie in the working directory, excluded ones too', () => {
    const [leg] = legs(model({ workingDirectory: 'app', platforms: [platform({ artifacts: ['dist/*', '!dist/*.map'] })] }));
    expect(leg.artifacts).toBe('app/dist/*\n!app/dist/*.map');
  });
});

describe("a platform's variables", () => {
  const [env, jobEnv] = [{ CHANNEL: 'beta', MSG: '${{ github.event.head_commit.message }}' }, { ARCH: 'arm64' }];
  const own: StepModel = { id: 'own', run: 'make own', env: { CHANNEL: 'own' } };
  const tools = [tool('node', '24'), tool('yarn', '4.12.0'), tool('other', '', { steps: [{ id: 'ours', run: 'make tool' }] })];
  const win = platform({ name: 'win', env: { ...jobEnv, ...env }, jobEnv, preBuildSteps: [own], setup: [tool('other', '', { steps: [{ id: 'its', uses: './its' }] })] });
  const steps = buildSteps({
    platforms: [platform({ env: { CHANNEL: 'stable' } }), win],
    setup: tools,
    preInstallSteps: [{ id: 'look', run: 'make look' }],
    prepare: [{ run: 'make' }, { parallel: [{ id: 'both', run: 'make' }] } as StepModel],
    postBuildSteps: [{ id: 'check', run: 'make check' }],
  });
  const flat = steps.flatMap((one) => 'parallel' in one ? one.parallel! : [one]);
  const on = (name: string) => flat.filter((one) => one.if?.includes(`'${name}'`));

  test('stand in its build and its own steps, behind what a step says itself', () => {
    expect(flat.filter((one) => one.env?.MSG !== undefined).map(({ id, env: given }) => [id, given?.CHANNEL, given?.ARCH])).toEqual([
      ['its', 'beta', 'arm64'], ['own', 'own', 'arm64'], ['build-win', 'beta', 'arm64'],
    ]);
  });

  test('double what all platforms share only where they are asked to', () => {
    expect(flat.filter((one) => one.env?.ARCH !== undefined && one.env.MSG === undefined).map(({ run }) => run)).toEqual(['make tool', 'make look', 'make', 'make', 'make check']);
    const asked = buildSteps({ platforms: [platform({ env: { CHANNEL: 'stable' } }), platform({ name: 'win', env })], setup: tools, prepare: [{ run: 'make' }] });
    expect(asked.filter(({ id }) => id !== 'build').filter((one) => one.if?.includes('matrix.platform'))).toMatchObject([{ id: 'build-linux-x64' }, { id: 'build-win' }]);
  });

  test('reach no action that sets a tool up', () => {
    expect(flat.filter(({ id }) => ['setup-node', 'setup-yarn'].includes(id!)).map((one) => [one.if, one.env ?? {}])).toEqual([[undefined, {}], [undefined, { YARN_VERSION: '4.12.0' }]]);
    expect(on('win').every(({ id }) => !id?.startsWith('setup-'))).toBe(true);
  });

  test('go neither through the matrix nor through a file', () => {
    expect(legs(model({ platforms: [win] }))[0]).not.toHaveProperty('env');
    expect(JSON.stringify(steps)).not.toContain('GITHUB_ENV');
  });

  test('that all platforms have make no step twice', () => {
    const both = ['a', 'b'].map((name) => platform({ name, env: { CHANNEL: 'beta' }, jobEnv: { CHANNEL: 'beta' }, run: ['make'] }));
    expect(buildSteps({ platforms: both, prepare: [{ run: 'make' }] }).filter((one) => one.env?.CHANNEL)).toMatchObject([{ run: 'make' }, { id: 'build' }]);
  });
});

describe('the tools', () => {
  test('of a platform and of all stand in one order', () => {
    const platforms = [platform({ setup: [tool('node')] }), platform({ name: 'mac', setup: [tool('node'), tool('pnpm')] })];
    expect(buildSteps({ setup: [tool('yarn')], platforms }).map(({ id }) => id).filter((id) => id?.startsWith('setup'))).toEqual([
      'setup-pnpm-mac', 'setup-node', 'setup-yarn',
    ]);
  });
});

describe('the workspace', () => {
  test.each([
    ['on a hosted runner', ['ubuntu-24.04'], false],
    ['on a self-hosted one', ['self-hosted', 'linux'], true],
    ['on one that nobody knows', ['our-runner'], true],
  ])('%s is emptied: %j %s', (_where, runsOn, emptied) => {
    expect(step({ platforms: [platform({ runsOn })] }, 'empty-workspace') !== undefined).toBe(emptied);
  });

  test('this repository is checked out without a ref, any other at the commit of the guard', () => {
    const repositories = [repository({ path: 'app' }), repository({ id: 'engine', name: 'acme/engine', path: 'engine', ref: 'main' })];
    expect(step({ repositories }, 'checkout-self')!.with).toEqual({ 'path': 'app', 'persist-credentials': false });
    expect(step({ repositories }, 'checkout-engine')!.with).toEqual({
      'repository': 'acme/engine', 'ref': '${{ needs.guard.outputs.commit-engine }}', 'path': 'engine', 'persist-credentials': false,
    });
  });
});

describe('workflowText', () => {
  test('puts the guard behind all other jobs, since most of it is script', () => {
    const jobs = { guard: {}, build: {}, announce: {} };
    expect(Object.keys(parse(workflowText({ jobs }, '', {})).jobs)).toEqual(['build', 'announce', 'guard']);
  });

  test('puts keys in order, versions behind pins, and comments where a reader asks', () => {
    expect(workflowText({
      jobs: {
        guard: {
          steps: [{
            run: 'make', name: 'Make', id: 'make',
          }, { uses: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1' }, { uses: 'actions/checkout@0000' }],
          name: 'Guard',
        },
      },
      permissions: {},
      name: 'A',
    }, 'marker', workflowComments(model()))).toBe(`\
# marker

name: A
# none; each job has the least that it needs
permissions: {}
jobs:
  # runs first, in seconds: are the secrets set, can the repositories be read, at which commits?
  guard:
    name: Guard
    steps:
      - name: Make
        id: make
        run: make
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - uses: actions/checkout@0000
`);
  });

  test.each(['a: b', '# no comment', '- x', 'yes', '0x10', ' spaces ', 'a\n\n  b\n', 'trailing \nspace', '\ttab', '\u{1f4be}', '"', '${{ x }}', '&a', '*b', '!t', '%'])(
    'the text %j arrives as it is', (value) => {
      expect(parse(workflowText({ name: value, on: { [value]: [value] } }, 'marker', {}))).toEqual({ name: value, on: { [value]: [value] } });
    });
});

describe('build jobs that hand files on', () => {
  const web = buildJobModel({ id: 'web', title: 'Web', artifacts: 'handed-on', repositories: [], platforms: [platform(), platform({ name: 'mac.os', allowedToFail: 'new' })] });
  const both = { job: 'web', path: 'app/in', platforms: ['linux-x64', 'mac.os'], merge: false };
  const built = (need: Partial<typeof both> = {}, of: Partial<typeof web> = {}) =>
    renderWorkflow(model({ jobs: [{ ...web, ...of }, buildJobModel({ workingDirectory: 'app', needs: [{ ...both, ...need }] })] }), SCRIPTS).jobs;
  const uploaded = ({ steps }: Job) => steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact@')).map(({ with: inputs }) => inputs);
  const handedOn = { 'name': '${{ matrix.artifact }}-${{ needs.guard.outputs.name }}-handed-on', 'retention-days': 1 };

  test('are needed by those that are handed something, and by no others', () => {
    expect(built().build.needs).toEqual(['guard', 'web']);
    expect(built().web.needs).toBe('guard');
  });

  test('upload what they pack, and their results only where these are results', () => {
    expect(uploaded(built().web)).toMatchObject([handedOn]);
    expect(uploaded(built({}, { artifacts: 'result' }).web)).toMatchObject([{ 'name': '${{ matrix.artifact }}-${{ needs.guard.outputs.name }}', 'retention-days': 14 }, handedOn]);
    expect(uploaded(built().build)).toHaveLength(1);
    expect(built().web.steps.find(({ id }) => id === 'collect')).toMatchObject({ env: { ROOT: '${{ matrix.root }}' }, run: 'say\nartifacts\ncollect\nhanded-on\npack' });
    expect(built().build.steps.find(({ id }) => id === 'collect')!.run).toBe('say\nartifacts\ncollect');
  });

  test('say in the matrix what paths are relative to', () => {
    const roots = ({ strategy }: Job) => strategy!.matrix.include.map(({ root }) => root);
    expect(roots(built({}, { workingDirectory: 'web' }).web)).toEqual(['web/dist', 'web/dist']);
    expect(roots(built({}, { platforms: [platform({ artifactRoot: '' })] }).web)).toEqual(['.']);
    expect(roots(built().build)).toEqual([undefined]);
  });

  test.each([
    ['each platform in a directory of its own', {}, 'web/linux-x64 required app/in/linux-x64\nweb/mac.os optional app/in/mac.os'],
    ['all in one', { merge: true }, 'web/linux-x64 required app/in\nweb/mac.os optional app/in'],
    ['only those that are wanted', { platforms: ['mac.os'], merge: true, path: '' }, 'web/mac.os optional .'],
  ])('are unpacked behind the checkouts and before the tools: %s', (_how, need, lines) => {
    const { steps } = built(need).build;
    const ids = steps.map(({ id }) => id);
    const wanted = lines.split('\n').map((line) => line.split(' ')[0]);
    expect(ids.slice(0, ids.indexOf('build'))).toEqual([
      'check-outputs', 'checkout-self', ...wanted.map((leg) => `download-what-web-built-on-${leg.split('/')[1].replace('.', '-')}`), 'unpack-handed-on',
    ]);
    expect(steps.filter(({ uses }) => uses?.startsWith('actions/download-artifact@')).map((download) => [download['continue-on-error'], download.with])).toEqual(
      wanted.map((leg) => [true, { name: 'installers-linux-x64-${{ needs.guard.outputs.name }}-handed-on', path: `.handed-on/${leg}` }]),
    );
    expect(steps.find(({ id }) => id === 'unpack-handed-on')).toMatchObject({ env: { HANDED_ON: lines }, run: 'say\nreport\nhanded-on\nunpack' });
  });

  test('check out, read and check only what they have', () => {
    const credential = { kind: 'github-app', secret: 'KEY', clientIdVariable: 'ID', clientIdSecret: '', tokenId: 'KEY_acme' } as const;
    const repositories = [repository(), repository({ id: 'engine', name: 'acme/engine', path: 'engine', credential })];
    const jobs = [
      buildJobModel({ repositories: [] }),
      buildJobModel({ id: 'engine', repositories: ['engine'] }),
      buildJobModel({ id: 'all', repositories: ['self', 'engine'] }),
    ];
    const rendered = renderWorkflow(model({ repositories, jobs }), SCRIPTS).jobs;
    const seen = (id: string) => ({
      permissions: rendered[id].permissions,
      reading: rendered[id].steps.map((candidate) => candidate.id!).filter((candidate) => /^(checkout|app-token)-/.test(candidate)),
      commit: rendered[id].steps[0].env!.REQUIRED_OUTPUTS.includes('commit-engine'),
    });
    expect(seen('build')).toEqual({ permissions: {}, reading: [], commit: false });
    expect(seen('engine')).toEqual({ permissions: {}, reading: ['app-token-key-acme', 'checkout-engine'], commit: true });
    expect(seen('all')).toEqual({ permissions: { contents: 'read' }, reading: ['app-token-key-acme', 'checkout-self', 'checkout-engine'], commit: true });
  });
});

describe('what was packaged is started', () => {
  const smokeTest = { run: 'out/app --version', timeoutSeconds: 20 };
  const proof = { signing: 'Apple signing', kind: 'macos', files: ['out/*'], signer: '', notarized: true, stapledImages: true, config: '' } as const;

  test('behind the build and what follows it, before signatures are proven and anything is collected', () => {
    const steps = buildSteps({ workingDirectory: 'app', postBuildSteps: [{ id: 'own', run: 'make' }], platforms: [platform({ smokeTest, proofs: [proof], env: { DISPLAY: ':1' } })] });
    const ids = steps.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('build'))).toEqual(['build', 'own', 'smoke-test', 'prove-signing', 'collect', 'upload']);
    expect(steps.find(({ id }) => id === 'smoke-test')).toMatchObject({
      'name': 'Smoke test',
      'working-directory': 'app',
      'env': { DISPLAY: ':1', SMOKE_TEST_SECONDS: '20', SMOKE_TEST_LEG: '${{ matrix.platform }}' },
      'run': 'behind\nsay\nsmoke-test\nout/app --version',
    });
  });

  test('on those platforms that say how', () => {
    const steps = buildSteps({ platforms: [platform({ name: 'a', smokeTest }), platform({ name: 'b' })] });
    expect(steps.filter(({ name }) => name === 'Smoke test')).toMatchObject([{ id: 'smoke-test-a', if: "matrix.platform == 'a'" }]);
  });
});

test('a build is tried again behind what prepares its signing, once for all attempts', () => {
  const retry = { attempts: 4, pauseSeconds: 5, reason: 'It is away.' };
  expect(step({ platforms: [platform({ retry, run: ['make'] })] }, 'build')).toMatchObject({
    env: { RETRY_ATTEMPTS: '4', RETRY_SECONDS: '5', RETRY_REASON: 'It is away.', RETRY_LEG: '${{ matrix.platform }}' },
    run: 'behind\nsay\nretry\nmake',
  });
  const secrets = [secret({ title: 'KEY', required: false, names: ['KEY'] })];
  expect(step({ secrets, platforms: [platform({ retry, run: ['make'], secrets: ['KEY'] })] }, 'build')?.run).toBe('optional-secrets\nbehind\nsay\nretry\nmake');
});

describe('the proof of signatures', () => {
  const proof = { signing: 'Apple signing', kind: 'macos', files: ['out/*.dmg', '!out/x.dmg'], signer: 'ABCDE12345', notarized: true, stapledImages: true, config: '' } as const;
  const update = { signing: 'Updates', kind: 'minisign', files: ['out/*'], signer: '', notarized: false, stapledImages: false, config: 'src/conf.json' } as const;
  const mac = platform({ name: 'mac.arm', artifacts: ['out/*'], signing: ['Apple signing', 'Updates'], secrets: ['Apple signing', 'Updates', 'OTHER'], proofs: [proof, update] });
  const secrets = [
    secret({ title: 'Apple signing', required: false, without: 'It is\nunsigned.', names: ['CSC_LINK', 'CSC_KEY_PASSWORD'] }),
    secret({ title: 'Updates', names: ['KEY'] }),
    secret({ title: 'OTHER', names: ['OTHER'] }),
  ];
  const signed = (others: readonly ReturnType<typeof platform>[] = [], overrides: Overrides = {}) =>
    model({ workingDirectory: 'app', platforms: [mac, ...others], secrets, ...overrides });
  const proving = (built: Model) => jobOf(built).steps.find(({ id }) => id === 'prove-signing');

  test('stands behind the build and in front of what collects', () => {
    const ids = jobOf(signed([], { postBuildSteps: [{ id: 'own', run: 'make' }] })).steps.map(({ id }) => id);
    expect(ids.slice(ids.indexOf('build'))).toEqual(['build', 'own', 'prove-signing', 'collect', 'upload']);
  });

  test('is told what is expected, and no secret', () => {
    expect(legs(signed())[0].proofs).toBe([
      'output signing-mac-arm',
      'signing Apple signing', 'kind macos', 'secrets CSC_LINK CSC_KEY_PASSWORD', 'without It is unsigned.', 'signer ABCDE12345', 'notarized true', 'stapled-images true',
      'files app/out/*.dmg', 'files !app/out/x.dmg',
      'signing Updates', 'kind minisign', 'secrets KEY', 'config app/src/conf.json', 'files app/out/*',
    ].join('\n'));
    expect(proving(signed())).toEqual({
      name: 'Prove the signatures',
      id: 'prove-signing',
      env: {
        PLATFORM: '${{ matrix.platform }}',
        PROOFS: '${{ matrix.proofs }}',
        SET_CSC_LINK: "${{ secrets.CSC_LINK != '' }}",
        SET_CSC_KEY_PASSWORD: "${{ secrets.CSC_KEY_PASSWORD != '' }}",
        SET_KEY: "${{ secrets.KEY != '' }}",
        DOC_URL: expect.any(String),
      },
      run: 'say\nartifacts\nprove-macos\nprove-minisign\nprove-signing',
    });
  });

  test('runs where a platform signs, and each has an output of its own', () => {
    const windows = platform({ name: 'windows', signing: ['Updates'], proofs: [{ ...update, kind: 'windows', config: '' }] });
    const built = signed([platform(), windows]);
    expect(proving(built)).toMatchObject({ if: "matrix.proofs != ''", run: 'say\nartifacts\nprove-macos\nprove-minisign\nprove-windows\nprove-signing' });
    expect(legs(built).map(({ proofs }) => String(proofs).split('\n')[0])).toEqual(['output signing-mac-arm', '', 'output signing-windows']);
    expect(jobOf(built).outputs).toEqual({
      'signing-mac-arm': '${{ steps.prove-signing.outputs.signing-mac-arm }}',
      'signing-windows': '${{ steps.prove-signing.outputs.signing-windows }}',
    });
  });

  test('is nowhere where nothing is signed', () => {
    const built = model({ platforms: [platform()] });
    expect([proving(built), jobOf(built).outputs, legs(built)[0].proofs]).toEqual([undefined, undefined, undefined]);
  });
});
