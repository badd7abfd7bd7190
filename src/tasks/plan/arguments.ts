import type { PlannedEvent } from './plan';
import { type CommandLine, parse, UsageError } from '../command-line';

export interface PlanArguments {
  /** Undefined where the next tags are asked for. */
  readonly event: PlannedEvent | undefined;
  /** Id of the one build to plan; undefined for all. */
  readonly build: string | undefined;
  readonly remote: boolean;
  readonly json: boolean;
}

export const PLAN_LINE = {
  usage: ['[TAG] [--build ID] [--remote] [--json]', '--event dispatch --ref BRANCH-OR-TAG [--build ID] [--json]'],
  operand: { name: 'TAG', about: 'the tag to plan; without it the next ones are proposed' },
  options: {
    event: { value: 'EVENT', about: 'push, as without it, or dispatch: a start by hand' },
    ref: { value: 'BRANCH-OR-TAG', about: 'what is started by hand; a tag is written refs/tags/NAME' },
    build: { value: 'ID', about: 'only the build of this id' },
    remote: { value: '', about: 'ask the remote which tags it has; without it nothing leaves the machine' },
    json: { value: '', about: 'print the plan as JSON' },
  },
  examples: [
    ['plan', 'which tags come next?'],
    ['plan v1.4.0', 'what would a push of v1.4.0 do?'],
    ['plan --event dispatch --ref main', 'what would a rehearsal on main do?'],
  ],
  exits: {
    ok: 'it would run, and nothing speaks against it',
    found: 'it would not run, or something speaks against it',
    unknown: 'it would run, as far as could be found out: git, or the remote, did not answer',
  },
  page: 'docs/plan.md',
} as const satisfies CommandLine;

/** @throws UsageError */
export function parsePlanArguments(args: readonly string[]): PlanArguments {
  const { options: { event = 'push', ref, build, remote = false, json = false }, operand: tag } = parse(PLAN_LINE, args);
  if (event === 'push') {
    if (ref !== undefined) {
      throw new UsageError('--ref belongs to --event dispatch; a pushed tag is given by its name alone');
    }
    return { event: tag === undefined ? undefined : { name: 'push', refType: 'tag', refName: tag.replace(/^refs\/tags\//, '') }, build, remote, json };
  }
  if (event !== 'dispatch') {
    throw new UsageError(`--event is '${event}', allowed are push and dispatch`);
  }
  if (ref === undefined || tag !== undefined) {
    throw new UsageError('--event dispatch takes its branch or tag by --ref');
  }
  return { event: dispatchOf(ref), build, remote, json };
}

/** A name alone is a branch; a tag is given as `refs/tags/NAME`, as GitHub's API takes it. */
function dispatchOf(ref: string): PlannedEvent {
  const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1];
  return tag === undefined
    ? { name: 'workflow_dispatch', refType: 'branch', refName: ref.replace(/^refs\/heads\//, '') }
    : { name: 'workflow_dispatch', refType: 'tag', refName: tag };
}
