import { Credential, Platform, Repository, Secret, Setup, TagBuild } from '../../../src';
import { build, fromJavaScript, linux, type Row } from '../row';

const made = { run: ['make'], artifacts: ['dist/*'] };

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
      ...says('repositories[3].credential.secret', 'undefined', 'a text'),
      ...says('repositories[4].credential.secret', 'undefined', 'a text'),
    ],
    good: build({ repositories: [Repository.self(fromJavaScript({ fetchDepth: 0, with: { clean: true } }))] }),
  },
  {
    rule: 'option-malformed',
    bad: build({ setup: [Setup.node(''), Setup.python(fromJavaScript(3.1)), Setup.pnpm(fromJavaScript(undefined)), Setup.of(fromJavaScript('npm ci'))] }),
    says: [
      ...says('setup[0].version', "the text ''", 'a text that is not empty'),
      ...says('setup[1].version', 'the number 3.1', 'a text that is not empty'),
      ...says('setup[2].version', "the text ''", 'a text that is not empty'),
      ...says('setup[3].steps[0]', "the text 'npm ci'", 'an object'),
    ],
    good: build({ setup: [Setup.node('24'), Setup.yarn(), Setup.rust(), Setup.of()] }),
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
      ...says('secrets[2].title', 'undefined', 'a text'),
      ...says('secrets[2].secrets[0]', 'undefined', 'a text'),
      ...says('secrets[3].envWithout', "the text 'x'", 'an object'),
      ...says('secrets[4].secrets', "the text 'KEY'", 'a list'),
    ],
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
