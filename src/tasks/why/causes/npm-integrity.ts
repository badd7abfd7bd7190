import type { KnownCause } from '../known-cause';

export const npmIntegrity: KnownCause = {
  id: 'npm-integrity',
  title: 'A package has another sum than the lock file',
  signs: [/^npm (?:ERR!|error) code EINTEGRITY$/],
  cause: 'What npm downloaded is not what package-lock.json says: it was cut off or changed on its way, or the version was published anew, as private registries allow.',
  cure: 'If a re-run of the failed jobs says the same, find out why the package has changed before you take it; then run `npm install` anew and commit package-lock.json. Do not take the sum out of it: it is what protects the build.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/medikoo/es5-ext/issues/188', 'https://github.com/iamraphson/adonisjs-hackathon-starter/issues/10'],
};
