import type { KnownCause } from '../known-cause';

export const electronVersionMissing: KnownCause = {
  id: 'electron-version-missing',
  title: 'Electron has no such version',
  signs: [/cannot resolve (?<url>https?:\/\/\S+): status code 404/],
  cause: 'electron-builder looked for {url|a download}, and it is not there: Electron was never built in that version for that system, or comes from elsewhere.',
  cure: 'Correct `electronVersion` or the version of electron in package.json; a fork of Electron needs `electronDownload.mirror`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/castlabs/electron-releases/issues/210'],
};
