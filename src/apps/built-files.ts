import * as path from 'node:path/posix';
import type { AppFinding } from './app-check';
import { type ArtifactPattern, readArtifactPatterns } from '../github/artifact-glob';
import { overlaps } from '../github/glob-overlap';
import type { PlatformModel } from '../model/model';
import { andList, distinct } from '../text/words';

/** What a tool makes. */
export interface BuiltFile {
  /** What it is called in the tool's configuration. */
  readonly target: string;
  /** Where it may lie, from the working directory; `*` stands for what is not known. */
  readonly paths: readonly string[];
  /** Whether somebody has asked for it, and misses it beside the others. */
  readonly wanted: boolean;
}

/** No name that a person writes is as long. */
const MOST_CHARACTERS = 200;

/** What is said of files that no artifact pattern of a platform can match: of those that are wanted, and of all where nothing is matched. */
export function uncollected(tool: string, files: readonly BuiltFile[], platform: PlatformModel): AppFinding[] {
  const lost = lostOf(files, platform);
  const missed = lost.length === files.length ? lost : lost.filter(({ wanted }) => wanted);
  const made = distinct(missed.map(({ target, paths }) => `'${target}' as ${paths[0]}`));
  return missed.length === 0 ? [] : [{
    at: platform,
    what: `${tool} makes ${andList(made)}, and no artifact pattern matches ${made.length > 1 ? 'them' : 'it'}: `
      + `there are ${andList(collecting(platform).map(({ written }) => `'${written}'`))}`,
    fix: `Add '${missed[0].paths[0]}' to artifacts, or let ${tool} not make it.`,
  }];
}

/** Those that no artifact pattern of a platform can match. */
export function lostOf<F extends Pick<BuiltFile, 'paths'>>(files: readonly F[], platform: PlatformModel): F[] {
  const patterns = collecting(platform);
  return files.filter(({ paths }) => readArtifactPatterns(paths).every(({ tokens, written }) =>
    written.length <= MOST_CHARACTERS && !patterns.some((pattern) => overlaps(pattern.tokens, tokens))));
}

/** The patterns that do not take files away. */
export function collecting({ artifacts }: PlatformModel): ArtifactPattern[] {
  return readArtifactPatterns(artifacts).filter(({ excludes }) => !excludes);
}

/** A path below the working directory; undefined where it leads out of that. What a pattern would read more into is not known. */
export function asPath(...parts: readonly string[]): string | undefined {
  const file = path.join(...parts.map((part) => part.replace(/[[\]?*\\]/g, '*')));
  return /^(?:\.\.|\/|[A-Za-z]:)/.test(file) ? undefined : file.replace(/\/$/, '');
}
