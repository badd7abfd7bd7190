import type { KnownCause } from '../known-cause';

export const electronBuilderKeychain: KnownCause = {
  id: 'electron-builder-keychain',
  title: 'electron-builder does not open its own keychain',
  signs: [/security: SecKeychainUnlock: The user name or passphrase you entered is not correct/],
  cause: 'electron-builder before 26.16.1 hands the password of the certificate to a keychain of its own that has another one. Until macOS 26.5 that was not noticed. Certificate and password are as a rule right.',
  cure: 'Raise electron-builder to 26.16.1 or newer; or import the certificate into a keychain beforehand, as `Signing.codesign` does, and give electron-builder no `CSC_LINK`.',
  then: 'new-tag',
  before: 'electron-builder-keychain',
  sources: ['https://github.com/electron-userland/electron-builder/issues/10066', 'https://github.com/devsy-org/devsy/pull/1208'],
};
