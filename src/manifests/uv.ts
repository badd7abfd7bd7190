import { type Change, directoriesOf, inDirectory, type ManifestFiles, type NewVersion } from './manifest-files';
import { byteOrderMark, isVersion, linesOf } from './manifest-kind';
import { tomlTexts } from './toml-texts';

/**
 * What follows from a version in pyproject.toml, as assets/stamp-uv.sh has it: the entry of the project in
 * the nearest uv.lock, without which `--locked` fails.
 */
export function followUv(path: string, { written }: NewVersion, files: ManifestFiles): Map<string, Change[]> {
  const name = projectIn(files.read(path) ?? '');
  const lock = directoriesOf(path).map((directory) => inDirectory(directory, 'uv.lock')).find((one) => files.read(one) !== undefined);
  return new Map(name && lock ? [[lock, lockChanges(files.read(lock)!, name, written)]] : []);
}

/** As it stands in a lock. */
function projectIn(manifest: string): string | undefined {
  const [name] = tomlTexts(manifest.slice(byteOrderMark(manifest)), [['project', 'name']]);
  return isVersion(name?.text) ? name?.text.toLowerCase().replace(/[._-]+/g, '-') : undefined;
}

function lockChanges(lock: string, name: string, to: string): Change[] {
  let isOwn = false;
  let found: Change | undefined;
  for (const { line, at } of linesOf(lock)) {
    isOwn = line === `name = "${name}"` || isOwn && !line.startsWith('[');
    const [, from] = (isOwn ? /^version = "([^" ]+)"$/.exec(line) : null) ?? [];
    found = from === undefined ? found : { from, to, at: at + 'version = "'.length, length: from.length };
    if (isOwn && found && /^source = \{ (?:editable|virtual) = /.test(line)) {
      return [found];
    }
  }
  return [];
}
