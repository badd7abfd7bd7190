import type { KnownCause } from '../known-cause';

export const npmOptionalDependency: KnownCause = {
  id: 'npm-optional-dependency',
  title: 'The lock file lacks a package for this system',
  signs: [/Cannot find module '?(?<module>@[\w.\/-]+?)'?\. npm has a bug related to optional dependencies/],
  cause: '{module|A package with a part for this system} is an optional dependency, and npm wrote the lock file on another system and left it out.',
  cure: 'Delete node_modules and package-lock.json, run `npm install`, and commit the new lock file.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/npm/cli/issues/4828'],
};
