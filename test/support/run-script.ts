import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ASSETS = join(__dirname, '..', '..', 'assets');

const MANIFESTS = ['manifests', 'manifest-json', 'manifest-toml', 'manifest-xml', 'manifest-lines'] as const;

/** Which files make up the script of a step, in this order. */
export const SCRIPTS = {
  guard: ['say', 'report', 'secrets', 'skipped', 'requests', 'answers', 'app-token', 'deploy-key', 'registries', 'targets', 'attester', 'refs', ...MANIFESTS, 'version', 'guard'],
  stamp: ['say', 'report', ...MANIFESTS, 'stamp-cargo', 'stamp-uv', 'stamp'],
  leg: ['say', 'leg'],
  rehearsal: ['say', 'report', 'secrets', 'requests', 'answers', 'app-token', 'deploy-key', 'rehearsal', 'guard'],
  rehearsedLeg: ['say', 'rehearsed-leg', 'leg'],
  watch: ['say', 'report', 'secrets', 'requests', 'answers', 'app-token', 'attester', 'watch', 'guard'],
  watchIssue: ['say', 'watch-issue'],
  environmentLeg: ['say', 'report', 'secrets', 'leg'],
  optionalSecrets: ['optional-secrets'],
  secretFiles: ['optional-secrets', 'signing', 'say', 'report', 'secret-files', 'commands'],
  keychain: ['optional-secrets', 'signing', 'say', 'report', 'keychain', 'commands'],
  certificateStore: ['optional-secrets', 'signing', 'say', 'report', 'certificate-store', 'commands'],
  azureToken: ['optional-secrets', 'signing', 'say', 'report', 'azure-token', 'commands'],
  notarytool: ['optional-secrets', 'signing', 'say', 'report', 'notarytool', 'commands'],
  images: ['optional-secrets', 'signing', 'say', 'report', 'notarytool', 'artifacts', 'images', 'commands'],
  retry: ['behind', 'say', 'retry'],
  retriedImport: ['optional-secrets', 'signing', 'say', 'report', 'secret-files', 'commands', 'behind', 'say', 'retry'],
  smokeTest: ['behind', 'say', 'smoke-test'],
  updateFeed: ['say', 'artifacts', 'update-feed'],
  collect: ['say', 'artifacts', 'collect'],
  pack: ['say', 'artifacts', 'collect', 'handed-on', 'pack'],
  proveSigning: ['say', 'artifacts', 'prove-macos', 'prove-windows', 'prove-minisign', 'prove-signing'],
  apt: ['say', 'packages', 'apt'],
  brew: ['say', 'packages', 'brew'],
  choco: ['say', 'packages', 'windows-path', 'choco'],
  winget: ['say', 'packages', 'windows-path', 'winget'],
  submodules: ['submodules'],
  npmRegistries: ['npm-registries'],
  sshWithKey: ['ssh-with-key'],
  knownHosts: ['known-hosts'],
  unpack: ['say', 'report', 'handed-on', 'unpack'],
  rehearseCheckout: ['rehearse-checkout'],
  rehearseUpload: ['artifacts', 'rehearse-upload'],
  rehearseDownload: ['rehearse-download'],
} as const;

export type ScriptName = keyof typeof SCRIPTS;

export function asset(name: string): string {
  return readFileSync(join(ASSETS, `${name}.sh`), 'utf8');
}

/** A script as it stands in a workflow. */
export function compose(name: ScriptName): string {
  return SCRIPTS[name].map(asset).join('\n');
}

export interface Annotation {
  readonly level: string;
  readonly title: string;
  readonly text: string;
}

export interface ScriptRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly summary: string;
  /** What was written to GITHUB_OUTPUT, line by line. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** Names of what the script left in the runner's temporary directory. */
  readonly leftovers: readonly string[];
}

export interface RunOptions {
  /** Where it runs; a directory of its own when omitted. */
  readonly cwd?: string;
  /** Options of bash before the script. */
  readonly flags?: readonly string[];
  /** Is given the process, to end it. */
  readonly started?: (bash: ChildProcess) => void;
}

/** Runs a script as a step with `shell: bash` does; it sees no other environment than this one. */
export async function runScript(script: string, env: Readonly<Record<string, string>>, options: RunOptions = {}): Promise<ScriptRun> {
  const directory = mkdtempSync(join(tmpdir(), 'script-'));
  const file = (name: string) => join(directory, name);
  const read = (name: string) => readFileSync(file(name), 'utf8');
  mkdirSync(file('temp'));
  for (const [name, text] of [['step.sh', script], ['output', ''], ['summary', '']]) writeFileSync(file(name), text);
  const ended = await execute([...options.flags ?? [], file('step.sh')], options.cwd ?? directory, {
    PATH: process.env.PATH ?? '',
    HOME: directory,
    RUNNER_TEMP: file('temp'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    ...env,
  }, options.started);
  const run = { ...ended, summary: read('summary'), outputs: parseOutputs(read('output')), annotations: parseAnnotations(ended.stdout), leftovers: readdirSync(file('temp')) };
  rmSync(directory, { recursive: true });
  return run;
}

/** TEST_BASH names another bash to try, such as macOS's 3.2. */
async function execute(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv, started?: (bash: ChildProcess) => void): Promise<Pick<ScriptRun, 'code' | 'stdout' | 'stderr'>> {
  const child = spawn(process.env.TEST_BASH ?? 'bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  started?.(child);
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => text.stdout += chunk);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => text.stderr += chunk);
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, ...text })));
}

export function parseOutputs(text: string): Record<string, string> {
  const several: [string, string][] = [];
  const single = text.replace(/^(\w+)<<(\w+)\n(.*?)\n\2\n/gms, (_, name, _end, value) => { several.push([name, value]); return ''; });
  const lines = single.split('\n').filter((line) => line !== '');
  return Object.fromEntries([...lines.map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]), ...several]);
}

export function parseAnnotations(stdout: string): Annotation[] {
  return Array.from(stdout.matchAll(/^::(\w+) title=(.*?)::(.*)$/gm), ([, level, title, text]) => ({ level, title, text: text.replaceAll('%25', '%') }));
}
