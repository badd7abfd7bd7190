import { github, Project } from 'projen';
import { Credential, Platform, Repository, Secret, Setup, TagBuild } from '../../src';
import { normalise } from '../../src/normalise/normalise';
import { TagBuildError } from '../../src/rules/problems';
import { readDeclaration } from '../../src/schema/declaration';
import { problemsIn } from '../rules/printed';

const made = { run: ['make'], artifacts: ['dist/*'] };

/** What is wrong with options, by place. */
function wrong(options: unknown): string[] {
  return readDeclaration('app', options).wrong.map(({ where, what }) => `${where} ${what}`);
}

/** A step that holds steps, so many levels deep. */
function deep(levels: number): object {
  return levels ? { parallel: [deep(levels - 1)] } : { run: 'make' };
}

describe('what JavaScript lets somebody leave out is a problem and no exception', () => {
  test.each<[string, (project: Project) => void, string]>([
    ['all options', (project) => { new (TagBuild as any)(project, 'app'); }, 'options: is undefined; allowed is an object.'],
    ['null for them', (project) => { new (TagBuild as any)(project, 'app', null); }, 'options: is null; allowed is an object.'],
    ['the id, too', (project) => { new (TagBuild as any)(project); }, 'id: is undefined; allowed is a text.'],
    ['a symbol as the id', (project) => { new (TagBuild as any)(project, Symbol('app'), { platforms: [Platform.linuxX64(made)] }); },
      'id: is a symbol; allowed is a text.'],
    ['those of a platform', (project) => { new TagBuild(project, 'app', { platforms: [(Platform as any).linuxX64()] }); },
      'platforms[0]: is undefined; allowed is an object.'],
    ['those of a secret', (project) => { new TagBuild(project, 'app', { platforms: [], secrets: [(Secret as any).required()] }); },
      'secrets[0]: is undefined; allowed is an object.'],
    ['the platforms', (project) => { new (TagBuild as any)(project, 'app', {}); }, 'platforms: is empty; at least one is needed.'],
    ['the artifacts', (project) => { new (TagBuild as any)(project, 'app', { platforms: [(Platform as any).linuxX64({ run: ['make'] })] }); },
      'platforms[0] linux-x64: names no artifacts; at least one pattern is needed.'],
  ])('%s', (_what, declare, first) => {
    const project = new Project({ outdir: '/nowhere', name: 'tool' });
    let thrown: unknown;
    try {
      declare(project);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TagBuildError);
    expect(problemsIn((thrown as Error).message)[0].says[0]).toBe(first);
  });
});

test('no word looks at what it is given', () => {
  const closed: any = new Proxy({}, { get() { throw new Error('looked at'); }, ownKeys() { throw new Error('looked at'); } });
  const words = [
    Platform.linuxX64(closed), Platform.of(closed, closed), Repository.self(closed), Repository.github(closed, closed),
    Setup.node(closed, closed), Setup.rust(closed, closed), Setup.of(closed), Setup.apt(closed),
    Secret.required(closed), Secret.optional(closed), Secret.requiredGroup(closed, closed), Secret.optionalGroup(closed, closed),
    Credential.token(closed), Credential.githubApp(closed), Credential.deployKey(closed),
  ];
  expect(words.every(({ _spec: { kind } }) => kind)).toBe(true);
});

test('in which order options are written makes no difference', () => {
  const sorted = readDeclaration('app', { platforms: [], prepare: [{ env: { B: '1', A: '2' }, name: 'Make', run: 'make' }], tags: ['v*'] });
  const written = readDeclaration('app', { tags: ['v*'], platforms: [], prepare: [{ name: 'Make', run: 'make', env: { B: '1', A: '2' } }] });
  expect(JSON.stringify(written.options)).toBe(JSON.stringify(sorted.options));
  expect(JSON.stringify(written.options)).toContain('"B":"1","A":"2"');
});

test('a value that answers otherwise the second time is looked at once', () => {
  let looks = 0;
  const { options } = readDeclaration('app', { platforms: [], get title() { return looks++ ? 5 : 'App'; } });
  expect([options.title, options.title, looks]).toEqual(['App', 'App', 1]);
});

test("projen's own steps are taken as they are", () => {
  const { WorkflowSteps } = github;
  const prepare = [
    WorkflowSteps.checkout(),
    WorkflowSteps.checkout({ if: 'always()', with: { lfs: true, token: '${{ github.token }}', submodules: github.CheckoutSubmodules.RECURSIVE } }),
    WorkflowSteps.setupGitIdentity({ workingDirectory: 'x', gitIdentity: { name: 'a', email: 'b' } }),
    WorkflowSteps.uploadArtifact({ continueOnError: true, with: { path: 'dist', retentionDays: 5, overwrite: false } }),
    WorkflowSteps.downloadArtifact({ with: { mergeMultiple: true } }),
  ];
  const { wrong: problems, unknown } = readDeclaration('app', { platforms: [], prepare });
  expect([...problems, ...unknown]).toEqual([]);
});

test('what comes out is not what went in', () => {
  const tags = ['v*'];
  const { options } = readDeclaration('app', { platforms: [], tags });
  tags.push('x');
  expect(options.tags).toEqual(['v*']);
});

test('a wrong value hides no unknown option, and an unknown option no wrong value', () => {
  const { wrong: [{ where }], unknown } = readDeclaration('app', { platforms: 5, tag: 'v*', guard: { runson: 1 } });
  expect([where, ...unknown.map(({ key }) => key)]).toEqual(['platforms', 'tag', 'runson']);
});

test('a word that several places share is judged once', () => {
  const secrets = [Secret.required({ secret: 5 as any })];
  expect(wrong({ platforms: [Platform.linuxX64({ ...made, secrets }), Platform.macosX64({ ...made, secrets })], secrets }))
    .toEqual(['platforms[0].secrets[0].secret is the number 5; allowed is a text']);
});

test('steps in steps have an end', () => {
  expect(wrong({ platforms: [], prepare: [deep(15)] })).toEqual([]);
  expect(wrong({ platforms: [], prepare: [deep(1000)] })).toEqual([expect.stringMatching(/\.parallel\[0\] lies deeper than 40 levels$/)]);
});

test.each<[string, unknown]>([
  ['a list with holes', { platforms: [], tags: Object.assign([], { length: 2 ** 32 - 1 }) }],
  ['lists of the same lists', { platforms: [], prepare: [Array.from({ length: 18 }).reduce((step: object) => ({ parallel: [step, step] }), { run: 'make' })] }],
  ['options that nobody can count', Object.fromEntries(Array.from({ length: 100_001 }, (_, n) => [`a${n}`, n]))],
])('%s cannot go on for ever', (_what, options) => {
  const { wrong: problems, unknown } = readDeclaration('app', options);
  expect([...problems.map(({ what }) => what), ...unknown]).toEqual(['has more than 100000 values']);
});

test('null counts as left out, in every struct', () => {
  const given = (none: any) => {
    const { options, wrong: problems } = readDeclaration('app', {
      title: none,
      tags: none,
      version: none,
      guard: { runsOn: none },
      setupDoc: { path: none, sections: [{ id: 'trigger', heading: none, body: none, after: none }], drop: none, troubleshooting: none },
      readme: { path: none, heading: none },
      repositories: [Repository.self({ path: 'tool', fetchDepth: none, submodules: none, lfs: none, with: none }), Repository.github('acme/engine', none)],
      setup: [Setup.node('24', none), Setup.yarn(none), Setup.rust(none, none), Setup.rust(none, { targets: none, components: none })],
      prepare: [{ run: 'make', name: none, with: { a: none }, parallel: none }],
      platforms: [Platform.linuxX64({
        ...made, script: none, env: none, container: { image: 'acme/build', ports: none, credentials: none }, setup: none, secrets: [Secret.required({ secret: 'KEY', purpose: none, envName: none })],
      })],
    });
    expect(problems).toEqual([]);
    return JSON.stringify(normalise('app', options, { projectName: 'tool', directory: '', marker: '' }));
  };
  expect(given(null)).toBe(given(undefined));
});

test('every text is known with its place and what it is for, keys of records among them', () => {
  const { texts } = readDeclaration('app', {
    platforms: [Platform.of('linux', { ...made, env: { CHANNEL: 'beta' }, secrets: [Secret.optionalGroup('Signing', { secrets: ['KEY'], env: { CERT: 'KEY' }, without: 'Unsigned.' })] })],
    setup: [Setup.of({ parallel: [{ run: 'make', timeoutMinutes: '${{ 5 }}' as any }] })],
    ignore: { x: 'why' },
  });
  expect(texts.map(({ where, use, text }) => `${where} ${use} ${text}`)).toEqual([
    'id word app',
    'platforms[0].name word linux',
    'platforms[0].run[0] code make',
    'platforms[0].artifacts[0] path dist/*',
    'platforms[0].env variable CHANNEL',
    'platforms[0].env.CHANNEL code beta',
    'platforms[0].secrets[0].title name Signing',
    'platforms[0].secrets[0].secrets[0] secret KEY',
    'platforms[0].secrets[0].env variable CERT',
    'platforms[0].secrets[0].env.CERT secret KEY',
    'platforms[0].secrets[0].without prose Unsigned.',
    'setup[0].steps[0].parallel[0].run code make',
    'setup[0].steps[0].parallel[0].timeoutMinutes code ${{ 5 }}',
    'ignore word x',
    'ignore.x prose why',
  ]);
});
