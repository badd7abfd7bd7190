import { understood } from './report-lines';
import { type Command, dialectOf, partScript, type Pipeline } from './script';
import { tagValueOf } from './tag-values';
import { fromWorkspace, isReplaceable } from './used-action';
import { distinct } from '../../text/words';
import { constant, list, object } from '../code';
import type { LegSource, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** What a command stamps, or that it hands the version on. */
interface Stamp {
  /** Files that are given the version, from the working directory. */
  readonly files: readonly string[];
  /** Whether later steps are told the version by a variable of ours. */
  readonly env?: true;
}

/** Commands that write the version of the tag into files, or into the environment. */
export const versions: StepReader = {
  read: (step, leg) => {
    if (step.run === undefined || !isReplaceable({ ...step, env: {} }, leg) || /(?:^|[\s;&])(?:cd|pushd) /.test(step.run)) {
      return undefined;
    }
    const { taken, rest } = partScript(step.run, dialectOf(step, leg), (pipeline) => stampIn(pipeline, step, leg) !== undefined);
    const stamps = taken.map((pipeline) => stampIn(pipeline, step, leg)!);
    const files = distinct(stamps.flatMap((stamp) => stamp.files)).map((file) => fromWorkspace(file, step));
    const env = stamps.some((stamp) => stamp.env) || undefined;
    if (!stamps.length || files.includes(undefined)) {
      return undefined;
    }
    const stamped = files.length > 0 && { files: list(files as string[]), mode: constant('VersionMode.STAMP') };
    return {
      options: { version: object({ ...stamped, env }) },
      rest: rest === undefined || isOnlyAssignments(rest) ? undefined : { ...step, run: rest },
      report: [
        ...files.length ? [understood(step, `version of ${files.join(', ')}, stamped before anything is built`)] : [],
        ...env ? [understood(step, 'version: { env: true }, which hands VERSION and TAG to the steps')] : [],
      ],
    };
  },
};

/** What only the commands needed that are gone. */
function isOnlyAssignments(script: string): boolean {
  return script.split('\n').every((line) => /^(?:export )?\w+=\S*$|^\s*(?:#.*)?$|^(?:set|echo) [^>|]*$/.test(line));
}

function stampIn(pipeline: Pipeline, step: StepSource, leg: LegSource): Stamp | undefined {
  const [command, ...others] = pipeline.commands;
  const isVersion = (word: string | undefined) => word !== undefined && ['tag', 'version'].includes(tagValueOf(word, step, leg, true) ?? '');
  if (others.length) {
    return undefined;
  }
  return byManager(command, isVersion, leg) ?? bySed(command, step, leg) ?? byEnvironment(command, step, leg);
}

type IsVersion = (word: string | undefined) => boolean;

/** `npm version`, `yarn version --new-version`, `cargo set-version`, `poetry version` and the like. */
function byManager({ words: all, redirects }: Command, isVersion: IsVersion, { steps }: LegSource): Stamp | undefined {
  const flags = ['--no-git-tag-version', '--allow-same-version', '--no-git-tag', '--git-tag-version=false', '--no-commit-hooks', '--force', '--workspace', '--quiet', '-q'];
  const [program, ...args] = all.filter((word) => !flags.includes(word));
  const leavesGit = all.some((word) => /^--(?:no-git-tag|git-tag-version=false)/.test(word));
  const version = args.at(-1);
  if (redirects.length || !(isVersion(version) || (version === 'from-git' && program === 'npm'))) {
    return undefined;
  }
  switch ([program, ...args.slice(0, -1)].join(' ')) {
    case 'npm version': case 'pnpm version': return leavesGit ? { files: ['package.json', ...program === 'npm' && hasLock(steps) ? ['package-lock.json'] : []] } : undefined;
    case 'yarn version --new-version': return leavesGit ? { files: ['package.json'] } : undefined;
    case 'yarn version': return { files: ['package.json'] };
    case 'cargo set-version': return { files: ['Cargo.toml'] };
    case 'poetry version': case 'uv version': return { files: ['pyproject.toml'] };
    default: return undefined;
  }
}

/** `npm ci` runs nowhere else. */
function hasLock(steps: readonly StepSource[]): boolean {
  return steps.some(({ run = '' }) => /\bnpm ci\b/.test(run));
}

/** Files whose version stands in one known place. */
const STAMPED = /(?:^|\/)(?:package\.json|Cargo\.toml|pyproject\.toml|tauri[\w.-]*\.conf\.json|pubspec\.yaml|[\w.-]+\.csproj|Directory\.Build\.props|gradle\.properties)$/;

/** `sed -i 's/version = ".*"/version = "1.2.3"/' Cargo.toml`, with the version of the tag in it. */
function bySed({ words: [program, ...args], raw, redirects }: Command, step: StepSource, leg: LegSource): Stamp | undefined {
  const options = args.filter((word) => /^-/.test(word) || word === '');
  const [script = '', file = '', ...others] = args.filter((word) => !options.includes(word) && word !== '.bak');
  const isInPlace = ['sed', 'gsed'].includes(program) && options.some((word) => /^-(?:i|E?i\b|-in-place)/.test(word));
  const isSingle = raw.some((word) => word.startsWith("'") && word.includes(script));
  const [, pattern, replacement] = /^(?:\d+(?:,\/[^/]*\/)?|0,\/[^/]*\/)?s([/|#@])(?:(?!\1).)*\1((?:(?!\1).)*)\1[gI]*$/.exec(script) ?? [];
  if (!isInPlace || others.length || redirects.length || pattern === undefined || !STAMPED.test(file) || (isSingle && !/\$\{\{/.test(replacement))) {
    return undefined;
  }
  const [, value = ''] = /^\^?[\s"<]*(?:version|Version|\\1)[\s">]*[=:]?\s*["']?([^"'<,]+)["']?(?:<\/Version>)?,?$/.exec(replacement) ?? [];
  return /version/i.test(script) && tagValueOf(value, step, leg, true) === 'version' ? { files: [file] } : undefined;
}

/** `echo "VERSION=${GITHUB_REF_NAME#v}" >> $GITHUB_ENV`, called as we call it. */
function byEnvironment({ words: [program, ...args], redirects: [[, file] = ['', '']] }: Command, step: StepSource, leg: LegSource): Stamp | undefined {
  const [, name, value] = /^(VERSION|TAG)=(.+)$/.exec(args.join(' ')) ?? [];
  const isEnvironment = program === 'echo' && /^\$\{?GITHUB_ENV\}?$|^\$env:GITHUB_ENV$/i.test(file);
  return isEnvironment && name !== undefined && tagValueOf(value, step, leg, true) === (name === 'TAG' ? 'tag' : 'version') ? { files: [], env: true } : undefined;
}
