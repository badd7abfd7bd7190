import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { VersionFile } from '../../../src/manifests/manifest-kinds';
import { type RaisedVersions, raiseVersions } from '../../../src/tasks/release/raise-versions';
import { model, versionModel } from '../../render/models';
import { compose, runScript } from '../../support/run-script';

export type Files = Readonly<Record<string, string | Buffer>>;

/** Declares some of the files, and raises them to a version. */
export function raise(files: Files, version: string, declared: readonly VersionFile[]): RaisedVersions {
  const named = declared.filter(({ line }) => !line).map(({ path }) => path);
  const own = versionModel({ files: named, texts: declared.filter(({ line }) => line) });
  const read = (path: string) => Object.hasOwn(files, path) ? Buffer.from(files[path]) : undefined;
  return raiseVersions([model({ version: own })], version, read, Object.keys(files));
}

/** The files that were changed, and their texts. */
export function textsOf({ files }: RaisedVersions): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [path, text.toString('latin1')]));
}

export function file(path: string, line = ''): VersionFile {
  return { path, line };
}

/** Calls something in a directory that holds some files, and reads which of them it changed. */
export async function changedBy(files: Files, act: (dir: string) => unknown): Promise<Record<string, string>> {
  const dir = mkdtempSync(join(tmpdir(), 'raised-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    await act(dir);
    const after = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
    const texts = after.map((path): [string, string] => [path, readFileSync(join(dir, path), 'latin1')]);
    return Object.fromEntries(texts.filter(([path, text]) => !Object.hasOwn(files, path) || text !== Buffer.from(files[path]).toString('latin1')));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** What the script that stamps in a run makes of the same. */
export async function stamped(files: Files, version: string, declared: readonly VersionFile[]): Promise<Record<string, string>> {
  return changedBy(files, (cwd) => runScript(compose('stamp'), {
    VERSION: version,
    VERSION_FILES: declared.filter(({ line }) => !line).map(({ path }) => path).join('\n'),
    VERSION_TEXTS: declared.filter(({ line }) => line).map(({ path, line }) => `${path}\n${line}`).join('\n'),
  }, { cwd }));
}
