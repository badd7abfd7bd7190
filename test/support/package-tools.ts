import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, runScript, type ScriptRun } from './run-script';

const SYSTEMS = { apt: 'Linux', brew: 'macOS', choco: 'Windows', winget: 'Windows' };

export type Manager = keyof typeof SYSTEMS;

/** They stand in for the real ones. */
const TOOLS = ['id', 'sleep', 'sudo', 'apt-get', 'apt-cache', 'dpkg', 'dpkg-query', 'brew', 'choco', 'winget', 'powershell.exe'];

/** What else the scripts call; a machine on which a tool is missing has nothing more. */
const BASICS = ['awk', 'bash', 'cat', 'cut', 'env', 'grep', 'mktemp', 'rm', 'sed', 'sort', 'tee', 'tr'];

/** A machine as its managers of packages see it; its lists are those of package-tools.sh. */
export interface Machine {
  readonly available?: readonly string[];
  readonly installed?: readonly string[];
  readonly fails?: readonly string[];
  /** Tools that are not there. */
  readonly without?: readonly string[];
  /** Tools that are, besides. */
  readonly with?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface PackagesRun extends ScriptRun {
  /** What was called that changes something, and how long was waited. */
  readonly calls: readonly string[];
  readonly said: readonly string[];
  readonly installed: readonly string[];
  /** What the steps behind it have on their path. */
  readonly path: readonly string[];
}

/** Runs the step of a manager on a machine of its own. */
export async function install(manager: Manager, names: readonly string[], machine: Machine = {}): Promise<PackagesRun> {
  const directory = mkdtempSync(join(tmpdir(), 'packages-'));
  const file = (name: string) => join(directory, name);
  const read = (name: string) => existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').filter(Boolean) : [];
  try {
    for (const list of ['available', 'installed', 'fails'] as const) writeFileSync(file(list), (machine[list] ?? []).map((line) => `${line}\n`).join(''));
    mkdirSync(file('bin'));
    const tools = TOOLS.filter((tool) => !machine.without?.includes(tool));
    [...tools, ...machine.with ?? []].forEach((tool) => symlinkSync(join(__dirname, 'package-tools.sh'), join(file('bin'), tool)));
    if (machine.without) BASICS.forEach((tool) => symlinkSync(which(tool), join(file('bin'), tool)));
    const run = await runScript(compose(manager), {
      PACKAGES: names.join('\n'),
      MACHINE: directory,
      GITHUB_PATH: file('path'),
      PATH: machine.without ? file('bin') : `${file('bin')}:/usr/bin:/bin`,
      RUNNER_OS: SYSTEMS[manager],
      BREW_KIND: 'formula',
      ...machine.env,
    });
    const said = run.annotations.map(({ level, title, text }) => `${level}: ${title}: ${text}`);
    return { ...run, calls: read('calls'), said, installed: read('installed'), path: read('path') };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function which(tool: string): string {
  return execFileSync('which', [tool], { encoding: 'utf8' }).trim();
}
