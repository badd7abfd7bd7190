import * as fc from 'fast-check';
import { Credential, FollowUp, Platform, PublishTarget, ReleaseFlag, ReleaseNotes, Repository, Secret, Setup } from '../../src';

/** A call of a static method, which a mutation can still change. */
interface Call {
  readonly word: (...parameters: any[]) => unknown;
  readonly parameters: unknown[];
}

function call(word: (...parameters: any[]) => unknown, ...parameters: unknown[]): Call {
  return { word, parameters };
}

/** A good declaration that uses every word, before anything is called. */
export function parts(): { id: unknown; options: unknown } {
  const step = { name: 'Install', id: 'deps', run: 'make deps', env: { CHANNEL: 'none' }, timeoutMinutes: 5, continueOnError: true };
  const secrets = [
    call(Secret.required, { secret: 'A', purpose: 'signing', envName: 'B' }),
    call(Secret.optional, { secret: 'C', without: 'None.', envWithout: { D: '1' } }),
    call(Secret.requiredGroup, 'Windows', { secrets: ['E', 'F'], env: { G: 'E' } }),
    call(Secret.optionalGroup, 'Apple', { secrets: ['H'], without: 'None.' }),
  ];
  const setup = [
    call(Setup.node, '22', { with: { 'check-latest': 'true' } }), call(Setup.pnpm, '10', {}), call(Setup.python, '3.13', {}),
    call(Setup.rust, 'stable', { targets: ['aarch64-apple-darwin'], components: ['rustfmt'] }), call(Setup.of, { name: 'Tool', run: './tool' }),
    call(Setup.apt, ['rpm', 'jq=1.7']), call(Setup.brew, ['create-dmg']), call(Setup.cask, ['wine-stable']), call(Setup.choco, ['nsis']), call(Setup.winget, ['NSIS.NSIS']),
  ];
  const options = {
    platforms: [
      call(Platform.linuxX64, {
        run: ['make'],
        artifacts: ['dist/*'],
        env: { CHANNEL: 'beta' },
        environment: 'signing',
        timeoutMinutes: 10,
        secrets,
        container: { image: 'acme/build', env: { TZ: 'UTC' }, ports: [80], credentials: { username: 'ci', password: '${{ github.token }}' } },
        preBuildSteps: [{ parallel: [{ run: 'make a' }, { run: 'make b' }] }],
      }),
      call(Platform.of, 'own', {
        run: ['make'],
        artifacts: ['dist/*'],
        runsOn: ['self-hosted'],
        artifactName: 'own',
        allowedToFail: 'It is new.',
        setup: [call(Setup.npm), call(Setup.yarn)],
      }),
    ],
    title: 'App',
    tags: ['v*'],
    rehearsal: true,
    version: { files: ['package.json'] },
    repositories: [
      call(Repository.self, { path: 'app', fetchDepth: 0, submodules: 'true', with: { clean: 'true' } }),
      call(Repository.github, 'acme/a', { credential: call(Credential.token, { secret: 'T' }), ref: 'main', lfs: true }),
      call(Repository.github, 'acme/b', { credential: call(Credential.deployKey, { secret: 'K' }) }),
      call(Repository.github, 'acme/c', { credential: call(Credential.githubApp, { clientId: { variable: 'ID' }, privateKey: { secret: 'P' } }) }),
      call(Repository.github, 'acme/d', { credential: call(Credential.workflowToken) }),
    ],
    workingDirectory: 'app',
    setup,
    prepare: [step, { uses: `acme/action@${'0123456789'.repeat(4)}`, with: { token: '${{ github.token }}' } }],
    postBuildSteps: [{ name: 'Wait', wait: ['deps'] }, { waitAll: true }],
    secrets: [call(Secret.required, { secret: 'Z' })],
    timeoutMinutes: 60,
    retentionDays: 5,
    guard: { runsOn: ['ubuntu-24.04'] },
    publish: [
      call(PublishTarget.githubRelease, {
        title: 'App {version}', notes: call(ReleaseNotes.text, 'App {version}.', { commits: true }), latest: ReleaseFlag.AUTO, discussionCategory: 'News', environment: 'public',
      }),
      call(PublishTarget.githubRelease, {
        repository: 'acme/releases',
        credential: call(Credential.token, { secret: 'R' }),
        notes: call(ReleaseNotes.generated, { previousTag: 'v1.0.0' }),
        prerelease: ReleaseFlag.NEVER,
        draftOnly: true,
        environment: 'public',
      }),
      call(PublishTarget.steps, 'pypi', {
        steps: [{ name: 'Publish', run: './publish' }],
        permissions: [{ permission: 'id-token', access: 'write', reason: 'prove to PyPI what it is' }],
        secrets: [call(Secret.required, { secret: 'Y' })],
        runsOn: ['ubuntu-24.04'],
        timeoutMinutes: 5,
      }),
      call(PublishTarget.npm, { package: '@acme/app', tarball: '*.tgz', staged: true, distTag: 'latest', environment: 'npm' }),
      call(FollowUp.workflow, { repository: 'acme/website', workflow: 'release.yml', credential: call(Credential.token, { secret: 'W' }), inputs: { tag: '{tag}' } }),
    ],
    release: { assetName: '{name}-{platform}{ext}', checksums: true, manifest: false, runsOn: ['ubuntu-24.04'] },
    setupDoc: {
      path: 'docs/app.md',
      sections: [{ id: 'faq', heading: 'FAQ', body: 'None.', after: 'trigger' }],
      drop: ['checklist'],
      troubleshooting: [{ message: 'a', cause: 'b', cure: 'c' }],
    },
    readme: { path: 'README.md', heading: 'App' },
    ignore: { 'runner-label-unknown': 'ours', 'scalar-too-long': 'the guard has no expression' },
  };
  return { id: 'app', options };
}

/** A value that is put in another one's place, and that nothing here looks into. */
export class Stranger {
  constructor(public readonly make: () => unknown) {}

  /** How a counterexample is printed. */
  public toString(): string {
    return String(this.make);
  }
}

/** The declaration that a mutated one calls for. */
export function declared(part: unknown): any {
  if (part instanceof Stranger) {
    return part.make();
  }
  if (Array.isArray(part)) {
    return part.map(declared);
  }
  if (typeof part !== 'object' || part === null) {
    return part;
  }
  return isCall(part)
    ? part.word(...part.parameters.map(declared))
    : Object.fromEntries(Object.entries(part).map(([key, value]) => [key, declared(value)]));
}

/** Where something can be put in another thing's place. */
export type Path = readonly string[];

export function pathsOf(part: unknown, path: Path = []): Path[] {
  const children = typeof part === 'object' && part !== null ? Object.entries(part) : [];
  return [...path.length && path.at(-1) !== 'parameters' ? [path] : [], ...children.filter(([key]) => key !== 'word').flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

/** Puts a stranger at a place, or takes away what is there. A place that an earlier change took away stays so. */
export function put(part: any, [key, ...rest]: Path, value: Stranger | undefined): void {
  if (rest.length) {
    if (part[key] && !(part[key] instanceof Stranger)) {
      put(part[key], rest, value);
    }
  } else if (value) {
    part[key] = value;
  } else {
    delete part[key];
  }
}

/** What nothing in a declaration should be. Each is made anew: some can be used once only. */
const HOSTILE: readonly (() => unknown)[] = [
  () => undefined, () => null, () => NaN, () => Infinity, () => -1, () => 0, () => 1.5, () => 1n, () => true,
  () => '', () => ' ', () => '${{ x }}',
  () => '\u202e\n\0\ud800', () => Symbol('x'), () => () => 'x', () => [], () => [null], () => [[]], () => ({}), () => Object.create(null),
  () => new Date(NaN), () => new Map([['a', 1]]), () => new Set(['a']), () => /x/, () => new Error('x'), () => new Uint8Array(3),
  () => Promise.resolve(1), () => Object('x'),
  () => JSON.parse('{"__proto__": "x", "constructor": "y", "toString": 1}'),
  () => Object.assign([], { length: 2 ** 32 - 1 }),
  () => { const circle: any = { a: [] }; circle.a.push(circle); circle.parallel = [circle]; return circle; },
  () => { let deep: any = []; for (let n = 0; n < 20_000; n++) { deep = [deep]; } return deep; },
  () => { let deep: any = { run: 'x' }; for (let n = 0; n < 20_000; n++) { deep = { parallel: [deep] }; } return deep; },
  () => { let wide: any = { run: 'x' }; for (let n = 0; n < 30; n++) { wide = { parallel: [wide, wide] }; } return [wide]; },
  () => ({ get run() { throw new Error('run'); }, get a() { throw new TypeError('a'); } }),
  () => { let n = 0; return { get run() { return n++ ? 1 : 'x'; }, get artifacts() { return n++ ? null : ['x']; } }; },
  () => ({ toString() { throw new Error('toString'); }, toJSON() { throw new Error('toJSON'); } }),
  () => new Proxy({}, { get() { throw new Error('get'); } }),
  () => new Proxy({}, { ownKeys() { throw new Error('ownKeys'); }, has() { throw new Error('has'); }, getPrototypeOf() { throw new Error('proto'); } }),
  () => new Proxy([], { get: (_target, key) => key === 'length' ? 1e12 : 'x' }),
  () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; },
  () => ({ constructor: { get name() { throw new Error('name'); } } }),
  () => ({ constructor: { name: Symbol('x') } }),
  () => Object.create({ platforms: 1, run: ['inherited'] }),
  () => new (class Options { public run = ['x']; public get artifacts(): string[] { return ['dist/*']; } })(),
  () => Object.create(Platform.prototype), () => Object.create(Secret.prototype), () => Object.create(Setup.prototype),
  () => Platform.linuxX64(undefined as any), () => Secret.required(undefined as any), () => Credential.githubApp({} as any),
  () => Setup.of(), () => Repository.self(null as any),
  () => ({ ...Platform.linuxX64({ artifacts: [] }) }),
];

export const stranger: fc.Arbitrary<Stranger> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE).map((make) => new Stranger(make)) },
  {
    weight: 1,
    arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true, withSparseArray: true })
      .map((value) => new Stranger(() => value)),
  },
);

function isCall(part: object): part is Call {
  return 'word' in part && 'parameters' in part;
}
