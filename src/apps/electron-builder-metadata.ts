import type { Seen } from './app-check';
import { asPath } from './built-files';
import { type ElectronPlatform, optionFor } from './electron-builder';
import { architecturesOf } from './electron-builder-architectures';
import { type Target, targetsOf } from './electron-builder-targets';
import { checkoutAt } from '../model/jobs';
import type { OperatingSystem } from '../model/model';
import { fields, text } from '../outside/data';
import { distinct } from '../text/words';
import { feedOf } from '../updaters/electron-builder-feed';

/** Targets that no app updates itself by. Archives are updates on macOS only. */
const WITHOUT_UPDATES = ['7z', 'apk', 'dir', 'flatpak', 'mas', 'mas-dev', 'msi', 'msiwrapped', 'pkg', 'portable', 'snap', 'tar.bz2', 'tar.gz', 'tar.lz', 'tar.xz'];

/** What electron-builder writes beside its files, for installed apps to find them by. */
export interface Metadata {
  /** Names of files; `*` stands for what is not known. None where it writes none. */
  readonly names: readonly string[];
  /** Where they lie, from the working directory. */
  readonly directory: string;
  /** Why there are none; '' where there are. */
  readonly without: string;
}

/**
 * Undefined where nobody can tell.
 *
 * @see https://www.electron.build/auto-update
 */
export function metadataOf(built: ElectronPlatform, seen: Seen): Metadata | undefined {
  const { configuration, file } = built;
  const targets = targetsOf(built);
  const directory = asPath(text(fields(configuration?.directories).output) || 'dist');
  if (!configuration || targets.length === 0 || directory === undefined || directory.includes('${')) {
    return undefined;
  }
  const updated = targets.filter(isUpdatedBy);
  const systems = distinct(updated.map(({ system }) => system));
  const written = systems.map((system) => writes(built, seen, system));
  if (written.includes(undefined)) {
    return undefined;
  }
  const names = systems.filter((_, at) => written[at]).flatMap((system) => namesOn(built, system));
  const without = names.length ? '' : updated.length ? `publish in ${file} is null` : `nothing updates itself by '${targets[0].target}'`;
  return { names, directory, without };
}

function isUpdatedBy({ system, target }: Target): boolean {
  return !WITHOUT_UPDATES.includes(target) && (target !== 'zip' || system === 'macos');
}

/** Undefined where it depends on more than is seen. */
function writes({ configuration = {} }: ElectronPlatform, { model, job, content }: Seen, system: OperatingSystem): boolean | undefined {
  const publish = optionFor(configuration, system, 'publish');
  if (publish !== undefined) {
    return publish !== null;
  }
  const feed = feedOf(configuration, system, fields(content('package.json')), checkoutAt(model, job));
  return feed && 'repository' in feed ? true : undefined;
}

function namesOn(built: ElectronPlatform, system: OperatingSystem): string[] {
  const channel = channelOf(optionFor(built.configuration ?? {}, system, 'publish'));
  const suffixes = { linux: '-linux', macos: '-mac', windows: '', other: '' };
  if (system !== 'linux') {
    return [`${channel}${suffixes[system]}.yml`];
  }
  const endings = architecturesOf(built, system)?.map((architecture) => architecture === 'x64' ? '' : `-${architecture.replace('armv7l', 'arm')}`) ?? ['*'];
  return endings.map((ending) => `${channel}-linux${ending}.yml`);
}

/** Where nothing names it, it is that of the version: not for GitHub. */
function channelOf(publish: unknown): string {
  const first = [publish].flat()[0];
  const { provider, channel } = typeof first === 'string' ? { provider: first, channel: undefined } : fields(first);
  const named = text(channel);
  return named && !named.includes('${') ? named : named === '' && (provider === 'github' || publish === undefined) ? 'latest' : '*';
}
