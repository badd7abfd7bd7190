import { toToken } from './fnmatch';
import { type GlobToken, matchesGlob } from './glob';

/** `**` is any number of segments where it is a whole one, and `*` elsewhere. A set may begin with its own end. */
const TOKEN = /(?<![^/])(\*\*\/)|(\*+)|(\?)|\[([!^]?)(\]?(?:\\.|[^\]\\]){1,100})\]|\\(.)|(.)/gs;

/** A pattern of an artifact's files, as it is read. */
export interface ArtifactPattern {
  readonly written: string;
  /** Whether it takes files away. */
  readonly excludes: boolean;
  readonly tokens: readonly GlobToken[];
}

/**
 * Reads patterns as actions/upload-artifact does, and assets/artifacts.sh.
 *
 * @see https://github.com/actions/toolkit/tree/main/packages/glob#patterns
 */
export function readArtifactPatterns(patterns: readonly string[]): ArtifactPattern[] {
  return patterns.flatMap((written) => {
    const [, signs, body] = /^(!*)(?:\.\/)*(.*?)\/?$/s.exec(written.trim())!;
    return body === '' || body.startsWith('#') ? [] : [{
      written,
      excludes: signs.length % 2 === 1,
      tokens: [...body.toLowerCase().matchAll(TOKEN)].map(toToken),
    }];
  });
}

/**
 * The patterns that a file is collected by; none where it is not, since the last that matches
 * decides. Upper and lower case are the same, as on Windows: which files there were, a platform has
 * decided with its own eyes.
 */
export function collectedBy(patterns: readonly ArtifactPattern[], file: string): ArtifactPattern[] {
  const matching = patterns.filter(({ tokens }) => withDirectories(file.toLowerCase()).some((place) => matchesGlob(tokens, place)));
  return matching.at(-1)?.excludes ? [] : matching.filter(({ excludes }) => !excludes);
}

/** A pattern that matches a directory takes all that lies below it. */
function withDirectories(file: string): string[] {
  return file.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/'));
}
