import type { KnownCause } from '../known-cause';

export const tauriKeyPassword: KnownCause = {
  id: 'tauri-key-password',
  title: 'Tauri cannot open its key',
  signs: [
    /incorrect updater private key password: (?<why>.{1,100})$/,
    /failed to decode base64 secret key: (?<why>.{1,100})$/,
  ],
  cause: 'The private key of updates and its password do not fit, or the key is not whole ("{why|it cannot be read}").',
  cure: 'Set `TAURI_SIGNING_PRIVATE_KEY` to the content of the key file and `TAURI_SIGNING_PRIVATE_KEY_PASSWORD` to its password; a key without one needs an empty password.',
  then: 'settings-then-rerun',
  before: 'rehearse',
  sources: ['https://github.com/tauri-apps/plugins-workspace/issues/2710', 'https://github.com/tauri-apps/tauri/issues/13737'],
};
