import { type Configuration, firstWanted, isWanted, type Misled, type Wanted, wantedNames } from './app-configuration';
import type { OperatingSystem } from '../model/model';
import { type Fields, fields, isFields, text, texts } from '../outside/data';
import { LATEST_JSON } from '../publish/contract';
import { publicKeyProblem } from '../text/minisign';

/** A file of the latest release of a repository. */
const LATEST_RELEASE = /^https:\/\/(?:www\.)?github\.com\/([^/]+\/[^/]+)\/releases\/latest\/download\/(.+)$/;

/** Where it lies unless the declaration says otherwise, from the working directory. */
export const CONFIGURATION = 'src-tauri/tauri.conf.json';

/** A command that brings a configuration of its own. */
const OWN_CONFIGURATION = /\btauri\b[^&|;]*\s(?:-c|--config)(?:[\s=]|$)/;

/** The files that Tauri reads for one configuration: it, and what is merged into it on each system. */
export function configurationFiles(config: string): string[] {
  return [config, ...config.endsWith('.conf.json') ? ['linux', 'macos', 'windows'].map((system) => config.replace(/conf\.json$/, `${system}.conf.json`)) : []];
}

/** No configuration has as many levels. */
const MOST_LEVELS = 50;

/**
 * A configuration with what the file of a system puts over it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7396
 */
export function mergedWith(patch: Fields, base: Fields, level = 0): Fields {
  const merged = Object.entries(patch).map(([name, value]): [string, unknown] =>
    [name, isFields(value) && level < MOST_LEVELS ? mergedWith(value, fields(base[name]), level + 1) : value]);
  return Object.fromEntries([...Object.entries(base), ...merged].filter(([name]) => patch[name] !== null));
}

/** The file of a system; undefined where there is none for this configuration. */
export function fileFor(system: OperatingSystem, config: string): string | undefined {
  return system === 'other' ? undefined : configurationFiles(config).slice(1).find((file) => file.endsWith(`.${system}.conf.json`));
}

/** How Tauri builds. */
export interface TauriBuild {
  readonly systems: readonly OperatingSystem[];
  readonly commands: readonly string[];
}

/** What Tauri's configuration says of updates, and would have to. */
export function misledTauriApps(files: Configuration, config: string, publicKey: string, build: TauriBuild, wanted: Wanted): Misled[] {
  if (!files.has(config)) {
    return publicKey ? [] : [{ what: `there is no '${config}', which holds the public key`, fix: 'Correct `config` of the updater, or write the file.' }];
  }
  const content = files.get(config);
  if (content === undefined) {
    return [];
  }
  const all = build.systems.map((system) => mergedWith(fields(files.get(fileFor(system, config) ?? '')), fields(content)));
  // nothing but this file is read for the key when files are put together
  const keys = distinctly((publicKey === '' ? [fields(content)] : all).flatMap((one) => key(text(updaterIn(one).pubkey), publicKey, config)));
  if (build.commands.some((command) => OWN_CONFIGURATION.test(command))) {
    return publicKey === '' ? keys : [];
  }
  return [
    ...distinctly(all.flatMap(({ bundle }) => artifacts(fields(bundle).createUpdaterArtifacts, config))),
    ...keys,
    ...distinctly(all.flatMap((one) => addresses(texts(updaterIn(one).endpoints), config, wanted))),
  ];
}

function updaterIn({ plugins }: Fields): Fields {
  return fields(fields(plugins).updater);
}

/** Most systems say the same. */
function distinctly(misled: readonly Misled[]): Misled[] {
  return [...new Map(misled.map((one) => [one.what, one])).values()];
}

function artifacts(made: unknown, config: string): Misled[] {
  return made === true || made === 'v1Compatible' ? [] : [{
    what: `'${config}' does not say that Tauri makes what updates are made of`,
    fix: 'Write "bundle": { "createUpdaterArtifacts": true }.',
  }];
}

function key(pubkey: string, declared: string, config: string): Misled[] {
  const problem = pubkey === '' ? 'is missing' : publicKeyProblem(pubkey);
  if (problem) {
    return [{ what: `plugins.updater.pubkey in '${config}' ${problem}`, fix: 'Write the public key there: the content of the file that ends in .pub.' }];
  }
  return declared === '' || declared.trim() === pubkey.trim() ? [] : [{
    what: `plugins.updater.pubkey in '${config}' is another key than publicKey of the updater`,
    fix: 'Leave publicKey out: the one in the configuration counts for apps.',
  }];
}

/** An address that is not of GitHub's may lead anywhere. */
function addresses(endpoints: readonly string[], config: string, wanted: Wanted): Misled[] {
  const found = endpoints.map((endpoint) => LATEST_RELEASE.exec(endpoint));
  if (endpoints.length && found.some((match) => !match || (match[2] === LATEST_JSON && isWanted(match[1], wanted)))) {
    return [];
  }
  return [{
    what: endpoints.length
      ? `plugins.updater.endpoints in '${config}' leads installed apps to ${endpoints.map((endpoint) => `'${endpoint}'`).join(', ')}, and the release lies in ${wantedNames(wanted)}`
      : `plugins.updater.endpoints in '${config}' names no address`,
    fix: `Write "endpoints": ["https://github.com/${firstWanted(wanted)}/releases/latest/download/${LATEST_JSON}"].`,
  }];
}
