import type { AppCheck, AppFinding, Seen } from './app-check';
import { givenVariables } from './given-variables';
import { bundlesOf, TAURI_FILES, type TauriPlatform, tauriPlatforms } from './tauri';
import { updatersOf } from '../model/publish';
import { fields, text } from '../outside/data';
import { publicKeyProblem } from '../text/minisign';
import { updates } from '../updaters/updater-kind';

/** What updates are made of. @see https://github.com/tauri-apps/tauri/blob/dev/crates/tauri-cli/src/bundle.rs */
const SIGNED = ['app', 'appimage', 'msi', 'nsis'];
const KEY = 'TAURI_SIGNING_PRIVATE_KEY';

/** @see https://v2.tauri.app/plugin/updater/#signing-updates */
export const tauriKeyMissing: AppCheck = {
  id: 'tauri-key-missing',
  cause: 'Where `bundle.createUpdaterArtifacts` is on, Tauri signs what updates are made of: it needs the public key in its configuration and the private one in a variable, and fails without either. Where it is off, nothing is signed, whatever key there is.',
  cure: 'Declare `signing: [Signing.tauriUpdater()]`, write `plugins.updater.pubkey`, and switch `createUpdaterArtifacts` on; or switch it off where the app does not update itself.',
  files: () => TAURI_FILES,
  check: (seen) => tauriPlatforms(seen).filter((built) => isAsked(built, seen)).flatMap((built) => {
    const problem = problemOf(built, seen);
    return problem ? [{ at: built.platform, ...problem }] : [];
  }),
};

/** Where the declaration knows how apps update themselves, it is compared with that. */
function isAsked({ platform, words }: TauriPlatform, { model, job }: Seen): boolean {
  const isUpdated = updatersOf(model).some(({ updater }) => updater.kind === 'tauri' && updates(updater, { job, platform }));
  return !isUpdated && !words.includes('--no-bundle') && !words.includes('--no-sign');
}

/** Whether it makes something that it signs. */
function signs(built: TauriPlatform): boolean {
  const named = bundlesOf(built);
  return named.length === 0 || named.some((bundle) => SIGNED.includes(bundle)) || fields(built.configuration.bundle).createUpdaterArtifacts === 'v1Compatible';
}

function problemOf(built: TauriPlatform, seen: Seen): Omit<AppFinding, 'at'> | undefined {
  const { platform, configuration, file } = built;
  const { createUpdaterArtifacts: made = false, active } = fields(configuration.bundle);
  const given = givenVariables(seen, platform).includes(KEY);
  if (made === false) {
    return given ? {
      what: `is given ${KEY}, and bundle.createUpdaterArtifacts in ${file} is not on, so that nothing is signed`,
      fix: 'Write "bundle": { "createUpdaterArtifacts": true }, or leave the key out.',
    } : undefined;
  }
  if (active !== true || !signs(built)) {
    return undefined;
  }
  if (!given) {
    return {
      what: `bundle.createUpdaterArtifacts in ${file} is on, and the build has no ${KEY}, without which Tauri fails`,
      fix: 'Declare signing: [Signing.tauriUpdater()].',
    };
  }
  const pubkey = text(fields(fields(configuration.plugins).updater).pubkey);
  const wrong = pubkey === '' ? 'is missing' : publicKeyProblem(pubkey);
  return wrong === undefined ? undefined : { what: `plugins.updater.pubkey in ${file} ${wrong}`, fix: 'Write the public key there: the content of the file that ends in .pub.' };
}
