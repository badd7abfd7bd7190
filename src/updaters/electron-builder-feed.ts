import { type Configuration, firstWanted, isWanted, type Misled, type Wanted, wantedNames } from './app-configuration';
import type { OperatingSystem } from '../model/model';
import { type Fields, fields, isFields, text } from '../outside/data';

const MANIFEST = 'package.json';

/** Where electron-builder looks for its configuration, in this order. */
export const CONFIGURATION = [MANIFEST, ...['yml', 'yaml', 'json', 'json5', 'toml', 'js', 'cjs', 'ts'].map((ending) => `electron-builder.${ending}`)];

/** What platforms are called there. */
export const SECTIONS: Readonly<Record<OperatingSystem, string>> = { linux: 'linux', macos: 'mac', windows: 'win', other: '' };

/** A command that brings a configuration of its own. */
const OWN_CONFIGURATION = /electron-builder\b[^&|;]*\s(?:-c|--config)(?:[\s.=]|$)/;

const ON_GITHUB = /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:[^/@]*@)?github\.com\/|git@github\.com:|github:)?([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:#.*)?$/;

/** What is written into an app: a repository, '' for the one that it is built in; or what keeps electron-builder from writing metadata. */
export type Feed = { readonly repository: string; readonly from: string } | { readonly none: string } | undefined;

/** How electron-builder is run. */
export interface ElectronBuild {
  readonly systems: readonly OperatingSystem[];
  readonly commands: readonly string[];
  /** The repository in whose root it runs, since it finds its name in the checkout; '' is the workflow's own. Undefined where it runs elsewhere. */
  readonly checkout: string | undefined;
}

/**
 * Where electron-builder sends the apps that it builds to look for updates.
 *
 * @see https://github.com/electron-userland/electron-builder/blob/master/packages/app-builder-lib/src/publish/PublishManager.ts
 */
export function misledElectronApps(files: Configuration, { systems, commands, checkout }: ElectronBuild, wanted: Wanted): Misled[] {
  const manifest = fields(files.get(MANIFEST));
  const [file, configuration] = configurationIn(files, manifest);
  if (!configuration || [...commands, ...Object.values(fields(manifest.scripts)).map(text)].some((command) => OWN_CONFIGURATION.test(command))) {
    return [];
  }
  const feeds = systems.map((system) => feedOf(configuration, system, manifest, checkout));
  return [...new Map(feeds.flatMap((feed) => complaint(feed, file, wanted)).map((misled) => [misled.what, misled])).values()];
}

/** The name of the configuration, '' where there is none, and what it says; undefined where it cannot be read. */
export function configurationIn(files: Pick<Configuration, 'get' | 'has'>, { build }: Fields): [string, Fields | undefined] {
  if (isFields(build)) {
    return [`build in ${MANIFEST}`, build];
  }
  const file = CONFIGURATION.slice(1).find((name) => files.has(name)) ?? '';
  const content = files.get(file);
  return [file, isFields(content) ? content : undefined];
}

/** Undefined where it cannot be told. */
export function feedOf(configuration: Fields, system: OperatingSystem, manifest: Fields, checkout: string | undefined): Feed {
  const own = fields(configuration[SECTIONS[system]]).publish;
  const publish = own === undefined ? configuration.publish : own;
  if (publish === null) {
    return { none: 'switches publish off, so that electron-builder writes no metadata' };
  }
  if (publish === undefined) {
    // what it extends may say it
    return configuration.extends ? undefined : repositoryOf(manifest, checkout);
  }
  // only the first is written into the app
  const first = Array.isArray(publish) ? publish[0] : publish;
  const { provider, owner, repo, host } = typeof first === 'string' ? { provider: first } as Fields : fields(first);
  if (provider !== 'github' || host !== undefined || [owner, repo].some((name) => text(name).includes('${'))) {
    return undefined;
  }
  if (owner && repo) {
    return { repository: `${text(owner)}/${text(repo)}`, from: 'publish' };
  }
  // electron-builder fills in what is missing
  return owner || repo ? undefined : repositoryOf(manifest, checkout);
}

function repositoryOf({ repository }: Fields, checkout: string | undefined): Feed {
  if (repository === undefined) {
    return checkout === undefined
      ? { none: 'names no repository in publish, nor does package.json in repository, so that electron-builder writes no metadata' }
      : { repository: checkout, from: 'its checkout' };
  }
  const [, owner, name] = ON_GITHUB.exec(text(fields(repository).url) || text(repository)) ?? [];
  return owner === undefined ? undefined : { repository: `${owner}/${name}`, from: `repository in ${MANIFEST}` };
}

function complaint(feed: Feed, file: string, wanted: Wanted): Misled[] {
  if (!feed || 'repository' in feed && isWanted(feed.repository, wanted)) {
    return [];
  }
  const [owner, repo] = firstWanted(wanted).split('/');
  const what = 'none' in feed
    ? `${file} ${feed.none}`
    : `${file} sends installed apps to ${feed.repository || 'the repository of the workflow'} by ${feed.from}, and the release lies in ${wantedNames(wanted)}`;
  return [{ what, fix: `Write there "publish": { "provider": "github", "owner": "${owner}", "repo": "${repo}" }.` }];
}
