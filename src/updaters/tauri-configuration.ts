import { type Configuration, firstWanted, isWanted, type Misled, type Wanted, wantedNames } from './app-configuration';
import { fields, text, texts } from '../outside/data';
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

/** What Tauri's configuration says of updates, and would have to. */
export function misledTauriApps(files: Configuration, config: string, publicKey: string, commands: readonly string[], wanted: Wanted): Misled[] {
  if (!files.has(config)) {
    return publicKey ? [] : [{ what: `there is no '${config}', which holds the public key`, fix: 'Correct `config` of the updater, or write the file.' }];
  }
  const content = files.get(config);
  if (content === undefined) {
    return [];
  }
  const all = configurationFiles(config).map((file) => fields(files.get(file)));
  const updaters = all.map(({ plugins }) => fields(fields(plugins).updater));
  const { pubkey, endpoints } = Object.assign({}, ...[...updaters].reverse());
  // nothing but this file is read for the key when files are put together
  const keys = key(text(publicKey === '' ? updaters[0].pubkey : pubkey), publicKey, config);
  if (commands.some((command) => OWN_CONFIGURATION.test(command))) {
    return publicKey === '' ? keys : [];
  }
  return [
    ...artifacts(all.map(({ bundle }) => fields(bundle).createUpdaterArtifacts), config),
    ...keys,
    ...addresses(texts(endpoints), config, wanted),
  ];
}

function artifacts(made: readonly unknown[], config: string): Misled[] {
  return made.some((one) => one === true || one === 'v1Compatible') ? [] : [{
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
