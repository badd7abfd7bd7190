import type { Finding, ProjectFacts, ProjectRule } from './rule';
import { loadAppChecks } from '../apps/load-app-checks';
import { repositoryOfRemote } from '../github/remotes';
import { decideTag, tagFilterProblem } from '../github/tag-filters';
import { versionOf } from '../github/tag-versions';
import { isWritten, versionsIn } from '../manifests/manifest-kinds';
import { fromRoot } from '../model/paths';
import { releasesOf } from '../model/publish';
import { versionFilesOf } from '../model/versions';
import { andList, beginning, distinct } from '../text/words';

/** Versions that tools write into a new manifest, or that stand for none: that two have one of them means nothing. */
const FIRST_VERSION = /^(?:0\.0\.0(?:-.*)?|0\.0\.1|0\.1\.0|1\.0\.0)$/;

/** Members of a workspace that are worth reading in one line. */
const ENOUGH = 5;

/** A file of a release. */
const DOWNLOAD = /https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/releases\/download\/([^\s/'"<>()[\]{}]{1,200})\//g;

/** Who names the sum of a file beside its address can do so only when it is built. */
const SUM = /\b[0-9a-f]{64}\b/i;

export const versionElsewhere: ProjectRule = {
  id: 'version-elsewhere',
  level: 'notice',
  about: 'project',
  cause: 'A file that is none of the files of `version` holds the same version: the manifest of a member of the workspace, or an address of a file of this repository\'s own release. Nobody compares it with the tag, and the next release leaves it behind.',
  cure: 'Add the manifest to `version.files`, or the line to `version.texts`; link to `releases/latest/download/` where the version is no part of a file\'s name. Switch the rule off where they only happen to be the same.',
  check: (facts) => {
    const version = versionIn(facts);
    // what is stamped is so in a run only, and an address is read in the repository
    return version === undefined ? [] : [...manifests(facts, version), ...facts.model.version.mode === 'stamp' ? [] : links(facts, version)];
  },
};

function fate(mode: 'compare' | 'stamp', them: string): string {
  return mode === 'stamp' ? `the tag's is not written into ${them}` : `nobody compares ${them} with the tag`;
}

/** What the declared files have, where they have one that is no tool's. */
function versionIn({ model, versionFiles }: ProjectFacts): string | undefined {
  const [first] = versionFilesOf(model).flatMap((file) => versionsIn(file, versionFiles.get(file.path) ?? ''));
  return first && !FIRST_VERSION.test(first.version) ? first.version : undefined;
}

/** But for those of which more is known: that an app has its version from them. */
function manifests({ model, versionPlaces, apps }: ProjectFacts, version: string): Finding[] {
  const root = fromRoot(model, '');
  const known = apps.flatMap((seen) => loadAppChecks().originsUndeclared(seen));
  const same = [...versionPlaces].filter(([path, text]) => {
    const file = { path, line: '' };
    return path.startsWith(root) && !known.includes(path) && /(?:^|\/)(?:package\.json|Cargo\.toml|tauri\.conf\.json)$/.test(path) && versionsIn(file, text).some((found) => isWritten(file, version, found));
  }).map(([path]) => path);
  return same.length ? [{
    where: 'version',
    what: `${named(same)} ${same.length === 1 ? 'has' : 'have'} version ${version}, too, and ${fate(model.version.mode, same.length === 1 ? 'it' : 'them')}`,
    fix: `Add ${named(same.map((path) => `'${path.slice(root.length)}'`))} to version.files, or switch the rule off where that is by chance.`,
  }] : [];
}

function named(all: readonly string[]): string {
  return all.length > ENOUGH ? beginning(all, ENOUGH) : andList(all);
}

function links(facts: ProjectFacts, version: string): Finding[] {
  const filters = facts.model.tags.filter((tag) => tagFilterProblem(tag) === undefined);
  const own = ownNames(facts);
  return [...facts.versionPlaces].flatMap(([path, text]) => {
    const address = SUM.test(text) ? undefined : [...text.matchAll(DOWNLOAD)].find(([, name, tag]) =>
      own.includes(name.toLowerCase()) && versionOf(tag) === version && decideTag(filters, tag).matches);
    return address ? [{
      where: 'version',
      what: `${path} leads to the release of ${version} by ${address[0]}, and nobody compares it with the tag`,
      fix: 'Add its line to version.texts, or link to releases/latest/download/ where the version is no part of the file\'s name.',
    }] : [];
  });
}

/** `owner/name` in lower case, as the declaration, or a manifest's field `repository`, says. */
function ownNames({ model, versionFiles, versionPlaces }: ProjectFacts): string[] {
  const manifestTexts = [...versionPlaces, ...versionFiles].filter(([path]) => /(?:^|\/)(?:package\.json|Cargo\.toml)$/.test(path)).map(([, text]) => text ?? '');
  const said = manifestTexts.flatMap((text) => [...text.matchAll(/^[ \t]{0,40}"?(?:repository|url)"?[ \t]{0,9}[:=][ \t]{0,9}"([^"\s]{1,300})"/gm)].map(([, address]) => address));
  const names = said.map((address) => repositoryOfRemote(address.replace(/^git\+/, ''), 'github.com') ?? /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address)?.[1] ?? '');
  return distinct([...releasesOf(model).map(({ repository }) => repository), ...names].filter(Boolean).map((name) => name.toLowerCase()));
}
