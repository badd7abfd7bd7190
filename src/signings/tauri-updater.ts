import { NOTHING, type SigningKind } from './signing-kind';
import { tauriUpdaterGuide } from './tauri-updater-guide';

const KEY = 'TAURI_SIGNING_PRIVATE_KEY';
const PASSWORD = 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD';

/** A key without a password has an empty one: unset, the command asks for it and waits. */
export const tauriUpdater: SigningKind = {
  title: 'Signing of updates',
  purpose: 'signing updates of the app',
  systems: ['linux', 'macos', 'windows'],
  variables: ({ password }) => [KEY, ...password ? [PASSWORD] : []],
  envWithout: {},
  does: ({ password }) => ({ ...NOTHING, ...!password && { env: { [PASSWORD]: '' } } }),
  proof: ({ files, config }) => ({ kind: 'minisign', files, signer: '', notarized: false, stapledImages: false, config }),
  guide: (told) => tauriUpdaterGuide(told, [KEY, PASSWORD]),
};
