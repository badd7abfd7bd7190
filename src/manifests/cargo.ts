import { type Change, directoriesOf, inDirectory, type ManifestFiles, type NewVersion } from './manifest-files';
import { byteOrderMark, isVersion, type Line, linesOf, type PlacedText } from './manifest-kind';
import { type TomlLine, tomlLines } from './toml-lines';
import { tomlTexts } from './toml-texts';

/**
 * What follows from a version in Cargo.toml, as assets/stamp-cargo.sh has it: the entry of the package
 * in Cargo.lock, without which `--locked` fails, and what others of its workspace ask of it by path and
 * version. A version of a workspace is that of all who inherit it.
 */
export function followCargo(path: string, { version }: NewVersion, files: ManifestFiles): Map<string, Change[]> {
  const root = rootOf(path, files);
  const manifests = manifestsBelow(root, files);
  const names = new Set(packagesRaised(files.read(path) ?? '', [...manifests.values()]));
  const lock = inDirectory(root, 'Cargo.lock');
  return new Map([
    [lock, lockChanges(files.read(lock) ?? '', names, version)],
    ...[...manifests].map(([manifest, text]) => [manifest, requirementChanges(text, names, version.split('+')[0])] as const),
  ]);
}

/** Where the lock of a package lies, or its workspace begins: in its directory or above. */
function rootOf(path: string, files: ManifestFiles): string {
  const directories = directoriesOf(path);
  return directories.find((directory) => files.read(inDirectory(directory, 'Cargo.lock')) !== undefined
    || /^[ \t\v\f\r]*\[[ \t\v\f\r]*workspace[\]. \t\v\f\r]/m.test(files.read(inDirectory(directory, 'Cargo.toml')) ?? '')) ?? directories[0];
}

/** What others have put there is nobody's of the workspace. */
const PRUNED = /(?:^|\/)(?:\.git|node_modules|target)\//;

function manifestsBelow(root: string, { paths, read }: ManifestFiles): Map<string, string> {
  const above = root.slice(0, root.lastIndexOf('/') + 1);
  const found = paths.filter((path) => /(?:^|\/)Cargo\.toml$/.test(path) && (root === '' || path.startsWith(`${root}/`)) && !PRUNED.test(path.slice(above.length)));
  return new Map(found.flatMap((path) => {
    const text = read(path);
    return text === undefined ? [] : [[path, text] as const];
  }));
}

/** A package's own version is its own alone. */
function packagesRaised(manifest: string, all: readonly string[]): string[] {
  const own = packageIn(manifest);
  return own?.isOwn ? [own.name] : all.map(packageIn).flatMap((one) => one && !one.isOwn ? [one.name] : []);
}

interface Package {
  readonly name: string;
  /** Whether its version is its own, and not that of the workspace. */
  readonly isOwn: boolean;
}

function packageIn(manifest: string): Package | undefined {
  const [name, version, inherits] = tomlTexts(manifest.slice(byteOrderMark(manifest)), [['package', 'name'], ['package', 'version'], ['package', 'version', 'workspace']]);
  const isOwn = !inherits && isVersion(version?.text);
  return name && isVersion(name.text) && (isOwn || inherits) ? { name: name.text, isOwn } : undefined;
}

/** What stands between quotes behind a key. */
function textOf(key: string, line: string): PlacedText | undefined {
  const match = new RegExp(`(?:^|[{,])[ \\t]*${key}[ \\t]*=[ \\t]*(?:"([^"\\\\]*)"|'([^']*)')`).exec(line);
  const text = match?.[1] ?? match?.[2];
  return match && text !== undefined ? { text, at: match.index + match[0].length - text.length - 1, length: text.length } : undefined;
}

/** What depends on a package names its version where there are two of it. */
function lockChanges(lock: string, names: ReadonlySet<string>, to: string): Change[] {
  const mark = byteOrderMark(lock);
  const raised: Change[] = [];
  const asked: { readonly package: string; readonly change: Change }[] = [];
  const known = new Set<string>();
  let isPackage = false;
  let name = '';
  let version: PlacedText | undefined;
  const end = () => {
    if (names.has(name) && version?.text) {
      known.add(`${name} ${version.text}`);
      raised.push(changeOf(version, to));
    }
    name = '';
    version = undefined;
  };
  for (const { line, at } of markedLines(linesOf(lock.slice(mark)), mark)) {
    if (line.startsWith('[')) {
      end();
      isPackage = line === '[[package]]';
    }
    if (line.startsWith('name = ') && isPackage) name = textOf('name', line)?.text ?? '';
    if (line.startsWith('version = ') && name) version = placedIn(textOf('version', line), at);
    if (line.startsWith('source = ')) name = '';
    const [, before, other] = /^( "[^" ]+ )([^" ]+)",?$/.exec(line) ?? [];
    if (other) asked.push({ package: before.slice(2) + other, change: { from: other, to, at: at + before.length, length: other.length } });
  }
  end();
  return [...raised, ...asked.filter((one) => known.has(one.package)).map(({ change }) => change)];
}

const DEPENDENCIES = '(?:dev-|build-)?dependencies';

/** What a manifest asks of the packages, in an entry or a table of its dependencies. */
function requirementChanges(manifest: string, names: ReadonlySet<string>, to: string): Change[] {
  const mark = byteOrderMark(manifest);
  const entries: TomlLine[][] = [];
  let isWanted = false;
  for (const one of markedLines(tomlLines(manifest.slice(mark)), mark)) {
    const { line, table, isHeader, isOpen } = one;
    const begins = isHeader || !isOpen && isListOf(table);
    if (begins) {
      isWanted = isHeader ? keyOf(one) !== '' : /^[ \t]*["']?[A-Za-z0-9_-]+["']?[ \t]*=[ \t]*\{/.test(line);
    }
    if (isWanted) {
      if (begins) entries.push([]);
      entries.at(-1)!.push(one);
    }
  }
  return entries.flatMap((lines) => requirementChange(lines, names, to));
}

function isListOf(table: string): boolean {
  return new RegExp(`(?:^|\\.)${DEPENDENCIES}$`).test(table);
}

/** The package of an entry, or of a table of its own. */
function keyOf({ line, table, isHeader }: TomlLine): string {
  const text = isHeader ? new RegExp(`^(?:[^]*\\.)?${DEPENDENCIES}\\.([^]*)$`).exec(table)?.[1] ?? '' : line;
  return /[A-Za-z0-9_-]+/.exec(text)?.[0] ?? '';
}

function requirementChange(lines: readonly TomlLine[], names: ReadonlySet<string>, to: string): Change[] {
  const inside = lines.filter(({ isHeader }) => !isHeader);
  const last = (key: string) => inside.flatMap(({ line, at }) => placedIn(textOf(key, line), at) ?? []).filter(({ text }) => text).at(-1);
  const name = last('package')?.text ?? keyOf(lines[0]);
  const asked = last('version');
  const [, sign] = /^([=^~]?)[ \t]*[0-9][0-9A-Za-z.+-]*$/.exec(asked?.text ?? '') ?? [];
  return asked && sign !== undefined && last('path') && names.has(name) ? [changeOf(asked, sign + to)] : [];
}

function markedLines<L extends Line>(lines: readonly L[], mark: number): L[] {
  return lines.map((line) => ({ ...line, at: line.at + mark }));
}

function placedIn(found: PlacedText | undefined, at: number): PlacedText | undefined {
  return found && { ...found, at: at + found.at };
}

function changeOf({ text, at, length }: PlacedText, to: string): Change {
  return { from: text, to, at, length };
}
