import * as path from 'node:path/posix';
import type { AppCheck, AppFinding, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, electronPlatforms } from './electron-builder';
import type { PlatformModel } from '../model/model';
import { fields, text } from '../outside/data';
import { distinct } from '../text/words';

/** Where electron-builder writes if nothing says it. */
const DEFAULT_OUTPUT = 'dist';

export const artifactPathCase: AppCheck = {
  id: 'artifact-path-case',
  cause: 'A pattern of artifacts names a directory of the app, or the one that electron-builder writes into, with other upper and lower case. Where case does not count it matches, and on Linux it does not.',
  cure: 'Write the directory as it is called.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => seen.job.platforms.filter(({ system }) => system === 'linux').flatMap((platform) => {
    const known = [...outputsOf(seen, platform), ...directoriesIn(seen)];
    return platform.artifacts.filter((pattern) => !pattern.startsWith('!')).flatMap((pattern) => complaint(platform, path.normalize(pattern), known));
  }),
};

function outputsOf(seen: Seen, platform: PlatformModel): string[] {
  return electronPlatforms(seen).filter((built) => built.platform === platform).flatMap(({ configuration }) =>
    configuration ? path.normalize(text(fields(configuration.directories).output) || DEFAULT_OUTPUT).replace(/\/$/, '') : []);
}

/** The directories that lie there for sure. */
function directoriesIn({ files }: Seen): string[] {
  return distinct([...files.keys()].map((file) => path.dirname(file))).filter((directory) => !/^\.{1,2}(?:\/|$)/.test(directory));
}

function complaint(at: PlatformModel, pattern: string, known: readonly string[]): AppFinding[] {
  const startsWith = (directory: string): boolean => pattern === directory || pattern.startsWith(`${directory}/`);
  const meant = known.find((directory) => !startsWith(directory) && `${pattern}/`.toLowerCase().startsWith(`${directory}/`.toLowerCase()));
  return meant === undefined || known.some(startsWith) ? [] : [{
    at,
    what: `artifacts name '${pattern}', and the directory is called '${meant}'`,
    fix: `Write '${meant}${pattern.slice(meant.length)}'.`,
  }];
}
