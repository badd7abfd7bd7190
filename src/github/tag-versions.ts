import { MAX_TAG_BYTES } from './limits';

const NUMBERS = '(\\d+(?:\\.\\d+)';
const WORD = '(?:[._-]?(?:[abc]\\d+|(?:alpha|beta|rc|pre|preview|dev|post)(?:[._-]?\\d+)?))';
const BUILD = '(?:\\+[0-9A-Za-z.-]+)?)$';
const REST = `(?:-[0-9A-Za-z.-]+|${WORD}+)?${BUILD}`;
const [BEHIND_V, ANYWHERE] = ['^(?:.*[^0-9A-Za-z.])?v', '(?:^|[^0-9.])'];

/** The order of assets/guard.sh: three numbers before two, behind a `v` before anywhere, and one number behind a `v` alone. */
const VERSIONS = [
  `${BEHIND_V}${NUMBERS}{2,}${REST}`, `${ANYWHERE}${NUMBERS}{2,}${REST}`,
  `${BEHIND_V}${NUMBERS}${REST}`, `${ANYWHERE}${NUMBERS}${REST}`,
  `${BEHIND_V}(\\d+${WORD}*${BUILD}`,
].map((pattern) => new RegExp(pattern, 'i'));

/** What stands before the end of a longer version: v1.2.3alpha4.5 is not 4.5. */
const TORN = /\d\.\d[0-9A-Za-z.]*$/;

/** Numbers, and perhaps a post-release, which is none before a release. */
const RELEASE = /^[\d.]+(?:[._]?post(?:[._-]?\d+)?)?$/i;

/** The version in a tag, found as assets/guard.sh finds it: by semver, by PEP 440 as 1.2.3rc1 is, or any numbers; GitHub takes no longer tag. */
export function versionOf(tag: string): string | undefined {
  const found = Buffer.byteLength(tag) > MAX_TAG_BYTES ? [] : VERSIONS.map((pattern) => pattern.exec(tag)?.[1]);
  return found.find((version) => version !== undefined && !TORN.test(tag.slice(0, -version.length)));
}

/** Whether a tag counts as one of a pre-release: by semver or PEP 440, and where it has no version. */
export function isPrereleaseTag(tag: string): boolean {
  return !RELEASE.test(versionOf(tag)?.split('+')[0] ?? '');
}
