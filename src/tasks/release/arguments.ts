import { type CommandLine, parse, UsageError } from '../command-line';
import { JSON_OPTION } from '../json';

export interface ReleaseArguments {
  /** What to release: a step, a version or a tag; undefined for the version that the files have. With `resume` a tag. */
  readonly word: string | undefined;
  /** Id of the one build whose tag it is; undefined for all. */
  readonly build: string | undefined;
  /** Of the commit and of the tag; `%s` stands for the version. */
  readonly message: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly resume: boolean;
  readonly moveTag: boolean;
  readonly json: boolean;
}

export const RELEASE_LINE = {
  usage: ['[patch|minor|major|prerelease|VERSION|TAG] [--build ID] [--message TEXT] [--yes] [--dry-run] [--json]', '--resume [TAG] [--move-tag] [--build ID] [--message TEXT] [--yes] [--json]'],
  operand: { name: 'WHAT', about: 'the step from the last version, or the version, or the tag; with --resume the tag, which is that of HEAD without it', words: ['patch', 'minor', 'major', 'prerelease'], list: 'tags' },
  options: {
    'build': { value: 'ID', about: 'the build whose tag it is, where several have tags of their own', list: 'builds' },
    'message': { value: 'TEXT', about: "of the commit and of the tag, with the version in place of %s, as for \"npm version\"; '%s' without it" },
    'yes': { value: '', about: 'do not ask' },
    'dry-run': { value: '', about: 'do all of it but push, and take back what was made' },
    'resume': { value: '', about: 'go on with a tag that was pushed: follow its run, or run again what failed' },
    'move-tag': { value: '', about: 'with --resume: move the tag to HEAD, where it takes another commit; never one whose release is public' },
    'json': JSON_OPTION,
  },
  examples: [
    ['release minor', 'look, ask, raise the versions, tag, push, and follow the run until all is public'],
    ['release 2.0.0-beta.1 --dry-run', 'try it: commit and tag are made and taken back, and nothing is pushed'],
    ['release patch --yes --json', 'in a script'],
    ['release --resume', 'go on with the tag of HEAD, once what failed is mended'],
  ],
  exits: {
    ok: 'it is public, or built where nothing is published; or it was tried, or not wanted',
    found: 'something speaks against it, the push was refused, or the run failed',
    unknown: 'the tag is pushed, and what comes of it could not be found out',
    interrupted: 'it was interrupted; what is so then is said',
  },
  page: 'docs/release.md',
} as const satisfies CommandLine;

/** @throws UsageError */
export function releaseArguments(args: readonly string[]): ReleaseArguments {
  const { operand: word, options: { build, message = '%s', yes = false, resume = false, json = false, ...further } } = parse(RELEASE_LINE, args);
  const { 'dry-run': dryRun = false, 'move-tag': moveTag = false } = further;
  if (moveTag && !resume) {
    throw new UsageError('--move-tag goes with --resume: it moves a tag whose run has failed');
  }
  if (resume && dryRun) {
    throw new UsageError('--resume goes on with what is pushed, which --dry-run does not; take one of them');
  }
  if (moveTag && word === undefined) {
    throw new UsageError('--move-tag takes the tag that is moved: --resume TAG --move-tag');
  }
  return { word, build, message, yes, dryRun, resume, moveTag, json };
}
