import { type Configuration, firstWanted, isWanted, type Misled, type Wanted, wantedNames } from './app-configuration';
import { fields, text, texts } from '../outside/data';
import { publicKeyProblem } from '../text/minisign';

/** A file of the latest release of a repository. */
const LATEST_RELEASE = /^https:\/\/(?:www\.)?github\.com\/([^/]+\/[^/]+)\/releases\/latest\/download\/(.+)$/;

const METADATA = 'latest.json';

/** What Tauri's configuration says of updates, and would have to. */
export function misledTauriApps(files: Configuration, config: string, publicKey: string, wanted: Wanted): Misled[] {
  if (!files.has(config)) {
    return publicKey ? [] : [{ what: `there is no '${config}', which holds the public key`, fix: 'Correct `config` of the updater, or write the file.' }];
  }
  const content = files.get(config);
  if (content === undefined) {
    return [];
  }
  const { pubkey, endpoints } = fields(fields(fields(content).plugins).updater);
  return [
    ...artifacts(fields(fields(content).bundle).createUpdaterArtifacts, config),
    ...key(text(pubkey), publicKey, config),
    ...addresses(texts(endpoints), config, wanted),
  ];
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
  if (endpoints.length && found.some((match) => !match || (match[2] === METADATA && isWanted(match[1], wanted)))) {
    return [];
  }
  return [{
    what: endpoints.length
      ? `plugins.updater.endpoints in '${config}' leads installed apps to ${endpoints.map((endpoint) => `'${endpoint}'`).join(', ')}, and the release lies in ${wantedNames(wanted)}`
      : `plugins.updater.endpoints in '${config}' names no address`,
    fix: `Write "endpoints": ["https://github.com/${firstWanted(wanted)}/releases/latest/download/${METADATA}"].`,
  }];
}
