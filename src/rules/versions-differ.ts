import type { Finding, ProjectFacts, ProjectRule } from './rule';
import { lockedVersion } from '../manifests/cargo-lock';
import { areOneVersion, versionsIn } from '../manifests/manifest-kinds';
import type { VersionTextModel } from '../model/model';
import { lockPaths, versionFilesOf } from '../model/versions';
import { andList } from '../text/words';

export const versionsDiffer: ProjectRule = {
  id: 'versions-differ',
  level: 'warning',
  about: 'project',
  cause: 'Files that must all have the version of the tag have different ones as they lie here, or a lock file has another version than its manifest: '
    + 'no tag of such a commit can be built. Where the version is stamped they may differ.',
  cure: 'Set them to one version; `npm install` and `cargo update --workspace` bring lock files into step. Or let the version of the tag be written into them: `mode: VersionMode.STAMP`.',
  check: (facts) => facts.model.version.mode === 'stamp' ? [] : [...manifestsDiffer(facts), ...locksDiffer(facts)],
};

const FIX = 'Set them to one version, or let the tag\'s be written into them: mode: VersionMode.STAMP.';

function manifestsDiffer(facts: ProjectFacts): Finding[] {
  const all = versionFilesOf(facts.model).flatMap((file) => foundIn(facts, file).map((found) => ({ file, found })));
  return areOneVersion(all) ? [] : [{
    where: 'version',
    what: `the files differ: ${andList(all.map(({ file, found }) => `${file.path} has ${found.version}`))}`,
    fix: FIX,
  }];
}

function locksDiffer(facts: ProjectFacts): Finding[] {
  return versionFilesOf(facts.model).flatMap((file) => {
    const lock = lockPaths(file).find((path) => facts.versionFiles.get(path) !== undefined);
    const [own] = foundIn(facts, file);
    const locked = lock && own ? lockedIn(facts, lock, file).find((version) => version !== own.version) : undefined;
    return locked === undefined ? [] : [{
      where: 'version',
      what: `${lock} has version ${locked} of what is ${own.version} in ${file.path}`,
      fix: lock!.endsWith('.lock') ? 'Run "cargo update --workspace".' : 'Run "npm install --package-lock-only".',
    }];
  });
}

function lockedIn(facts: ProjectFacts, lock: string, { path }: VersionTextModel): string[] {
  return lock.endsWith('.lock')
    ? [lockedVersion(facts.versionFiles.get(lock)!, facts.versionFiles.get(path)!) ?? []].flat()
    : foundIn(facts, { path: lock, line: '' }).map(({ version }) => version);
}

function foundIn({ versionFiles }: ProjectFacts, file: VersionTextModel): ReturnType<typeof versionsIn> {
  return versionsIn(file, versionFiles.get(file.path) ?? '');
}
