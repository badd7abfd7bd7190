import { planJobs } from './jobs';
import type { PlanInput } from './make-plan';
import type { OtherWorkflow, Start } from './plan';
import { unique } from './secrets';
import { startOf, triggersOf } from './triggers';
import { readTriggers, readWorkflow, mapping, texts, type Mapping } from '../../github/workflow-reader';

/** GitHub's limit for workflows that call one another. */
const MAX_CALLS = 4;

/** A workflow that nobody declared here: none where it has nothing to do with the event. */
export function planOther(input: PlanInput, path: string, running: readonly string[]): OtherWorkflow[] {
  const text = input.workflows.get(path)!;
  if (input.event.name === 'workflow_dispatch' && !/\bworkflow_run\b/.test(text)) {
    return [];
  }
  const { content, errors } = readTriggers(input.engine, text);
  const start = input.event.name === 'push' ? startOf(content.on, input.event) : { starts: false, why: '' };
  const why = errors.length || start.starts ? start.why : startsLater(content, running);
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
    publishes: start.starts ? publishesOf(input, whole.content, name, 0) : [],
  }];
}

function unreadable({ starts }: Start): Start {
  return { starts: false, why: starts ? 'it would start, but GitHub cannot read it' : 'GitHub cannot read it' };
}

/** What follows from the event, though the event itself does not start it. */
function startsLater({ on }: Mapping, running: readonly string[]): string {
  const triggers = triggersOf(on);
  const awaited = texts(mapping(triggers.workflow_run).workflows).find((name) => running.includes(name));
  return awaited === undefined ? '' : `it starts later, when '${awaited}' has run`;
}

/** Where a reusable workflow of this repository seems to publish something. */
export function publishesIn(input: PlanInput, uses: string, depth = 0): string[] {
  const text = uses.startsWith('./') ? input.workflows.get(uses.slice(2)) : undefined;
  if (text === undefined || depth >= MAX_CALLS) {
    return [];
  }
  const { content, errors } = readWorkflow(input.engine, text);
  return errors.length ? [] : publishesOf(input, content, uses, depth + 1);
}

function publishesOf(input: PlanInput, workflow: Mapping, name: string, depth: number): string[] {
  const facts = { event: input.event, repository: input.git?.repository, commit: input.git?.commit, called: depth > 0 };
  const jobs = planJobs({ ...input, workflow, name, facts, publishesIn: (uses) => publishesIn(input, uses, depth) });
  return unique(jobs.flatMap(({ legs }) => legs).flatMap(({ steps }) => steps).flatMap(({ publishes }) => publishes));
}
