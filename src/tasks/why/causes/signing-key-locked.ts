import type { KnownCause } from '../known-cause';

export const signingKeyLocked: KnownCause = {
  id: 'signing-key-locked',
  title: 'codesign may not use the private key',
  signs: [/: errSecInternalComponent$/],
  cause: 'codesign found the certificate and could not reach its private key: the keychain is locked, or lets no program use the key without a question.',
  cure: 'Unlock the keychain in the job and run `security set-key-partition-list` on it, as `Signing.codesign` does; on a self-hosted runner sign from no login keychain.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/tauri-apps/tauri/issues/15321', 'https://github.com/fastlane/fastlane/issues/14040'],
};
