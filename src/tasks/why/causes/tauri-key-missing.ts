import type { KnownCause } from '../known-cause';

export const tauriKeyMissing: KnownCause = {
  id: 'tauri-key-missing',
  title: 'Tauri has no key to sign updates',
  signs: [/A public key has been found, but no private key/],
  cause: 'Tauri\'s configuration names the public key of updates, and the job has not the private one: the secret is not set, or the platform is not given it.',
  cure: 'Declare `Signing.tauriUpdater`, which gives the platform the key, and set its secrets. An app without updates leaves `createUpdaterArtifacts` out.',
  then: 'new-tag',
  before: 'tauri-key-missing',
  sources: ['https://github.com/tauri-apps/tauri/issues/15638'],
};
