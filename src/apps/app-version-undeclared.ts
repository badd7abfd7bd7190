import * as path from 'node:path/posix';
import type { AppCheck, AppFinding, Seen } from './app-check';
import { ELECTRON_BUILDER_FILES, electronPlatforms } from './electron-builder';
import { forgePlatforms } from './electron-forge';
import { ownWords, PACKAGE_JSON } from './package-files';
import { possibleCommands } from './possible-commands';
import { TAURI_FILES, tauriPlatforms } from './tauri';
import { buildDirectory, fromRoot } from '../model/paths';
import { versionFilesOf } from '../model/versions';
import { fields, text } from '../outside/data';
import { andList } from '../text/words';

/** Where electron-builder looks for an app of two package.json. @see https://www.electron.build/tutorials/two-package-structure */
const APP_MANIFESTS = [`app/${PACKAGE_JSON}`, `www/${PACKAGE_JSON}`];

const FORGE_FILES = ['js', 'cjs', 'mjs', 'ts'].map((ending) => `forge.config.${ending}`);
const CARGO = 'src-tauri/Cargo.toml';

/** Words of a build that brings the version in another way. */
const BRINGS_VERSION = /\bnpm version\b|\bpkg set\b|(?:set|sync|bump|update|write|stamp|apply)[\w-]{0,30}[vV]ersion|\bversion:\w|\bsemver\b|extraMetadata|buildVersion|appVersion|\bjq\b|\bVERSION\b|\bTAG\b|GITHUB_REF_NAME/;

/** A file that the version of an app is taken from. */
interface Origin {
  readonly tool: string;
  /** From the working directory. */
  readonly file: string;
}

export const appVersionUndeclared: AppCheck = {
  id: 'app-version-undeclared',
  cause: "`version` names files, and the one that the app's version is taken from is none of them: nobody compares it with the tag, or writes the tag's version into it, so that the app of one version may bear another.",
  cure: 'Add the file to `version.files`. Where the build brings the version in another way, switch the rule off.',
  files: () => [PACKAGE_JSON, ...APP_MANIFESTS, ...ELECTRON_BUILDER_FILES, ...FORGE_FILES, ...TAURI_FILES, CARGO],
  check: (seen) => undeclared(seen).flatMap((origin) => complaint(seen, origin)),
};

/** The files that the app's version is taken from and that nobody declares, from the repository's root. */
export function originsUndeclared(seen: Seen): string[] {
  return undeclared(seen).map(({ location }) => location);
}

function undeclared(seen: Seen): (Origin & { readonly location: string })[] {
  const directory = buildDirectory(seen.model, seen.job);
  const declared = versionFilesOf(seen.model).map((file) => file.path);
  if (directory === undefined || !declared.length || bringsVersion(seen)) {
    return [];
  }
  const found = origins(seen).map((origin) => ({ ...origin, location: path.join(directory, origin.file) }));
  const open = found.filter(({ file, location }) => !declared.includes(location) && !seen.isWritten(file));
  return open.filter(({ location }, at) => open.findIndex((one) => one.location === location) === at);
}

/** What the project can declare lies in its directory. */
function complaint({ model }: Seen, { tool, file, location }: ReturnType<typeof undeclared>[number]): AppFinding[] {
  const root = fromRoot(model, '');
  return location.startsWith(root) ? [{
    at: file,
    what: `${tool} takes the version of the app from here, and the version's files are ${andList(versionFilesOf(model).map((one) => one.path))}`,
    fix: `Add '${location.slice(root.length)}' to version.files.`,
  }] : [];
}

function bringsVersion(seen: Seen): boolean {
  const commands = seen.job.platforms.flatMap((platform) => possibleCommands(seen, platform)).map(({ words }) => words.join(' '));
  return [ownWords(seen.job), ...commands].some((words) => BRINGS_VERSION.test(words));
}

function origins(seen: Seen): Origin[] {
  const builder = electronPlatforms(seen).flatMap(({ configuration }) => {
    const { extraMetadata, buildVersion, directories } = configuration ?? {};
    const isPlain = configuration && [extraMetadata, buildVersion, fields(directories).app].every((one) => one === undefined);
    return isPlain ? [{ tool: 'electron-builder', file: APP_MANIFESTS.find((file) => seen.files.has(file)) ?? PACKAGE_JSON }] : [];
  });
  const forge = forgePlatforms(seen).flatMap(({ configuration = {} }) => {
    const isPlain = fields(configuration.packagerConfig).appVersion === undefined && !FORGE_FILES.some((file) => seen.files.get(file)?.includes('appVersion'));
    return isPlain ? [{ tool: 'Electron Forge', file: PACKAGE_JSON }] : [];
  });
  const versioned = [...builder, ...forge].filter(({ file }) => text(fields(seen.content(file)).version) !== '');
  return [...versioned, ...tauriPlatforms(seen).flatMap(({ configuration, file }) => tauriOrigin(seen, text(configuration.version), file))];
}

/** @see https://v2.tauri.app/reference/config/#version */
function tauriOrigin(seen: Seen, version: string, file: string): Origin[] {
  if (version.endsWith('.json')) {
    return [{ tool: 'Tauri', file: path.join(path.dirname(file), version) }];
  }
  if (version !== '') {
    return file.endsWith('.json') && text(fields(seen.content(file)).version) === version ? [{ tool: 'Tauri', file }] : [];
  }
  return /^\[package\][^[]*\nversion[ \t]*=[ \t]*"/m.test(seen.files.get(CARGO) ?? '') ? [{ tool: 'Tauri', file: CARGO }] : [];
}
