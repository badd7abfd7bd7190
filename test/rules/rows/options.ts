import { BuildJob, Credential, Platform, PublishTarget, Repository, Secret, Setup, TagBuild } from '../../../src';
import { build, fromJavaScript, linux, type Row } from '../row';

const made = { run: ['make'], artifacts: ['dist/*'] };

/** A step that is one of its own steps. */
function circle(): object {
  const step: { parallel: object[] } = { parallel: [] };
  step.parallel.push(step);
  return step;
}

/** A problem of one value: what it is, what is allowed, what to do. */
function says(where: string, got: string, allowed: keyof typeof FIXES): string[] {
  return [`${where}: is ${got}; allowed is ${allowed}.`, FIXES[allowed]];
}

const FIXES = {
  'a text': 'Write it in quotes.',
  'a text that is not empty': 'Write it in quotes.',
  'a number': 'Write it without quotes.',
  'true or false': 'Write it without quotes.',
  'a list': 'Write it in brackets: [...].',
  'an object': 'Write it in braces: { ... }.',
  "one of 'false', 'true', 'recursive'": 'Choose one of them.',
  "one of 'auto', 'always', 'never'": 'Choose one of them.',
  'what a static method of BuildJob makes': "Begin with 'BuildJob.' and choose one.",
  'what a static method of Secret makes': "Begin with 'Secret.' and choose one.",
  'what a static method of Platform makes': "Begin with 'Platform.' and choose one.",
  'what a static method of Repository makes': "Begin with 'Repository.' and choose one.",
};

/** What only JavaScript lets through. */
export const optionRows: readonly Row[] = [
  {
    rule: 'option-malformed',
    bad: build(fromJavaScript({
      tags: 'v*',
      rehearsal: 'no',
      workingDirectory: 5,
      prepare: ['npm ci'],
      retentionDays: '5',
      guard: [],
      setupDoc: 'docs/x.md',
      readme: { path: 7 },
      ignore: { x: true },
      needs: { job: 'web', path: 'web' },
      publish: [PublishTarget.githubRelease(fromJavaScript({ latest: true }))],
      jobs: [BuildJob.of(fromJavaScript(1), fromJavaScript({ platforms: [linux], handedOn: 'no', needs: [{ job: 'web' }] })), linux],
    })),
    says: [
      ...says('tags', "the text 'v*'", 'a list'),
      ...says('rehearsal', "the text 'no'", 'true or false'),
      ...says('workingDirectory', 'the number 5', 'a text'),
      ...says('prepare[0]', "the text 'npm ci'", 'an object'),
      ...says('retentionDays', "the text '5'", 'a number'),
      ...says('guard', 'a list', 'an object'),
      ...says('setupDoc', "the text 'docs/x.md'", 'an object'),
      ...says('readme.path', 'the number 7', 'a text'),
      ...says('ignore.x', 'the boolean true', 'a text'),
      ...says('needs', 'an object (Object)', 'a list'),
      ...says('publish[0].latest', 'the boolean true', "one of 'auto', 'always', 'never'"),
      ...says('jobs[0].id', 'the number 1', 'a text'),
      ...says('jobs[0].handedOn', "the text 'no'", 'true or false'),
      ...says('jobs[0].needs[0].path', 'undefined', 'a text'),
      ...says('jobs[1]', 'an object (Platform)', 'what a static method of BuildJob makes'),
    ],
    good: build(fromJavaScript({
      platforms: [Platform.linuxX64(fromJavaScript({ ...made, script: null, env: null, container: null }))],
      repositories: [Repository.self(fromJavaScript({ path: null, fetchDepth: null, submodules: null, lfs: null, with: null }))],
      setup: [Setup.node('22', fromJavaScript(null)), Setup.rust(fromJavaScript(null), fromJavaScript(null))],
      workingDirectory: null,
      tags: null,
      setupDoc: null,
      readme: null,
      ignore: null,
    })),
  },
  {
    rule: 'option-malformed',
    bad: build({
      platforms: fromJavaScript([
        Platform.linuxX64(fromJavaScript({ run: 'make', artifacts: 'x', env: { A: undefined, B: () => '' } })),
        undefined,
        Platform.macosX64(fromJavaScript(undefined)),
        Platform.of(fromJavaScript(null), made),
      ]),
    }),
    says: [
      ...says('platforms[0].run', "the text 'make'", 'a list'),
      ...says('platforms[0].artifacts', "the text 'x'", 'a list'),
      ...says('platforms[0].env.A', 'undefined', 'a text'),
      ...says('platforms[0].env.B', 'a function', 'a text'),
      ...says('platforms[1]', 'undefined', 'what a static method of Platform makes'),
      ...says('platforms[2]', 'undefined', 'an object'),
      ...says('platforms[3].name', 'null', 'a text'),
    ],
  },
  {
    rule: 'option-malformed',
    bad: build({
      repositories: fromJavaScript([
        'acme/app',
        Repository.github('acme/b', fromJavaScript('main')),
        Repository.github('acme/c', { credential: Credential.token(fromJavaScript({})) }),
        Repository.github('acme/d', { credential: Credential.githubApp(fromJavaScript(undefined)) }),
        Repository.github('acme/e', { credential: Credential.deployKey(fromJavaScript(undefined)) }),
      ]),
    }),
    says: [
      ...says('repositories[0]', "the text 'acme/app'", 'what a static method of Repository makes'),
      ...says('repositories[1]', "the text 'main'", 'an object'),
      ...says('repositories[2].credential.secret', 'undefined', 'a text'),
      ...says('repositories[3].credential', 'undefined', 'an object'),
      ...says('repositories[4].credential', 'undefined', 'an object'),
    ],
    good: build({ repositories: [Repository.self(fromJavaScript({ fetchDepth: 0, with: { clean: true } }))] }),
  },
  {
    rule: 'option-malformed',
    bad: build({ setup: [Setup.node(''), Setup.python(fromJavaScript(3.1)), Setup.go(fromJavaScript(undefined)), Setup.of(fromJavaScript('npm ci'))] }),
    says: [
      "setup[0].version: is the text ''; allowed is a text that is not empty.",
      'Fill it in.',
      ...says('setup[1].version', 'the number 3.1', 'a text that is not empty'),
      ...says('setup[2].version', 'undefined', 'a text that is not empty'),
      ...says('setup[3].steps[0]', "the text 'npm ci'", 'an object'),
    ],
    good: build({ setup: [Setup.node('24'), Setup.yarn(), Setup.rust(), Setup.of()] }),
  },
  {
    rule: 'option-malformed',
    bad: build({ platforms: ['toString', '__proto__'].map((kind) => Object.assign(Object.create(Platform.prototype), { _spec: { kind } })) }),
    says: [0, 1].flatMap((index) => [
      `platforms[${index}]: is of no kind that a static method of Platform makes.`,
      FIXES['what a static method of Platform makes'],
    ]),
  },
  {
    rule: 'option-malformed',
    bad: build({
      prepare: [{ run: 'make', env: { constructor: 'x', toString: 'x' } as unknown as Record<string, string> }],
      secrets: [Secret.required({ secret: 'constructor' }), Secret.required({ secret: 'KEY', envName: '__proto__' }), Secret.requiredGroup('Signing', { secrets: ['toJSON'] })],
    }),
    says: [
      "prepare[0].env: has the key 'constructor', which JavaScript keeps for itself.",
      'Choose another name.',
      ...[".secret: is 'constructor'", ".envName: is '__proto__'", ".secrets[0]: is 'toJSON'"].flatMap((is, index) => [
        `secrets[${index}]${is}, which JavaScript keeps for itself.`,
        'Choose another name.',
      ]),
    ],
    good: build({ secrets: [Secret.required({ secret: 'CONSTRUCTOR' }), Secret.required({ secret: 'KEY', envName: 'toString' })] }),
  },
  {
    rule: 'option-malformed',
    bad: build({
      secrets: fromJavaScript([
        'KEY',
        linux,
        Secret.required(fromJavaScript(undefined)),
        Secret.optional(fromJavaScript({ secret: 'KEY', envName: null, envWithout: 'x' })),
        Secret.requiredGroup('Signing', fromJavaScript({ secrets: 'KEY' })),
      ]),
    }),
    says: [
      ...says('secrets[0]', "the text 'KEY'", 'what a static method of Secret makes'),
      ...says('secrets[1]', 'an object (Platform)', 'what a static method of Secret makes'),
      ...says('secrets[2]', 'undefined', 'an object'),
      ...says('secrets[3].envWithout', "the text 'x'", 'an object'),
      ...says('secrets[3].without', 'undefined', 'a text'),
      ...says('secrets[4].secrets', "the text 'KEY'", 'a list'),
    ],
  },
  {
    rule: 'option-malformed',
    bad: build(fromJavaScript({
      tags: Object.assign([], { length: 2 }),
      prepare: [{ parallel: 'x' }, { run: 'make', with: { a: NaN, b: 1n, c: null }, timeoutMinutes: '5 minutes', env: { A: Symbol('a') } }, circle()],
      platforms: [Platform.linuxX64(fromJavaScript({ script: ' ', artifacts: ['dist/*'], env: JSON.parse('{"__proto__": "x"}'), container: { ports: 80 }, get environment() { throw new Error('not yet'); } }))],
      repositories: [Repository.self(fromJavaScript({ submodules: 'yes', with: new Map([['clean', 'false']]) }))],
      setup: [Setup.rust('stable', fromJavaScript({ targets: null, components: 'rustfmt' }))],
      guard: linux,
      readme: new Date(0),
    })),
    says: [
      "platforms[0].script: is the text ' '; allowed is a text that is not empty.",
      'Fill it in, or leave it out.',
      "platforms[0].env: has the key '__proto__', which JavaScript keeps for itself.",
      'Choose another name.',
      ...says('platforms[0].container.ports', 'the number 80', 'a list'),
      ...says('platforms[0].container.image', 'undefined', 'a text'),
      'platforms[0].environment: cannot be read, because it throws an error when it is looked at.',
      'Write a plain value.',
      ...says('tags[0]', 'undefined', 'a text'),
      ...says('tags[1]', 'undefined', 'a text'),
      ...says('prepare[0].parallel', "the text 'x'", 'a list'),
      ...says('prepare[1].with.a', 'the number NaN', 'a text'),
      ...says('prepare[1].with.b', 'a bigint', 'a text'),
      ...says('prepare[1].env.A', 'a symbol', 'a text'),
      'prepare[2].parallel[0]: contains itself.',
      'Write each value where it belongs.',
      ...says('repositories[0].submodules', "the text 'yes'", "one of 'false', 'true', 'recursive'"),
      ...says('repositories[0].with', 'an object (Map)', 'an object'),
      ...says('setup[0].components', "the text 'rustfmt'", 'a list'),
      ...says('guard', 'an object (Platform)', 'an object'),
      ...says('readme', 'an object (Date)', 'an object'),
    ],
  },
  {
    rule: 'option-unknown',
    bad: build(fromJavaScript({
      tag: ['v*'],
      retentionDay: 5,
      platforms: [Platform.linuxX64(fromJavaScript({ ...made, runson: ['macos-15'], secret: [Secret.required({ secret: 'KEY' })] }))],
      repositories: [
        Repository.self(fromJavaScript({ path: 'tool', ref: 'main' })),
        Repository.github('acme/b', { credential: Credential.token(fromJavaScript({ secret: 'KEY', token: 'x' })) }),
      ],
      setup: [Setup.node('24', fromJavaScript({ cache: 'npm' }))],
      secrets: [Secret.required(fromJavaScript({ secret: 'A', env: 'B' })), Secret.requiredGroup('Signing', fromJavaScript({ secrets: ['C'], without: 'None.' }))],
      prepare: [{ run: 'make', parallel: [{ 'run': 'make', 'working-directory': 'x' }] }],
      setupDoc: { sections: [{ id: 'trigger', position: 1 }] },
    })),
    says: [
      ["options: has no option 'tag'", "Did you mean 'tags'?"],
      ["options: has no option 'retentionDay'", "Did you mean 'retentionDays'?"],
      ["platforms[0]: has no option 'runson'", "Did you mean 'runsOn'?"],
      ["platforms[0]: has no option 'secret'", "Did you mean 'secrets'?"],
      ["repositories[0]: has no option 'ref'", 'There are: path, submodules, lfs, fetchDepth, sparse, filter, with.'],
      ["repositories[1].credential: has no option 'token'", 'There are: secret.'],
      ["setup[0]: has no option 'cache'", 'There are: with.'],
      ["secrets[0]: has no option 'env'", 'There are: secret, purpose, envName.'],
      ["secrets[1]: has no option 'without'", 'There are: secrets, purpose, env.'],
      ["prepare[0].parallel[0]: has no option 'working-directory'", "Did you mean 'workingDirectory'?"],
      ["setupDoc.sections[0]: has no option 'position'", 'There are: id, heading, body, after.'],
    ].flatMap(([what, fix]) => [`${what}.`, fix]),
    good: build(fromJavaScript({ tag: undefined, retentionDay: null, repositories: [Repository.self({ fetchDepth: 0 })] })),
  },
  {
    rule: 'option-malformed',
    bad: build(fromJavaScript({ platforms: linux }), fromJavaScript(null)),
    says: [
      ...says('id', 'null', 'a text'),
      ...says('platforms', 'an object (Platform)', 'a list'),
    ],
  },
  {
    rule: 'option-malformed',
    bad: { ...build({}), declare: (project) => { new TagBuild(project, 'app', fromJavaScript(undefined)); } },
    says: says('options', 'undefined', 'an object'),
  },
];
