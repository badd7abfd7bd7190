import { parseArgs } from 'node:util';
import type { PlannedEvent } from './plan';

export interface PlanArguments {
  /** Undefined where the next tags are asked for. */
  readonly event: PlannedEvent | undefined;
  /** Id of the one build to plan; undefined for all. */
  readonly build: string | undefined;
  readonly remote: boolean;
  readonly json: boolean;
}

export const USAGE = 'usage: projen-tag-build plan [TAG] [--build ID] [--remote] [--json]\n'
  + '       projen-tag-build plan --event dispatch --ref BRANCH-OR-TAG [--build ID] [--json]\n';

/** @throws Error that says how it is used */
export function parsePlanArguments(args: readonly string[]): PlanArguments {
  const { values, positionals } = parse(args);
  const { event = 'push', ref, build, remote = false, json = false } = values;
  if (positionals.length > 1) {
    throw usageError(`got ${positionals.length} tags (${positionals.join(', ')}), and a plan is for one`);
  }
  if (event === 'push') {
    if (ref !== undefined) {
      throw usageError('--ref belongs to --event dispatch; a pushed tag is given by its name alone');
    }
    const [tag] = positionals;
    return { event: tag === undefined ? undefined : { name: 'push', refType: 'tag', refName: tag.replace(/^refs\/tags\//, '') }, build, remote, json };
  }
  if (event !== 'dispatch') {
    throw usageError(`--event is '${event}', allowed are push and dispatch`);
  }
  if (ref === undefined || positionals.length) {
    throw usageError('--event dispatch takes its branch or tag by --ref');
  }
  return { event: dispatchOf(ref), build, remote, json };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        event: { type: 'string' }, ref: { type: 'string' }, build: { type: 'string' }, remote: { type: 'boolean' }, json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw usageError((error as Error).message);
  }
}

/** A name alone is a branch; a tag is given as `refs/tags/NAME`, as GitHub's API takes it. */
function dispatchOf(ref: string): PlannedEvent {
  const tag = /^refs\/tags\/(.*)$/s.exec(ref)?.[1];
  return tag === undefined
    ? { name: 'workflow_dispatch', refType: 'branch', refName: ref.replace(/^refs\/heads\//, '') }
    : { name: 'workflow_dispatch', refType: 'tag', refName: tag };
}

function usageError(message: string): Error {
  return new Error(`${message}\n\n${USAGE}`);
}
