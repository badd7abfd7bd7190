import type { AppCheck, AppFinding, Seen } from './app-check';
import { collecting } from './built-files';
import { ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms, staysThere } from './electron-builder';
import { metadataOf } from './electron-builder-metadata';
import { targetsOf } from './electron-builder-targets';
import { type ArtifactPattern, readArtifactPatterns } from '../github/artifact-glob';
import { shareText } from '../github/glob-overlap';
import { orList } from '../text/words';

/** Names that nobody but electron-builder writes. */
const METADATA = /^latest[^/]{0,100}\.yml$/i;

/** @see https://www.electron.build/auto-update */
export const electronUpdaterUnwritten: AppCheck = {
  id: 'electron-updater-unwritten',
  cause: 'An artifact pattern names metadata of updates that electron-builder does not write on that platform, and a leg fails where a pattern matches nothing. It is `latest.yml` on Windows, `latest-mac.yml` on macOS, '
    + '`latest-linux.yml` or `latest-linux-arm64.yml` on Linux, where there are no blockmaps beside the files; and none at all where `publish` is null.',
  cure: 'Name what is written there, for instance `dist/latest*.yml`, or leave the pattern out: `Updater.electronBuilder()` collects it by itself.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => electronPlatforms(seen).filter(staysThere).flatMap((built) =>
    collecting(built.platform).flatMap((pattern) => unwritten(pattern, built, seen))),
};

function unwritten({ written: pattern }: ArtifactPattern, built: ElectronPlatform, seen: Seen): AppFinding[] {
  const name = pattern.split('/').pop()!;
  if (name.endsWith('.blockmap')) {
    const targets = targetsOf(built);
    return targets.length === 0 || targets.some(({ system }) => system !== 'linux') ? [] : [{
      at: built.platform,
      what: `artifacts ask for '${pattern}', and on Linux electron-builder writes no blockmaps beside its files`,
      fix: 'Leave it out: what updates need of it is a part of the files.',
    }];
  }
  const metadata = METADATA.test(name) ? metadataOf(built, seen) : undefined;
  if (!metadata || metadata.names.some((one) => mayBeSame(name, one))) {
    return [];
  }
  const { names, directory, without } = metadata;
  return [{
    at: built.platform,
    what: `artifacts ask for '${pattern}', and electron-builder writes ${without ? `no metadata of updates here: ${without}` : `${orList(names.map((one) => `'${one}'`))} here`}`,
    fix: without ? 'Leave it out.' : `Write '${directory}/${names[0]}'.`,
  }];
}

function mayBeSame(...names: readonly string[]): boolean {
  const [one, other] = readArtifactPatterns(names);
  return shareText(one.tokens, other.tokens);
}
