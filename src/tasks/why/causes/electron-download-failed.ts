import type { KnownCause } from '../known-cause';

export const electronDownloadFailed: KnownCause = {
  id: 'electron-download-failed',
  title: 'electron-builder could not download something',
  signs: [
    /cannot resolve (?:https?:\/\/\S+|\*\*\*): status code (?<status>403|429|5\d\d)/,
    /part download request failed with status code (?<status>403|429|5\d\d)/,
  ],
  cause: 'The server of a download answered with {status|an error}, as GitHub does when it has trouble or is asked too often.',
  cure: 'See https://www.githubstatus.com if it stays.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/electron-userland/electron-builder/issues/5992', 'https://github.com/electron-userland/electron-builder-binaries/issues/25'],
};
