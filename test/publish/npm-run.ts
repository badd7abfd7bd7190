import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Registry, type Sent, startRegistry } from './fake-registry';
import { SCRIPT_FILE } from '../../projenrc/publish-script';
import type { NpmPlan } from '../../src/publish/contract';

const SCRIPT = join(__dirname, '..', '..', SCRIPT_FILE);
const TARGET: NpmPlan = { package: '@acme/thing', tarball: '*.tgz', staged: true, distTag: 'latest' };

export interface Case {
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

export interface Ended {
  readonly code: number;
  readonly said: readonly string[];
  readonly stdout: string;
  readonly sent: readonly Sent[];
  /** The sum of the tarball as npm says it. */
  readonly integrity: string;
  /** Whether a script of the package ran. */
  readonly ranScripts: boolean;
}

/** Of the job. */
export let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'npm-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The script, by the real npm, against a registry on loopback. */
export async function publish({ registry = {}, target, environment, manifest, others = [], prepare }: Case = {}): Promise<Ended> {
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
