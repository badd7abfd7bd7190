import { outermostOf, searchPath, withoutSigns } from './artifact-patterns';
import { toToken } from './fnmatch';
import { type GlobToken, matchesGlob } from './glob';

/** `**` is any number of segments where it is a whole one, and `*` elsewhere. */
const TOKEN = /(?<![^/])(\*\*\/)|(\*+)|(\?)|\[([!^]?)((?:\\.|[^\]\\/]){1,100})\]|\\(.)|(.)/gs;

/** A pattern of an artifact's files, as it is read. */
export interface ArtifactPattern {
  readonly written: string;
  /** Whether it takes files away. */
  readonly excludes: boolean;
  readonly tokens: readonly GlobToken[];
  /** Whether what the tokens match is not meant itself, but what lies below. */
  readonly isDirectory: boolean;
  /** Where it is looked for, in lower case. */
  readonly root: readonly string[];
}

/**
 * Reads patterns as actions/upload-artifact does, and assets/artifacts.sh.
 *
 * @see https://github.com/actions/toolkit/tree/main/packages/glob#patterns
 */
export function readArtifactPatterns(patterns: readonly string[]): ArtifactPattern[] {
  return patterns.filter((written) => !/^\s*(?:#|$)/.test(written)).map((written) => {
    const { excludes, path } = withoutSigns(written);
    const body = path.toLowerCase().replace(/\/{2,}/g, '/').replace(/^\.(?:\/|$)/, '');
    // what is matched takes all below it anyway
    const matched = body.replace(/(?:\/\*\*)*\/?$/, '') || '**';
    return {
      written,
      excludes,
      tokens: [...matched.matchAll(TOKEN)].map(toToken),
      isDirectory: body.endsWith('/') && matched !== '**',
      root: searchPath(body),
    };
  });
}

/**
 * The patterns that a file is collected by; none where it is not, since the last that matches
 * decides. Upper and lower case are the same, as on Windows: which files there were, a platform has
 * decided with its own eyes.
 */
export function collectedBy(patterns: readonly ArtifactPattern[], file: string): ArtifactPattern[] {
  const segments = file.toLowerCase().split('/');
  const places = segments.map((_, index) => segments.slice(0, index + 1).join('/').split(''));
  const matching = patterns.filter(({ tokens, isDirectory }) =>
    places.slice(0, isDirectory ? -1 : undefined).some((place) => matchesGlob(tokens, place)));
  return matching.at(-1)?.excludes || !isSeen(patterns, segments) ? [] : matching.filter(({ excludes }) => !excludes);
}

/** Nothing hidden is, from the directory on where the search begins; on the way to there names do not matter. */
function isSeen(patterns: readonly ArtifactPattern[], segments: readonly string[]): boolean {
  const roots = outermostOf(patterns.filter(({ excludes }) => !excludes).map(({ root }) => root));
  return roots.some((root) => root.every((name, index) => name === segments[index])
    && !segments.slice(Math.max(0, root.length - 1)).some((name) => name.startsWith('.')));
}
