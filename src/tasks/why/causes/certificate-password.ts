import type { KnownCause } from '../known-cause';

export const certificatePassword: KnownCause = {
  id: 'certificate-password',
  title: 'The password of a certificate is wrong',
  signs: [/SecKeychainItemImport: MAC verification failed during PKCS12 import/],
  cause: 'macOS could not open the `.p12` file with the certificate: the password is another one or empty, or the file was exported by a newer OpenSSL in a form that macOS does not read.',
  cure: 'Set both secrets again from one export; with OpenSSL 3 export by `openssl pkcs12 -export -legacy`.',
  then: 'settings-then-rerun',
  before: 'rehearse',
  sources: ['https://github.com/bitrise-steplib/steps-certificate-and-profile-installer/issues/23'],
};
