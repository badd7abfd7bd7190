import type { KnownCause } from '../known-cause';

export const tauriKeyMissing: KnownCause = {
  id: 'tauri-key-missing',
  title: 'Tauri has no key to sign updates',
  signs: [/A public key has been found, but no private key/],
  cause: 'Tauri\'s configuration names the public key of updates, and the job has not the private one: the secret is not set, or the platform is not given it.',
  cure: 'Set the secret `TAURI_SIGNING_PRIVATE_KEY`; if the platform is not given it, declare `Signing.tauri` and push the next tag.',
  then: 'settings-then-rerun',
  before: 'tauri-key-missing',
  sources: ['https://github.com/tauri-apps/tauri/issues/15638'],
};
