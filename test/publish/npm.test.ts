import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Registry, type Sent, startRegistry } from './fake-registry';
import { SCRIPT_FILE } from '../../projenrc/publish-script';
import type { NpmPlan } from '../../src/publish/contract';
import { distTagOf, npmVersionProblem } from '../../src/publish/npm/versions';

const SCRIPT = join(__dirname, '..', '..', SCRIPT_FILE);
const TARGET: NpmPlan = { package: '@acme/thing', tarball: '*.tgz', staged: true, distTag: 'latest' };

interface Case {
  /** Or what becomes of the sum of the tarball. */
  readonly registry?: Registry | ((integrity: string) => Registry);
  readonly target?: Partial<NpmPlan>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly manifest?: object;
  /** Files of the release besides the tarball. */
  readonly others?: readonly string[];
  /** Done to the directory of the job before the script runs. */
  readonly prepare?: (directory: string) => void;
}

interface Ended {
  readonly code: number;
  readonly said: readonly string[];
  readonly stdout: string;
  readonly sent: readonly Sent[];
  /** The sum of the tarball as npm says it. */
  readonly integrity: string;
  /** Whether a script of the package ran. */
  readonly ranScripts: boolean;
}

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'npm-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The script, by the real npm, against a registry on loopback. */
async function publish({ registry = {}, target, environment, manifest, others = [], prepare }: Case = {}): Promise<Ended> {
  const tarball = pack({ name: '@acme/thing', version: '1.2.3', ...manifest });
  const integrity = integrityOf(tarball);
  fillSet(tarball, others);
  const { url, sent, close } = await startRegistry(typeof registry === 'function' ? registry(integrity) : registry);
  try {
    prepare?.(directory);
    const [code, stdout] = await run(url, { TARGET: JSON.stringify({ ...TARGET, ...target }), ...environment });
    return {
      code,
      stdout,
      said: Array.from(stdout.matchAll(/^::(\w+) title=(.*?)::(.*)$/gm), ([, level, title, text]) => `${level}: ${title}: ${text.replaceAll('%25', '%').replaceAll(url, 'URL/')}`),
      sent,
      integrity,
      ranScripts: existsSync(join(directory, 'RAN')),
    };
  } finally {
    await close();
  }
}

/** A package with a script for each moment in which npm could run one. */
function pack(manifest: object): Buffer {
  const at = join(directory, 'package');
  mkdirSync(at);
  const scripts = Object.fromEntries(['prepare', 'prepack', 'postpack', 'prepublish', 'prepublishOnly', 'publish', 'postpublish', 'install'].map((name) => [name, `touch ${join(directory, 'RAN')}`]));
  writeFileSync(join(at, 'package.json'), JSON.stringify({ scripts, ...manifest }));
  // the same bytes for the same package
  return execFileSync('tar', ['-c', '--sort=name', '--mtime=@0', '--owner=0', '--group=0', '-z', '-C', directory, 'package']);
}

function fillSet(tarball: Buffer, others: readonly string[]): void {
  mkdirSync(join(directory, 'release/files'), { recursive: true });
  const files = { 'acme-thing-1.2.3.tgz': tarball, 'App.dmg': Buffer.from('dmg'), ...Object.fromEntries(others.map((name) => [name, Buffer.from('other')])) };
  Object.entries(files).forEach(([name, bytes]) => writeFileSync(join(directory, 'release/files', name), bytes));
  const recorded = Object.entries(files).map(([name, bytes]) => ({ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }));
  writeFileSync(join(directory, 'release/set.json'), JSON.stringify({ version: 1, tag: 'v1.2.3', repositories: [], files: recorded, absent: [], signatures: [] }));
}

/** Of what lies there, as the job that assembled would hand it on. */
function recordSum(): string {
  const file = join(directory, 'release/set.json');
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'none';
}

async function run(url: string, environment: Readonly<Record<string, string>>): Promise<[number, string]> {
  const env = {
    PATH: process.env.PATH,
    HOME: directory,
    npm_config_registry: url,
    npm_config_cache: join(directory, 'cache'),
    npm_config_fetch_retries: '0',
    GITHUB_ACTIONS: 'true',
    ACTIONS_ID_TOKEN_REQUEST_URL: `${url}id-token`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job',
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: url,
    GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/desktop.yml@refs/tags/v1.2.3',
    REAL: 'true',
    TAG: 'v1.2.3',
    VERSION: '1.2.3',
    PRERELEASE: 'false',
    RECORD_SHA256: recordSum(),
    ...environment,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, 'npm'], { cwd: directory, env }, (error, stdout) => resolve([error ? Number(error.code) : 0, stdout]));
  });
}

function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

test('a version is staged by the token that npm gives this job, and it is said who approves it', async () => {
  const { code, said, sent, integrity, ranScripts } = await publish({});

  expect({ code, ranScripts }).toEqual({ code: 0, ranScripts: false });
  expect(sent).toEqual([expect.objectContaining({ method: 'POST', path: '/-/stage/package/@acme/thing', authorization: 'Bearer of-the-registry' })]);
  expect(sent[0].body.versions['1.2.3'].dist.integrity).toBe(integrity);
  expect(sent[0].body['dist-tags']).toEqual({ latest: '1.2.3' });
  expect(said).toEqual([
    'notice: A version waits for approval: @acme/thing 1.2.3 is staged as stage-1, and not public yet. A maintainer of the package approves it with a second factor: '
    + 'on npmjs.com, among the staged packages, or by "npm stage approve stage-1", after "npm stage view stage-1".',
  ]);
});

test('a version is published; a pre-release has a tag of its own, and what stands behind a plus npm leaves out', async () => {
  const version = '1.2.3-beta.1+build.5';
  const { code, said, stdout, sent, ranScripts } = await publish({ target: { staged: false }, others: ['b.zip'], manifest: { version }, environment: { VERSION: version } });

  expect({ code, said, ranScripts }).toEqual({ code: 0, said: [], ranScripts: false });
  expect(sent).toEqual([expect.objectContaining({ method: 'PUT', path: '/@acme/thing', authorization: 'Bearer of-the-registry' })]);
  expect(sent[0].body['dist-tags']).toEqual({ beta: '1.2.3-beta.1' });
  expect(stdout).toMatch(/^@acme\/thing 1\.2\.3-beta\.1 is published\.$/m);
});

test.each([
  ['1.2.3-beta.1', 'beta'], ['1.2.3-rc1', 'rc'], ['1.2.3-1', 'next'], ['1.2.3-x.1', 'next'], ['1.2.3-latest.1', 'next'], ['1.2.3', 'stable'],
])('%s is tagged as %s', (version, tag) => {
  expect(distTagOf(version, 'stable')).toBe(tag);
});

describe('a version that is there already', () => {
  test('and the same is no error, and nothing is sent', async () => {
    const { code, said, sent } = await publish({ registry: (integrity) => ({ published: { '1.2.3': integrity } }) });

    expect({ code, sent }).toEqual({ code: 0, sent: [] });
    expect(said).toEqual(['notice: npm has the version already: npm has @acme/thing 1.2.3 already, with the same content. Nothing was sent.']);
  });

  test('and another one is', async () => {
    const { code, said, sent, integrity } = await publish({ registry: { published: { '1.2.3': 'sha512-other' } } });

    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(said).toEqual([`error: npm has another file of the version: npm has @acme/thing 1.2.3 with sha512-other; this run built ${integrity}. A published version cannot be replaced: raise the version, and push the next tag.`]);
  });

  test('and staged waits for its approval', async () => {
    const { code, said } = await publish({ registry: { onPublish: { status: 409, body: { error: 'already staged' } } } });

    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^warning: A version waits for approval: npm holds @acme\/thing 1\.2\.3 staged already, .* This run built sha512-/),
    ]);
  });
});

test('an answer that was lost is not an error where the version is there', async () => {
  const registry = { onPublish: { status: 503, body: {} }, answerIsLost: true };

  expect(await publish({ target: { staged: false }, registry })).toMatchObject({ code: 0, said: [] });
});

describe('npm refuses', () => {
  const advice = 'The package must exist, and its settings on npmjs\\.com name as trusted publisher acme/app with the workflow file desktop\\.yml, the environment of the job, and the right to publish\\.';

  test.each<[string, Registry, string]>([
    ['the publisher', { trusts: false }, 'ENEEDAUTH '],
    ['the right', { onPublish: { status: 403, body: { error: 'OIDC permission denied for this action' } } }, 'E403 .*OIDC permission denied'],
    ['a package that it does not have', { onView: { status: 404, body: {} }, onPublish: { status: 404, body: {} } }, 'E404 '],
  ])('%s', async (_, registry, reason) => {
    const { code, said } = await publish({ registry, target: { staged: false } });

    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(new RegExp(`^error: npm refuses the package: npm refused @acme/thing: ${reason}.*${advice}`))]);
  });

  test('to answer', async () => {
    const { code, said, sent } = await publish({ registry: { onView: { status: 500, body: {} } } });

    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(said).toEqual([expect.stringMatching(/^error: npm does not answer: npm could not be asked for @acme\/thing 1\.2\.3: E500 .*Choose "Re-run failed jobs"\.$/)]);
  });
});

describe('nothing is sent where', () => {
  test.each<[string, Case, RegExp]>([
    ['it is a rehearsal', { environment: { REAL: 'false' } }, /a rehearsal publishes nothing/],
    ['there is no tarball', { target: { tarball: '*.tar' } }, /'\*\.tar' matches no file of the release, and one is needed/],
    ['there are two', { others: ['b.tgz'] }, /'\*\.tgz' matches acme-thing-1\.2\.3\.tgz, b\.tgz of the release/],
    ['it is no package', { target: { tarball: 'App.*' } }, /npm takes App\.dmg for no package/],
    ['it is another package', { target: { package: '@acme/other' } }, /acme-thing-1\.2\.3\.tgz is @acme\/thing 1\.2\.3; wanted is @acme\/other 1\.2\.3/],
    ['it is another version', { environment: { VERSION: '1.2.4' } }, /is @acme\/thing 1\.2\.3; wanted is @acme\/thing 1\.2\.4/],
    ['it was changed', { prepare: (at) => writeFileSync(join(at, 'release/files/acme-thing-1.2.3.tgz'), 'x') }, /differs from its record: acme-thing-1\.2\.3\.tgz has other bytes/],
    ['nothing was downloaded', { prepare: (at) => rmSync(join(at, 'release'), { recursive: true }) }, /release\/set\.json is not there: the artifact of the job "assemble" was not downloaded/],
    ['it was assembled for another tag', { environment: { TAG: 'v1.2.2' } }, /was assembled for tag 'v1\.2\.3', and this run is for 'v1\.2\.2'/],
    ['npm is too old', { prepare: (at) => oldNpm(at), environment: { PATH: '' } }, /npm is 10\.9\.0, and staged publishing needs 11\.15\.0 or newer\. Set up Node\.js/],
    ['there is no npm', { environment: { PATH: '/nowhere' } }, /There is no npm on this machine/],
  ])('%s', async (_, { environment, ...how }, message) => {
    const PATH = environment?.PATH === '' ? [join(directory, 'bin'), process.env.PATH].join(delimiter) : environment?.PATH;
    const { code, said, sent } = await publish({ ...how, environment: { ...environment, ...PATH === undefined ? {} : { PATH } } });

    expect({ code, sent }).toEqual({ code: 1, sent: [] });
    expect(said).toEqual([expect.stringMatching(message)]);
  });
});

function oldNpm(at: string): void {
  mkdirSync(join(at, 'bin'));
  writeFileSync(join(at, 'bin/npm'), '#!/bin/sh\necho \'{ "npm": "10.9.0" }\'\n');
  chmodSync(join(at, 'bin/npm'), 0o755);
}

test.each([
  ['11.15.0', true, true], ['11.14.9', true, false], ['11.5.1', false, true], ['11.5.0', false, false], ['10.99.99', false, false], ['12.0.0', true, true], ['12.0.0-pre.1', true, true], ['undefined', false, false],
])('npm %s stages (%j): %j', (version, staged, can) => {
  expect(npmVersionProblem(version, staged) === undefined).toBe(can);
});
