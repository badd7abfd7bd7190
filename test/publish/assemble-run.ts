import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SCRIPT_FILE } from '../../projenrc/publish-script';
import type { AssemblePlan, PlannedLeg, ReleaseSet } from '../../src/publish/contract';
import { parseOutputs } from '../support/run-script';

const SCRIPT = join(__dirname, '..', '..', SCRIPT_FILE);

/** What the script said and left behind. */
export interface Assembled {
  readonly code: number;
  /** Level, title and text of each annotation. */
  readonly said: readonly string[];
  /** The lines of its log. */
  readonly logged: readonly string[];
  readonly summary: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** Names in release/files; none where there is no such directory. */
  readonly files: readonly string[];
  readonly set: ReleaseSet | undefined;
  /** What small files of the release hold, by their names. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** The text of a small file of the set. */
  read(file: string): string;
}

/** Larger ones are sparse, and nobody looks into them. */
const SMALL = 1024 * 1024;

/** A leg's artifact: what it holds by its paths. A number is the size of a sparse file. */
export type Artifact = Readonly<Record<string, string | number | Buffer>>;

export interface Legs {
  readonly [name: string]: Partial<PlannedLeg> & { readonly holds?: Artifact; readonly prepare?: (directory: string) => void };
}

type Environment = Readonly<Record<string, string>>;

const ENVIRONMENT: Environment = {
  REAL: 'true',
  TAG: 'v1.2.3',
  NAME: 'v1.2.3',
  VERSION: '1.2.3',
  PRERELEASE: 'false',
  COMMITS: `engine ${'b'.repeat(40)}\n`,
  GITHUB_REPOSITORY: 'acme/app',
  GITHUB_REF_NAME: 'v1.2.3',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_RUN_ID: '4711',
  GITHUB_SERVER_URL: 'https://github.com',
};

const PLAN: Omit<AssemblePlan, 'legs'> = {
  build: 'desktop',
  assetName: '',
  checksums: true,
  manifest: true,
  updaters: [],
  sbom: '',
  bundles: [],
  repositories: [{ id: 'app', name: '', ref: '' }, { id: 'engine', name: 'acme/engine', ref: 'main' }],
  targets: ['a GitHub release in acme/releases'],
};

/** Runs the committed script on directories of legs; the directory in which it ran is gone afterwards. */
export async function assembled(legs: Legs, plan: Partial<AssemblePlan> = {}, environment: Environment = {}): Promise<Assembled> {
  const directory = mkdtempSync(join(tmpdir(), 'assemble-'));
  try {
    return await runIn(directory, legs, plan, environment);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function runIn(directory: string, legs: Legs, plan: Partial<AssemblePlan>, environment: Environment): Promise<Assembled> {
  const planned = Object.entries(legs).map(([name, { holds = {}, prepare, ...leg }]): PlannedLeg => {
    const { job, platform } = { job: 'build', platform: name, ...leg };
    const at = join(directory, 'legs', job, platform);
    fill(at, holds);
    prepare?.(at);
    return { job, platform, name, patterns: ['dist/**'], unneeded: [], root: 'dist', allowedToFail: '', signings: [], ...leg };
  });
  ['summary', 'output'].forEach((name) => writeFileSync(join(directory, name), ''));
  const [GITHUB_STEP_SUMMARY, GITHUB_OUTPUT] = ['summary', 'output'].map((name) => join(directory, name));
  const told = JSON.stringify({ ...PLAN, legs: planned, ...plan });
  const env = { PATH: process.env.PATH, GITHUB_STEP_SUMMARY, GITHUB_OUTPUT, PLAN: told, ...ENVIRONMENT, ...environment };
  const [code, stdout, stderr] = await new Promise<[number, string, string]>((resolve) => {
    execFile(process.execPath, [SCRIPT, 'assemble'], { cwd: directory, env }, (error, out, err) => resolve([error ? Number(error.code) : 0, out, err]));
  });
  const release = join(directory, 'release');
  const files = existsSync(join(release, 'files')) ? readdirSync(join(release, 'files')).sort() : [];
  const small = files.filter((name) => statSync(join(release, 'files', name)).size < SMALL);
  const contents = new Map(small.map((name) => [name, readFileSync(join(release, 'files', name))]));
  const record = existsSync(join(release, 'set.json')) ? readFileSync(join(release, 'set.json'), 'utf8') : '';
  return {
    code,
    said: Array.from(stdout.matchAll(/^::(\w+) title=(.*?)::(.*)$/gm), ([, level, title, text]) => `${level}: ${title}: ${text.replaceAll('%25', '%')}`),
    logged: stdout.split('\n'),
    summary: readFileSync(join(directory, 'summary'), 'utf8'),
    stderr,
    outputs: parseOutputs(readFileSync(GITHUB_OUTPUT, 'utf8')),
    files,
    set: record ? JSON.parse(record) : undefined,
    contents,
    read: (file) => file === 'set.json' ? record : String(contents.get(file.slice('files/'.length))),
  };
}

function fill(directory: string, holds: Artifact): void {
  for (const [path, content] of Object.entries(holds)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'number' ? '' : content);
    if (typeof content === 'number') {
      truncateSync(file, content);
    }
  }
}
