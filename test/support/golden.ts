import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';

const UPDATE_COMMAND = 'UPDATE_GOLDEN=1 npm test';

/**
 * Compares a text with its golden file, byte for byte.
 *
 * A golden file is written only where the environment says `UPDATE_GOLDEN=1`; in any other run a
 * missing one is a failure.
 */
export function expectGolden(file: string, actual: string): void {
  settle([{ file, actual }], []);
}

/** As `expectGolden`, for all files of a directory: one too many or too few is a failure as well. */
export function expectGoldenTree(dir: string, actual: Readonly<Record<string, string>>): void {
  const goldens = Object.entries(actual).map(([path, text]) => ({ file: join(dir, path), actual: text }));
  const wanted = new Set(goldens.map(({ file }) => file));
  settle(goldens, filesBelow(dir).filter((file) => !wanted.has(file)));
}

/** As `expectGolden`, for a directory in which something changed: `after` has no file that is gone. */
export function expectNoChange(dir: string, { before, after, command }: Record<'before' | 'after', Readonly<Record<string, string>>> & { command: string }): void {
  const changed = Object.entries(after).filter(([path, text]) => before[path] !== text);
  const gone = Object.keys(before).filter((path) => !(path in after));
  settle(changed.map(([path, text]) => ({ file: join(dir, path), actual: text })), gone.map((path) => join(dir, path)), command);
}

interface Golden {
  readonly file: string;
  readonly actual: string;
}

function settle(goldens: readonly Golden[], extra: readonly string[], command = UPDATE_COMMAND): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    goldens.forEach(write);
    extra.forEach((file) => rmSync(file));
    return;
  }
  const differences = [
    ...goldens.flatMap(compare),
    ...extra.map((file) => `${shown(file)}: the golden file is there, but nothing was made for it\n`),
  ];
  if (differences.length > 0) {
    throw new Error(`${differences.join('\n')}\nIf this is what is wanted: ${command}`);
  }
}

function write({ file, actual }: Golden): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, actual);
}

function compare({ file, actual }: Golden): string[] {
  if (!existsSync(file)) { return [`${shown(file)}: there is no such golden file\n`]; }
  const golden = readFileSync(file);
  if (golden.equals(Buffer.from(actual))) { return []; }
  const patch = createTwoFilesPatch(shown(file), 'actual', visible(golden.toString()), visible(actual));
  return [patch.replace(/^=+\n/, '')];
}

/** Line ends and byte order marks differ without showing it. */
function visible(text: string): string {
  return text.replace(/\r/g, '\\r').replace(/\uFEFF/g, '\\uFEFF');
}

function shown(file: string): string {
  return relative(process.cwd(), file).split(sep).join('/');
}

function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) { return []; }
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
