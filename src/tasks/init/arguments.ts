import { QUESTION_IDS } from '../../adopt/survey/questions';
import type { Answers } from '../../adopt/survey/survey';
import { type CommandLine, type OptionLine, parse, UsageError } from '../command-line';
import { JSON_OPTION } from '../json';

export interface InitArguments {
  /** Whether nothing is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Whether the commands that come next are run, too. */
  readonly run: boolean;
  readonly json: boolean;
  /** The workflow that is read, from the repository's root; undefined where the repository alone says what is built. */
  readonly workflow: string | undefined;
  /** Whether that workflow is deleted in the end. */
  readonly replace: boolean;
  /** By the ids of the questions. */
  readonly answers: Answers;
}

/** The answer to each question. */
const ANSWERS = {
  'working-directory': { value: 'DIRECTORY', about: 'where the app lies, from the root', list: 'directories' },
  'app': { value: 'TOOL', about: 'what builds it, where several could' },
  'id': { value: 'ID', about: 'what the build is called: the workflow, the setup doc and the artifacts are named after it' },
  'tags': { value: 'FILTERS', about: 'which tags build, as GitHub takes it; commas between several' },
  'platforms': { value: 'PLATFORMS', about: 'where it is built, such as linux-x64,macos-arm64' },
  'build': { value: 'COMMAND', about: 'what builds it' },
  'artifacts': { value: 'PATTERNS', about: 'the files that this leaves; commas between several' },
  'publish': { value: 'TARGET', about: 'where they become public: none, github-release', words: ['none', 'github-release'] },
  'siblings-owner': { value: 'OWNER', about: 'who owns the repositories that lie beside this one' },
  'siblings-credential': { value: 'CREDENTIAL', about: 'how they are read: token, github-app, none', words: ['token', 'github-app', 'none'] },
} as const satisfies Readonly<Record<(typeof QUESTION_IDS)[number], OptionLine>>;

export const INIT_LINE = {
  usage: [
    `[--yes] [--dry-run] [--run] [--json] ${Object.entries(ANSWERS).map(([name, { value }]) => `[--${name} ${value}]`).join(' ')}`,
    '--from-workflow FILE [--id ID] [--yes] [--dry-run] [--run] [--replace] [--json]',
  ],
  options: {
    'from-workflow': { value: 'FILE', about: 'read this hand-written workflow into the declaration, and report what became of each part', list: 'files' },
    'replace': { value: '', about: 'with --from-workflow: run both commands, and delete FILE once the new workflow is there' },
    'yes': { value: '', about: 'ask nothing, and take what each question proposes' },
    'dry-run': { value: '', about: 'print what would be written, and write nothing' },
    'run': { value: '', about: 'run the commands that come next: the one that installs, and the one that synthesizes' },
    'json': { ...JSON_OPTION, about: `with --yes or --dry-run: ${JSON_OPTION.about}` },
    ...ANSWERS,
  },
  examples: [
    ['init', 'look at this repository, ask what is not known, and write .projenrc.ts'],
    ['init --yes --dry-run', 'see what that would be'],
    ['init --from-workflow .github/workflows/release.yml', 'the same from a workflow that is there'],
  ],
  exits: {
    ok: 'it is written, or there was nothing to write',
    found: 'a command that came next has failed; what it says stands above',
    failed: 'nothing was written; standard error says why',
    interrupted: 'it was interrupted; nothing was written',
  },
  page: 'docs/adopt.md',
} as const satisfies CommandLine;

/** @throws UsageError */
export function initArguments(args: readonly string[]): InitArguments {
  const { options } = parse(INIT_LINE, args);
  const { yes = false, 'dry-run': dryRun = false, run = false, json = false, 'from-workflow': workflow, replace = false } = options;
  const answers = Object.fromEntries(QUESTION_IDS.flatMap((id) => options[id] === undefined ? [] : [[id, options[id]]]));
  const idle = Object.keys(answers).find((id) => workflow !== undefined && id !== 'id');
  if (idle !== undefined) {
    throw new UsageError(`--${idle} is nothing that --from-workflow asks: what the workflow does, it says itself. It takes --id`);
  }
  if (replace && workflow === undefined) {
    throw new UsageError('--replace belongs to --from-workflow');
  }
  if (dryRun && (run || replace)) {
    throw new UsageError(`--dry-run writes and runs nothing; leave ${run ? '--run' : '--replace'} out`);
  }
  if (json && !yes && !dryRun) {
    throw new UsageError('--json asks nothing: it takes --yes or --dry-run beside it');
  }
  return { yes, dryRun, json, run: run || replace, workflow, replace, answers };
}
