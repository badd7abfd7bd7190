import type { PlannedEvent } from './plan';
import { andList } from '../../text/words';
import { type CommandLine, parse, UsageError } from '../command-line';
import { JSON_OPTION } from '../json';

export interface PlanArguments {
  /** Undefined where the next tags are asked for. */
  readonly event: PlannedEvent | undefined;
  /** Id of the one build to plan; undefined for all. */
  readonly build: string | undefined;
  readonly remote: boolean;
  readonly json: boolean;
}

/** What each event is about. */
const WHAT: Readonly<Record<string, string>> = { push: 'branch', dispatch: 'branch or tag', pull_request: 'branch', schedule: 'branch' };

export const PLAN_LINE = {
  usage: [
    '[TAG] [--build ID] [--remote] [--json]', '--event dispatch --ref BRANCH-OR-TAG [--build ID] [--json]',
    '--event push --ref BRANCH [--build ID] [--json]', '--event pull_request|schedule [--ref BRANCH] [--fork] [--build ID] [--json]',
  ],
  operand: { name: 'TAG', about: 'the tag to plan; without it the next ones are proposed', list: 'tags' },
  options: {
    event: { value: 'EVENT', about: 'push, as without it; dispatch: a start by hand; pull_request; schedule', words: Object.keys(WHAT) },
    ref: { value: 'BRANCH-OR-TAG', about: 'what is pushed, brought or started by hand; a tag is written refs/tags/NAME', list: 'branches' },
    fork: { value: '', about: 'a pull request that is given no secrets: of a fork, or of Dependabot' },
    build: { value: 'ID', about: 'only the build of this id', list: 'builds' },
    remote: { value: '', about: 'ask the remote which tags it has; without it nothing leaves the machine' },
    json: JSON_OPTION,
  },
  examples: [
    ['plan', 'which tags come next?'],
    ['plan v1.4.0', 'what would a push of v1.4.0 do?'],
    ['plan --event dispatch --ref main', 'what would a rehearsal on main do?'],
    ['plan --event pull_request --fork', 'what would be rehearsed of the pull request of a fork?'],
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
  const { options: { event, ref, fork, build, remote = false, json = false }, operand: tag } = parse(PLAN_LINE, args);
  const planned = eventOf(event ?? 'push', tag, ref);
  if (fork && planned?.name !== 'pull_request') {
    throw new UsageError('--fork belongs to --event pull_request');
  }
  return { event: planned && { ...planned, ...fork && { fork } }, build, remote, json };
}

function eventOf(event: string, tag: string | undefined, ref: string | undefined): PlannedEvent | undefined {
  if (!Object.hasOwn(WHAT, event)) {
    throw new UsageError(`--event is '${event}', allowed are ${andList(Object.keys(WHAT))}`);
  }
  if (event === 'push' && ref === undefined) {
    return tag === undefined ? undefined : { name: 'push', refType: 'tag', refName: tag.replace(/^refs\/tags\//, '') };
  }
  if (tag !== undefined) {
    throw new UsageError(event === 'push' ? '--ref is a branch; a pushed tag is given by its name alone' : `--event ${event} takes its ${WHAT[event]} by --ref`);
  }
  if (event === 'dispatch') {
    return dispatchOf(ref);
  }
  if (ref?.startsWith('refs/tags/')) {
    throw new UsageError(`--ref is a branch; a pushed tag is given by its name alone: plan ${ref.replace('refs/tags/', '')}`);
  }
  return { name: event as PlannedEvent['name'], refType: 'branch', refName: (ref ?? 'HEAD').replace(/^refs\/heads\//, '') };
}

/** A name alone is a branch; a tag is given as `refs/tags/NAME`, as GitHub's API takes it. */
function dispatchOf(ref: string | undefined): PlannedEvent {
  if (ref === undefined) {
    throw new UsageError(`--event dispatch takes its ${WHAT.dispatch} by --ref`);
  }
  const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1];
  return tag === undefined
    ? { name: 'workflow_dispatch', refType: 'branch', refName: ref.replace(/^refs\/heads\//, '') }
    : { name: 'workflow_dispatch', refType: 'tag', refName: tag };
}
