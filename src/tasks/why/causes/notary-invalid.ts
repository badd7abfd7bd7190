import type { KnownCause } from '../known-cause';

export const notaryInvalid: KnownCause = {
  id: 'notary-invalid',
  title: 'Apple found a file that it does not notarize',
  signs: [
    /"statusSummary": "Archive contains critical validation errors"/,
    /The (?<what>binary is not signed with a valid Developer ID certificate|signature does not include a secure timestamp|executable does not have the hardened runtime enabled)/,
  ],
  cause: 'Of a file in the app the notary says: the {what|signature is not as it should be}.',
  cure: 'Sign every program and library in the app with a Developer ID certificate, with the hardened runtime and a time stamp (`codesign --options runtime --timestamp`); a sidecar or a native module is often forgotten.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/gitx/gitx/pull/332', 'https://developer.apple.com/documentation/security/resolving-common-notarization-issues'],
};
