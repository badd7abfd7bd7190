import compare from 'semver/functions/compare';
import type { GitFacts } from './git-facts';
import { firstPrefix, type NextTag, nextTags, versionedTag } from './next-versions';
import type { Start } from './plan';
import { startOf, tagFiltersOf } from './triggers';
import { versionInCommit } from './version-objections';
import { isNegativeTagFilter } from '../../github/tag-filters';
import { literalPrefix } from '../../github/tag-prefixes';
import { versionOf } from '../../github/tag-versions';
import type { Value } from '../../github/workflow-reader';
import type { Model } from '../../model/model';
import { distinct } from '../../text/words';

/** A build, and what decides which tags are its own. */
export interface TaggedBuild {
  /** Of the declaration. */
  readonly id: string;
  /** The filters for tags that its workflow file has. */
  readonly filters: readonly string[];
  readonly startOf: (tag: string) => Start;
  /** The version in the files of the commit; '' where none has it, and where it comes from the tag. */
  readonly manifest: string;
}

/** What is known before a tag is chosen. */
export interface TagFacts {
  readonly builds: readonly TaggedBuild[];
  /** Id of the one that is asked for; undefined for any. */
  readonly build: string | undefined;
  /** Tags of this clone. */
  readonly tags: readonly string[];
  /** Tags of the remote; undefined where it was not asked or did not answer. */
  readonly remoteTags: readonly string[] | undefined;
}

/** @param on the triggers of its workflow file */
export function taggedBuild(model: Model, on: Value | undefined, git: GitFacts | undefined): TaggedBuild {
  return {
    id: model.id,
    filters: tagFiltersOf(on),
    startOf: (refName) => startOf(on, { name: 'push', refType: 'tag', refName }),
    manifest: versionInCommit(model, git),
  };
}

export function knownTags({ tags, remoteTags }: TagFacts): string[] {
  return distinct([...tags, ...remoteTags ?? []]);
}

/** The builds that the tag may be of. */
export function wantedBuilds({ builds, build }: TagFacts): readonly TaggedBuild[] {
  return builds.filter(({ id }) => build === undefined || id === build);
}

/** The ids of all builds that a tag starts. */
export function startedBy({ builds }: TagFacts, tag: string): string[] {
  return builds.filter((build) => build.startOf(tag).starts).map(({ id }) => id);
}

/** A tag that a build may have next. */
export interface NextOfBuild extends NextTag {
  readonly build: TaggedBuild;
}

/** The next tags of a build, for each prefix that its tags have. */
export function nextOf(build: TaggedBuild, tags: readonly string[]): NextOfBuild[] {
  const { filters, manifest } = build;
  const used = usedPrefixes(build, tags);
  const groups = used.length > 1 ? used.map((prefix) => tags.filter((tag) => (versionedTag(filters, tag)[0]?.prefix ?? prefix) === prefix)) : [tags];
  return groups.flatMap((group) => nextTags(filters, group, build.startOf, manifest)).map((next) => ({ ...next, build }));
}

/** What stands before the version in the tags that a build has had. */
function usedPrefixes({ filters }: TaggedBuild, tags: readonly string[]): string[] {
  return distinct(tags.flatMap((tag) => versionedTag(filters, tag).map(({ prefix }) => prefix)));
}

/** What may stand before it: also what its filters say, unless they let in anything. */
export function prefixesOf(build: TaggedBuild, tags: readonly string[]): string[] {
  const telling = build.filters.filter((filter) => !isNegativeTagFilter(filter) && !filter.startsWith('*'));
  const prefixes = distinct([...usedPrefixes(build, tags), ...telling.map((filter) => literalPrefix(filter).replace(/\d[\d.]*$/, ''))]);
  return prefixes.length ? prefixes : [firstPrefix(build.filters)];
}

/** What stands before the version of a tag; undefined where it has none. */
export function prefixOf(tag: string): string | undefined {
  const version = versionOf(tag);
  return version === undefined ? undefined : tag.slice(0, -version.length);
}

/** The last tag with the prefix of the given one, of any build; undefined where there is none. */
export function lastLike(facts: TagFacts, tag: string): string | undefined {
  const same = knownTags(facts).filter((other) => prefixOf(other) === prefixOf(tag));
  const versioned = facts.builds
    .flatMap(({ filters }) => same.flatMap((name) => versionedTag(filters, name).map(({ version }) => ({ name, version }))));
  return versioned.sort((one, other) => compare(one.version, other.version)).at(-1)?.name;
}
