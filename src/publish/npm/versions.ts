/**
 * The first versions that publish so, and the first version of Node.js that brings such a one.
 *
 * @see https://docs.npmjs.com/trusted-publishers
 * @see https://docs.npmjs.com/staged-publishing
 */
const NEEDED = { staged: [11, 15, 0], direct: [11, 5, 1] } as const;

/** Why this npm cannot publish by trusted publishing; undefined where it can. */
export function npmVersionProblem(version: string, staged: boolean): string | undefined {
  const needed = staged ? NEEDED.staged : NEEDED.direct;
  return isAtLeast(version, needed) ? undefined
    : `npm is ${version}, and ${staged ? 'staged' : 'trusted'} publishing needs ${needed.join('.')} or newer. Set up Node.js 26 in the job, whose npm is, or run "npm install --global npm@11" before.`;
}

function isAtLeast(version: string, needed: readonly number[]): boolean {
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  const differing = needed.findIndex((part, index) => part !== parts[index]);
  return differing < 0 ? parts.length > 0 : parts[differing] > needed[differing];
}

/** The dist-tag of a version: of a pre-release its first word, unless that is none, or the one of versions that are not. */
export function distTagOf(version: string, distTag: string): string {
  const [, prerelease] = /^[^-]*-(.*)$/.exec(version) ?? [];
  if (prerelease === undefined) {
    return distTag;
  }
  // a letter alone could be a range of versions, which no dist-tag may be
  const word = /^[A-Za-z]{2,}/.exec(prerelease)?.[0] ?? 'next';
  return word === 'latest' ? 'next' : word;
}
