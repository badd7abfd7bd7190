import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compose, runScript } from '../support/run-script';

/** Where one leg packs, and where another unpacks. */
export let from: string;
export let to: string;

beforeEach(() => {
  from = mkdtempSync(join(tmpdir(), 'pack-'));
  // what gets out of it is found beside it
  to = join(mkdtempSync(join(tmpdir(), 'unpack-')), 'to');
  mkdirSync(to);
});
afterEach(() => [from, dirname(to)].forEach((directory) => rmSync(directory, { recursive: true })));

export function write(directory: string, path: string, text = `content of ${path}`, mode = 0o644): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
  chmodSync(join(directory, path), mode);
}

export function link(path: string, target: string): void {
  mkdirSync(dirname(join(from, path)), { recursive: true });
  symlinkSync(target, join(from, path));
}

export const pack = (root: string, ...patterns: string[]) =>
  runScript(compose('pack'), { ARTIFACTS: patterns.join('\n'), ROOT: root, HANDED_ON_ONLY: 'true', PLATFORM: 'linux-x64', DOC_URL: 'https://doc' }, { cwd: from });

/** What the two artifact actions do between the jobs: the two files, and no permissions. */
export function hand(leg = 'web/linux-x64'): string {
  const arrived = join(to, '.handed-on', leg);
  mkdirSync(arrived, { recursive: true });
  for (const file of readdirSync(join(from, '.handed-on'))) {
    writeFileSync(join(arrived, file), readFileSync(join(from, '.handed-on', file)), { mode: 0o644 });
  }
  return arrived;
}

export const unpack = (...lines: string[]) => runScript(compose('unpack'), { HANDED_ON: lines.join('\n'), DOC_URL: 'https://doc' }, { cwd: to });

/** In octal, without the kind of file. */
export function permissions(path: string): string {
  return statSync(path).mode.toString(8).slice(-3);
}

/** Everything below a directory: mode and text of a file, target of a link. */
export function tree(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return Object.fromEntries(entries.map((entry) => join(entry.parentPath, entry.name)).sort().map((path) => [
    path.slice(directory.length + 1),
    lstatSync(path).isSymbolicLink() ? `-> ${readlinkSync(path)}` : `${permissions(path)} ${readFileSync(path, 'utf8')}`,
  ]));
}

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
