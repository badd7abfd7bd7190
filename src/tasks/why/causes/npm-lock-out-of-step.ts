import type { KnownCause } from '../known-cause';

export const npmLockOutOfStep: KnownCause = {
  id: 'npm-lock-out-of-step',
  title: 'package-lock.json is out of step',
  signs: [
    /`?npm ci`? can only install packages when your package\.json and package-lock\.json/,
    /^npm (?:ERR!|error) (?:Missing|Invalid): (?<package>\S+) /,
  ],
  cause: 'package.json was changed, and package-lock.json does not say the same ({package|a package} is missing in it); `npm ci` installs nothing then.',
  cure: 'Run `npm install`, and commit what it changes in package-lock.json.',
  then: 'new-tag',
  before: 'lock-file-out-of-step',
  sources: ['https://github.com/tosin2013/documcp/issues/28'],
};
