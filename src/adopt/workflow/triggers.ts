import type { Report } from './report';
import type { Places } from './workflow-places';
import type { WorkflowSource } from './workflow-source';
import { exampleTags } from '../../github/example-tags';
import { tagFilterProblem } from '../../github/tag-filters';
import { mapping, texts, type Value } from '../../github/workflow-reader';
import { distinct } from '../../text/words';
import { list, object, type Entry } from '../code';

/** The tags of `TagBuild` by default. */
const DEFAULT = ['v*.*.*'];

/** Events that start no tag build, and what stands for them. */
const OTHERS: Readonly<Record<string, string>> = {
  release: 'a pushed tag starts the build, and the release is made by it: push the tag, and do not make the release by hand',
  create: 'a pushed tag starts the build; a branch that is made starts none',
  repository_dispatch: 'no other repository starts it: push a tag from there, or start the workflow by hand (workflow_dispatch)',
  workflow_call: 'no other workflow calls it: what called it can push the tag, or start it by workflow_dispatch',
  workflow_run: 'it waits for no other workflow: what that one checks can be steps of `prepare`',
  merge_group: 'rehearse: { pullRequests: true } tries what is merged before',
  delete: 'nothing is built for what is gone',
};

/** What the jobs say of tags and of other events. */
export interface TriggerHints {
  /** Whether nothing that builds runs for anything but a tag. */
  readonly isTagsAlone: boolean;
}

/** Filters for the tags that start the build: those of the trigger, else those that conditions speak of. */
export function tagsOf({ on, jobs }: WorkflowSource): { readonly filters: readonly string[]; readonly tag: string; readonly isWritten: boolean } {
  const written = 'push' in on ? tagFilters(mapping(on.push as Value)) : [];
  const conditions = jobs.flatMap((job) => [job.if ?? '', ...job.steps.map((step) => step.if ?? '')]).join('\n');
  const spoken = [...conditions.matchAll(/startsWith\(\s*github\.(?:ref\s*,\s*'refs\/tags\/|ref_name\s*,\s*')([\w./-]+)'/g)].map(([, prefix]) => `${prefix}*`);
  const filters = written.length ? written : spoken.length ? distinct(spoken) : DEFAULT;
  return { filters, tag: exampleTags(filters).matching[0] ?? 'v1.2.3', isWritten: written.length > 0 };
}

/** What starts the build, as options. */
export function readTriggers(source: WorkflowSource, places: Places, report: Report, hints: TriggerHints): Entry[] {
  const { on } = source;
  const push = mapping(on.push as Value);
  const { filters: written, isWritten } = tagsOf(source);
  const at = (event: string, ...more: string[]) => places.line('on', event, ...more);
  if ('push' in on) {
    sayPush(push, at, report, hints, written);
  }
  const rehearse = object({
    pullRequests: rehearsed(on, 'pull_request', at, report, hints),
    branches: branchesOf(push, at, report, hints),
    schedule: scheduleOf(on.schedule as Value, at, report, hints),
  });
  for (const event of Object.keys(on).filter((name) => !['push', 'pull_request', 'schedule', 'workflow_dispatch'].includes(name))) {
    report.leftOut(at(event), `on: ${event}`, OTHERS[event] ?? 'a pushed tag starts the build');
  }
  if ('workflow_dispatch' in on) {
    sayDispatch(mapping(on.workflow_dispatch as Value), at, report);
  }
  return [
    ...object({ tags: JSON.stringify(written) === JSON.stringify(DEFAULT) ? undefined : list(written) }).entries
      .map((entry) => isWritten ? entry : { ...entry, comments: ['decide: the original names no tags; these are those that its conditions speak of'] }),
    ...object({ rehearse: rehearse.entries.length ? rehearse : undefined }).entries,
  ];
}

type At = (event: string, ...more: string[]) => number;

function tagFilters(push: Readonly<Record<string, Value>>): string[] {
  const ignored = texts(push['tags-ignore']);
  const filters = ignored.length ? ['**', ...ignored.map((filter) => `!${filter}`)] : texts(push.tags);
  return filters.filter((filter) => tagFilterProblem(filter) === undefined);
}

function sayPush(push: Readonly<Record<string, Value>>, at: At, report: Report, { isTagsAlone }: TriggerHints, written: readonly string[]): void {
  const shown = written.map((filter) => `'${filter}'`).join(', ');
  if (push.tags !== undefined) {
    report.understood(at('push', 'tags'), 'on: push: tags', `tags: [${shown}]`);
  }
  if (push['tags-ignore'] !== undefined) {
    report.understood(at('push', 'tags-ignore'), 'on: push: tags-ignore', `tags: [${shown}]`);
  }
  if (push.tags === undefined && push['tags-ignore'] === undefined) {
    report.understood(at('push'), 'on: push', `tags: [${shown}]${isTagsAlone ? ': its jobs are for tags alone' : ''}`);
  }
  for (const key of ['branches-ignore', 'paths', 'paths-ignore'].filter((name) => push[name] !== undefined)) {
    report.leftOut(at('push', key), `on: push: ${key}`, 'a tag has no filter of branches or paths; rehearse: { branches } names branches alone');
  }
}

function branchesOf(push: Readonly<Record<string, Value>>, at: At, report: Report, { isTagsAlone }: TriggerHints) {
  const branches = texts(push.branches);
  if (!branches.length) {
    return undefined;
  }
  if (isTagsAlone) {
    report.leftOut(at('push', 'branches'), 'on: push: branches', 'nothing that builds runs for a branch');
    return undefined;
  }
  report.understood(at('push', 'branches'), 'on: push: branches', 'rehearse: { branches }');
  return list(branches);
}

function rehearsed(on: WorkflowSource['on'], event: string, at: At, report: Report, { isTagsAlone }: TriggerHints): true | undefined {
  if (!(event in on)) {
    return undefined;
  }
  if (isTagsAlone) {
    report.leftOut(at(event), `on: ${event}`, 'nothing that builds runs for it');
    return undefined;
  }
  report.understood(at(event), `on: ${event}`, 'rehearse: { pullRequests: true }');
  return true;
}

function scheduleOf(schedule: Value, at: At, report: Report, { isTagsAlone }: TriggerHints): string | undefined {
  const crons = Array.isArray(schedule) ? (schedule as readonly Value[]).map((one) => String(mapping(one).cron ?? '')) : [];
  if (!crons.length) {
    return undefined;
  }
  if (isTagsAlone) {
    report.leftOut(at('schedule'), 'on: schedule', 'nothing that builds runs by the clock');
    return undefined;
  }
  report.understood(at('schedule'), 'on: schedule', `rehearse: { schedule: '${crons[0]}' }`);
  crons.slice(1).forEach((cron) => report.leftOut(at('schedule'), `cron: ${cron}`, 'one schedule is rehearsed, the first'));
  return crons[0];
}

function sayDispatch(dispatch: Readonly<Record<string, Value>>, at: At, report: Report): void {
  report.understood(at('workflow_dispatch'), 'on: workflow_dispatch', 'a rehearsal: everything but publishing');
  Object.keys(mapping(dispatch.inputs)).forEach((input) =>
    report.leftOut(at('workflow_dispatch', 'inputs', input), `input ${input}`, 'a rehearsal has no inputs: where it was read it is empty, as for a pushed tag'));
}
