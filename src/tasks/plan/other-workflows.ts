import { type Afterwards, startsLater } from './afterwards';
import { planJobs } from './jobs';
import type { OtherWorkflow, Start } from './plan';
import type { PlanInput } from './plan-input';
import { startOf } from './triggers';
import { readTriggers, readWorkflow, type Mapping } from '../../github/workflow-reader';
import { distinct } from '../../text/words';

/** A workflow that nobody declared here: none where it has nothing to do with the event. */
export function planOther(input: PlanInput, path: string, afterwards: Afterwards): OtherWorkflow[] {
  const text = input.workflows.get(path)!;
  const isHeard = ['push', 'pull_request'].includes(input.event.name);
  if (!isHeard && !/\b(?:workflow_run|workflow_dispatch|release)\b/.test(text)) {
    return [];
  }
  const { content, errors } = readTriggers(input.engine, text);
  const start = isHeard ? startOf(content.on, input.event) : { starts: false, why: '' };
  const why = errors.length || start.starts ? start.why : startsLater(afterwards, path, content);
  if (!errors.length && !start.starts && !why) {
    return [];
  }
  const whole = errors.length || !start.starts ? { content, errors } : readWorkflow(input.engine, text);
  const name = typeof whole.content.name === 'string' ? whole.content.name : path;
  return [{
    path,
    name,
    ...whole.errors.length ? unreadable(start) : { ...start, why },
    errors: whole.errors,
    publishes: start.starts ? publishesOf(input, whole.content, name) : [],
  }];
}

function unreadable({ starts }: Start): Start {
  return { starts: false, why: starts ? 'it would start, but GitHub cannot read it' : 'GitHub cannot read it' };
}

/**
 * Where a reusable workflow of this repository seems to publish something.
 *
 * @param seen those that were asked already, for workflows may call one another in a circle
 */
export function publishesIn(input: PlanInput, uses: string, seen = new Set<string>()): string[] {
  const text = uses.startsWith('./') && !seen.has(uses) ? input.workflows.get(uses.slice(2)) : undefined;
  if (text === undefined) {
    return [];
  }
  seen.add(uses);
  const { content, errors } = readWorkflow(input.engine, text);
  return errors.length ? [] : publishesOf(input, content, uses, seen);
}

function publishesOf(input: PlanInput, workflow: Mapping, name: string, seen = new Set<string>()): string[] {
  const facts = { event: input.event, repository: input.git?.repository, commit: input.git?.commit, called: seen.size > 0 };
  const jobs = planJobs({ ...input, workflow, name, facts, publishesIn: (uses) => publishesIn(input, uses, seen) });
  return distinct(jobs.flatMap(({ legs }) => legs).flatMap(({ steps }) => steps).flatMap(({ publishes }) => publishes));
}
