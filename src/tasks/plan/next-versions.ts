import inc from 'semver/functions/inc';
import prerelease from 'semver/functions/prerelease';
import rcompare from 'semver/functions/rcompare';
import valid from 'semver/functions/valid';
import { startsBy, threeNumbers } from './near-misses';
import type { Start } from './plan';
import { NO_VERSION } from './version-objections';
import { isNegativeTagFilter } from '../../github/tag-filters';
import { literalPrefix } from '../../github/tag-prefixes';
import { versionOf } from '../../github/tag-versions';

type Step = (typeof STEPS)[number];

export interface NextTag extends Start {
  /** From the last version to this one; `manifest` is the version that the manifest has, and no tag yet. */
  readonly step: 'manifest' | Step;
  readonly tag: string;
}

export const STEPS = ['patch', 'minor', 'major', 'prerelease'] as const;

/**
 * The next tags of a build, each with whether it would start the build: the manifest's version, where
 * no tag has it yet, and what follows the newest by semver.
 *
 * @param manifest the version in the manifest; '' where there is none
 */
export function nextTags(patterns: readonly string[], tags: readonly string[], startOf: (tag: string) => Start, manifest = ''): NextTag[] {
  const released = tags.flatMap((tag) => versionedTag(patterns, tag)).sort((a, b) => rcompare(a.version, b.version));
  const prefix = released[0]?.prefix ?? firstPrefix(patterns);
  const known = released.filter((tag) => tag.prefix === prefix).map(({ version }) => version);
  const own = /^\d/.test(manifest) && valid(manifest) && manifest !== NO_VERSION && !tags.includes(prefix + manifest) && !known.includes(manifest) ? [manifest] : [];
  const versions = [...own, ...known].sort(rcompare);
  const last = released.find((tag) => tag.prefix === prefix && prerelease(tag.version));
  const spelled = (version: string) => last?.written.includes('-') === false ? version.replace(/-([a-z]+)\.(\d+)$/i, '$1$2') : version;
  return [
    ...own.map((version) => ({ step: 'manifest' as const, version })),
    ...STEPS.map((step) => ({ step, version: spelled(next(step, versions)) })),
  ].map(({ step, version }) => ({ step, tag: prefix + version, ...startOf(prefix + version) }));
}

/** What the first tag begins with. */
export function firstPrefix(patterns: readonly string[]): string {
  return literalPrefix(patterns.find((pattern) => !isNegativeTagFilter(pattern)) ?? 'v');
}

interface VersionedTag {
  readonly prefix: string;
  /** By semver. */
  readonly version: string;
  /** As the tag has it. */
  readonly written: string;
}

/** A pre-release of Python, but for `dev`, which comes before all others. */
const PYTHON = /^([\d.]*\d)[._]?(a|b|c|rc|alpha|beta|pre|preview)[._-]?(\d*)(?=$|\+)/i;

/** The parts of a tag with a version by semver that the filters let in; none for any other. */
export function versionedTag(patterns: readonly string[], tag: string): VersionedTag[] {
  const [version, written = ''] = [semverIn(tag), versionOf(tag)];
  return version && startsBy(patterns, tag) ? [{ version, written, prefix: tag.slice(0, -written.length) }] : [];
}

/** The version of a tag by semver, where 1.2 is 1.2.0, and 1.2.3rc1 is 1.2.3-rc.1; undefined for none. */
export function semverIn(tag: string): string | undefined {
  const version = threeNumbers(versionOf(tag) ?? '').replace(PYTHON, (_, numbers: string, word: string, nth: string) => `${numbers}-${word}${nth && `.${Number(nth)}`}`);
  return versionOf(tag) !== undefined && valid(version) ? version : undefined;
}

/** A pre-release goes on with the name that the last one had. */
function next(step: Step, versions: readonly string[]): string {
  const [last = '0.0.0'] = versions;
  if (step !== 'prerelease') {
    return inc(last, step)!;
  }
  const name = versions.map((version) => prerelease(version)?.[0]).find((part) => typeof part === 'string') ?? 'rc';
  return inc(last, 'prerelease', String(name), '1')!;
}
