import * as path from 'node:path/posix';
import type { AppFiles } from './app-files';
import type { Model } from '../model/model';
import { buildDirectory } from '../model/paths';
import { versionFilesOf } from '../model/versions';
import { readConfiguration } from '../outside/configuration';
import { fields, texts } from '../outside/data';
import { distinct } from '../text/words';

/** Directories in which people keep what installs an app, or tells how; '' is the root. */
const DIRECTORIES = ['', 'docs', 'scripts', 'packaging', 'website'];

/** Files that may lead to a download: no lock file, and none that tells of old versions. */
const LEADS = /^(?!changelog|changes|history|news|releases?\b|package-lock|npm-shrinkwrap).*\.(?:md|sh|ps1|rb|nix|html|json|ya?ml|toml|[cm]?[jt]s)$/i;

/** More than anybody has by hand. */
const MOST_FILES = 200;
const MOST_CHARACTERS = 1_000_000;
const MOST_TOGETHER = 10 * MOST_CHARACTERS;

/**
 * Files of the repository that may hold the version beside those that are declared, by their paths from
 * its root: manifests of working directories and of the members of workspaces, and what may lead to a
 * download. None where no file is declared, and none that something is about to write.
 */
export function versionPlacesOf(model: Model, files: AppFiles): ReadonlyMap<string, string> {
  const declared = versionFilesOf(model).map((file) => file.path);
  if (!declared.length) {
    return new Map();
  }
  const homes = distinct(['', model.directory, ...model.jobs.flatMap((job) => buildDirectory(model, job) ?? [])]);
  const packages = distinct([...homes, ...homes.flatMap((home) => membersBelow(home, files))]);
  const manifests = packages.flatMap((home) => ['package.json', 'Cargo.toml', 'src-tauri/tauri.conf.json', 'src-tauri/Cargo.toml'].map((file) => path.join(home, file)));
  const leads = distinct([...DIRECTORIES, ...homes]).flatMap((home) => files.namesIn(home || '.').filter((name) => LEADS.test(name)).map((name) => path.join(home, name)));
  const wanted = distinct([...manifests, ...leads]).filter((file) => !declared.includes(file) && !files.isWritten(file));
  const places = new Map<string, string>();
  let together = 0;
  for (const file of wanted.slice(0, MOST_FILES)) {
    const content = together > MOST_TOGETHER ? '' : files.read(file) ?? '';
    together += content.length;
    if (content && content.length <= MOST_CHARACTERS) places.set(file, content);
  }
  return places;
}

/** The directories that a workspace names: plainly, or all in one directory. */
function membersBelow(home: string, files: AppFiles): string[] {
  const read = (name: string): string => files.read(path.join(home, name)) ?? '';
  const { workspaces } = fields(readConfiguration('package.json', read('package.json')));
  const [, members = ''] = /^\[workspace\][^[]*?\nmembers\s*=\s*\[([^\]]{0,5000})\]/m.exec(read('Cargo.toml')) ?? [];
  const patterns = [
    ...texts(Array.isArray(workspaces) ? workspaces : fields(workspaces).packages),
    ...texts(fields(readConfiguration('pnpm-workspace.yaml', read('pnpm-workspace.yaml'))).packages),
    ...[...members.matchAll(/["']([^"']+)["']/g)].map(([, member]) => member),
  ];
  return patterns.map((pattern) => pattern.replace(/^\.\/|\/$/g, '')).filter((pattern) => /^(?![!/]|(?:.*\/)?\.\.(?:\/|$))[^*?[\]{}\\]+(?:\/\*)?$/.test(pattern))
    .flatMap((pattern) => pattern.endsWith('/*') ? files.namesIn(path.join(home, pattern.slice(0, -2))).map((name) => path.join(home, pattern.slice(0, -2), name)) : [path.join(home, pattern)]);
}
