import type { Model } from '../../model/model';
import { type MessageId, TITLES } from '../../publish/titles';

/** Why a message of the publish script appears, and what to do. Whole sentences; code stands between backticks. */
interface Explanation {
  readonly cause: string;
  readonly cure: string;
  /** Where it can appear; without it, wherever something is published. */
  readonly when?: (model: Model) => boolean;
}

/** Every message of the publish script, in the order in which it tells them apart. */
const publishMessages: Readonly<Record<MessageId, Explanation>> = {
  'the-script-was-called-wrongly': {
    cause: 'The workflow and the script beside it are not of one version, or the workflow was edited by hand.',
    cure: 'Run `npx projen`, commit what it changes, and push the next tag.',
  },
  'a-platform-left-no-files': {
    cause: 'The artifact of a platform that may not fail is missing or empty: it was deleted, it expired, or the step that uploads it was changed.',
    cure: 'Look at the job of the platform. "Re-run failed jobs" builds what is missing; when the artifact has expired, "Re-run all jobs" does.',
  },
  'a-pattern-has-no-file': {
    cause: 'A platform built, but not everything that its artifacts declare is in what it uploaded.',
    cure: 'Correct the pattern or the build, and push the next tag. Nothing was published.',
  },
  'a-file-is-not-declared': {
    cause: 'The artifact of a platform holds a file that none of its patterns names. Something else has uploaded under its name.',
    cure: 'Declare the file among the artifacts of the platform, or let the other step upload under another name.',
  },
  'a-file-cannot-be-published': {
    cause: 'An artifact holds a link, a pipe or a device, or a name with control characters. Links could lead to files of the runner.',
    cure: 'Let the build leave a plain file with a plain name.',
  },
  'a-file-is-empty': {
    cause: 'A file has no content: a build step failed in silence, or the disk was full.',
    cure: 'Look at the log of the platform, and mend the build.',
  },
  'a-file-is-too-large': {
    cause: 'A file of a release has to be smaller than 2 GiB.',
    cure: 'Let the build compress it or split it.',
  },
  'a-file-has-no-name': {
    cause: 'GitHub renames files whose names have other characters than letters without accents, digits and `. _ + @ -`. They are renamed before, and of this name nothing was left, or it would be too long.',
    cure: 'Let the build name the file otherwise, or set `assetName`.',
  },
  'two-files-have-one-name': {
    cause: 'Two files would have one name in the release, where upper and lower case count as the same. Files of several platforms are told apart by the platform, unless `assetName` says otherwise; two of one platform cannot be.',
    cure: 'Let the build name them apart, or set `assetName`.',
  },
  'there-are-too-many-files': {
    cause: 'A release has at most 1,000 files, those among them that are made when it is put together.',
    cure: 'Narrow the patterns of the artifacts, or let the build pack files together.',
  },
  'a-platform-is-absent': {
    cause: 'A platform that is allowed to fail did so, and the release was made without its files. The manifest says it, too.',
    cure: 'Nothing has to be done. To have its files after all, mend the build and push the next tag.',
  },
  'there-is-not-one-tarball': {
    cause: 'The pattern of the npm target matches none or several of the files of the release.',
    cure: 'Let a platform build the package by `npm pack` and declare the tarball among its artifacts, or set `tarball` of the target.',
    when: publishesToNpm,
  },
  'the-files-are-not-those-that-were-assembled': {
    cause: 'The files of the release are not those that were checked when they were put together.',
    cure: 'Re-run all jobs.',
  },
  'the-tarball-is-another-package': {
    cause: 'The name and the version in the package.json of the tarball have to be those that are declared and tagged.',
    cure: 'Correct the package.json, or `package` of the target, and push the next tag.',
    when: publishesToNpm,
  },
  'npm-is-too-old': {
    cause: 'Trusted publishing needs npm 11.5.1, and staged publishing 11.15.0.',
    cure: 'Let the job set up Node.js 26, whose npm is new enough. The generated job does; somebody changed it.',
    when: publishesToNpm,
  },
  'npm-does-not-answer': {
    cause: 'The registry could not be asked whether it has the version.',
    cure: 'Re-run failed jobs when npm is well again.',
    when: publishesToNpm,
  },
  'npm-has-another-file-of-the-version': {
    cause: 'The version was published before, with other content. npm never replaces a version.',
    cure: 'Raise the version, and push the next tag.',
    when: publishesToNpm,
  },
  'npm-refuses-the-package': {
    cause: 'npm publishes for a workflow when the package exists and names it as its trusted publisher: the repository, the name of the workflow file, the environment, and what it is allowed to do. Publishers that were set up after 2026-09-03 may stage only, unless they say otherwise.',
    cure: 'Correct the trusted publisher in the settings of the package on npmjs.com, or set `staged: true`; then re-run failed jobs.',
    when: publishesToNpm,
  },
  'npm-has-the-version-already': {
    cause: 'An earlier attempt has published the version, and its content is the same.',
    cure: 'Nothing has to be done.',
    when: publishesToNpm,
  },
  'a-version-waits-for-approval': {
    cause: 'The version is staged. It becomes public when a maintainer of the package approves it with a second factor.',
    cure: 'Look at it and approve it: on npmjs.com among the staged packages, or by `npm stage list`, `npm stage view` and `npm stage approve`.',
    when: stagesOnNpm,
  },
};

/** The messages that a build can meet with, each with its title. */
export function publishMessagesOf(model: Model): (Pick<Explanation, 'cause' | 'cure'> & { readonly title: string })[] {
  return Object.entries(publishMessages)
    .filter(([, { when }]) => !when || when(model))
    .map(([id, { cause, cure }]) => ({ title: TITLES[id as MessageId], cause, cure }));
}

function publishesToNpm({ publish }: Model): boolean {
  return publish.some(({ kind }) => kind === 'npm');
}

function stagesOnNpm({ publish }: Model): boolean {
  return publish.some((target) => target.kind === 'npm' && target.staged);
}
