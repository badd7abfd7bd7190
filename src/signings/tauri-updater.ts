import { NOTHING, type SigningKind } from './signing-kind';

const PASSWORD = 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD';

/** A key without a password has an empty one: unset, the command asks for it and waits. */
export const tauriUpdater: SigningKind = {
  title: 'Signing of updates',
  purpose: 'signing updates of the app',
  systems: ['linux', 'macos', 'windows'],
  variables: ({ password }) => ['TAURI_SIGNING_PRIVATE_KEY', ...password ? [PASSWORD] : []],
  envWithout: {},
  does: ({ password }) => ({ ...NOTHING, ...!password && { env: { [PASSWORD]: '' } } }),
  proof: ({ files, config }) => ({ kind: 'minisign', files, signer: '', notarized: false, stapledImages: false, config }),
};
