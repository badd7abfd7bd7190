import type { TargetKind } from './target-kind';
import { workflowFile } from '../model/facts';
import type { NpmModel } from '../model/model';
import { publicReleasesOf } from '../model/publish';
import { code, link } from '../text/markdown';
import { shownShellWord } from '../text/shell';

/** A package on npm, published without a token: npm trusts the workflow. */
export const npm: TargetKind<NpmModel> = {
  title: (target) => `the package ${code(target.package)} on npm`,
  isResult: true,
  drawn: ({ package: name, staged }) => [staged ? 'npm, staged' : 'npm', name],
  about: (target) => [
    `Its tarball is the one file that ${code(target.tarball)} matches.`,
    `Its dist-tag is ${code(target.distTag)}; that of a pre-release is its first word, ${code('beta')} for 1.2.0-beta.1, or ${code('next')}.`,
    target.staged
      ? `The version is staged: nobody can install it until a maintainer approves it with a second factor, on npmjs.com or by ${code('npm stage approve')}.`
      : '',
  ].filter(Boolean),
  name: (target) => `the package ${target.package} on npm`,
  planned: ({ staged, distTag }, { prerelease }, model) => [
    ...(publicReleasesOf(model).length === 0 ? [] : ['before any release is public']),
    staged ? 'staged until a maintainer approves it' : 'at once for everybody',
    prerelease ? "dist-tag the pre-release's first word, or next" : `dist-tag ${distTag}`,
  ],
  setUp: (target, model) => [
    `${code(target.package)} must exist on npm, for a trusted publisher belongs to a package: publish its first version by hand.`,
    `On npmjs.com, Settings of the package, ${link('Trusted Publisher', 'https://docs.npmjs.com/trusted-publishers')}, GitHub Actions: the owner and name of this repository, `
      + `workflow filename ${code(workflowFile(model))}, ${target.environment === '' ? 'no environment' : `environment ${code(target.environment)}`}, `
      + `allowed to run ${code(target.staged ? 'npm stage publish' : 'npm publish')}. Upper and lower case count. A package has one publisher: whoever renames the workflow file changes it there.`,
    target.staged
      ? `After each tag a maintainer approves the version: ${code(`npm stage list ${shownShellWord(target.package)}`)} and ${code('npm stage approve')} with its id, npm 11.15.0 or newer.`
      : 'A publisher that was set up after 2026-09-03 can only stage. If it is one, the declaration needs `staged: true`.',
    `${code('repository')} in its package.json must be this repository: npm compares it with where the package was built.`,
  ],
  checklist: (target, model) => [
    `${code(target.package)} exists on npm, with ${code(workflowFile(model))} of this repository as its trusted publisher${target.environment === '' ? '' : `, in the environment ${code(target.environment)}`}.`,
    ...(target.staged ? ['A maintainer with a second factor knows that each version waits for approval.'] : []),
  ],
  takeBack: (target) => [
    ...(target.staged ? [`A version of ${code(target.package)} that nobody has approved yet: ${code('npm stage reject')} with its id.`] : []),
    `A version that is public: ${code(`npm deprecate ${shownShellWord(`${target.package}@1.2.3`)} 'use 1.2.4'`)} warns whoever installs it. `
      + `${code('npm unpublish')} works for 72 hours, later only where nothing depends on it, and the version can never be used again.`,
  ],
};
