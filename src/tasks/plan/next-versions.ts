import * as semver from 'semver';
import { versionOf } from './guard-outputs';
import { literalPrefix } from './near-misses';
import type { Start } from './plan';
import { isNegativeTagFilter, decideTag } from '../../github/tag-filters';

export interface NextTag extends Start {
  readonly step: 'patch' | 'minor' | 'major' | 'prerelease';
  readonly tag: string;
}

const STEPS = ['patch', 'minor', 'major', 'prerelease'] as const;

/** The next tags of a build by semver, each with whether it would start the build. */
export function nextTags(patterns: readonly string[], tags: readonly string[], startOf: (tag: string) => Start): NextTag[] {
  const released = tags.flatMap((tag) => versionedTag(patterns, tag)).sort((a, b) => semver.rcompare(a.version, b.version));
  const prefix = released[0]?.prefix ?? literalPrefix(patterns.find((pattern) => !isNegativeTagFilter(pattern)) ?? 'v');
  const versions = released.filter((tag) => tag.prefix === prefix).map(({ version }) => version);
  return STEPS.map((step) => {
    const tag = prefix + next(step, versions);
    return { step, tag, ...startOf(tag) };
  });
}

interface VersionedTag {
  readonly prefix: string;
  readonly version: string;
}

function versionedTag(patterns: readonly string[], tag: string): VersionedTag[] {
  const version = versionOf(tag);
  return version && semver.valid(version) && isMatch(patterns, tag)
    ? [{ version, prefix: tag.slice(0, -version.length) }]
    : [];
}

function isMatch(patterns: readonly string[], tag: string): boolean {
  try {
    return decideTag(patterns, tag).matches;
  } catch {
    return false;
  }
}

/** A pre-release goes on with the name that the last one had. */
function next(step: NextTag['step'], versions: readonly string[]): string {
  const [last = '0.0.0'] = versions;
  if (step !== 'prerelease') {
    return semver.inc(last, step)!;
  }
  const name = versions.map((version) => semver.prerelease(version)?.[0]).find((part) => typeof part === 'string') ?? 'rc';
  return semver.inc(last, 'prerelease', String(name), '1')!;
}
