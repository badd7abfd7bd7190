import { parse } from 'yaml';
import { violations } from './invariants';
import type { BuildWorkflow } from '../../src/model/workflows';
import type { WorkflowFile } from '../../src/render/workflow/workflow-file';

/** What must hold for every generated workflow that publishes nothing, and what no engine knows: a line for each violation. */
export function idleViolations(text: string, { kind, model }: BuildWorkflow): string[] {
  const workflow: WorkflowFile = parse(text);
  const jobs = kind === 'watch' ? [] : model.jobs;
  return [
    // the watch hands no commit on
    ...violations(text, { ...model, jobs, repositories: kind === 'watch' ? [] : model.repositories, publish: [], signings: [] }),
    ...['push', 'pull_request', 'schedule', 'workflow_dispatch'].reduce((others, event) => others.filter((other) => other !== event), Object.keys(workflow.on)).map((event) => `it runs on ${event}`),
    ...tagsOf(workflow),
    ...Object.keys(workflow.jobs).filter((id) => !['guard', ...kind === 'watch' ? ['issue'] : ['assemble', ...jobs.map((job) => job.id)]].includes(id)).map((id) => `it has a job ${id}`),
    ...Object.entries(workflow.jobs).flatMap(([id, job]) => Object.entries(job.permissions)
      .filter(([scope, access]) => access !== 'read' && `${id} ${scope}` !== 'issue issues').map(([scope]) => `${id} may write ${scope}`)),
    ...secretsIn(workflow).filter((name) => kind === 'rehearsal' && !model.secrets.some(({ names }) => names.includes(name))).map((name) => `a rehearsal is given ${name}`),
    ...secretsIn({ job: workflow.jobs.issue }).map((name) => `the job with the issue is given ${name}`),
    ...kind === 'rehearsal' ? stepsThatAlwaysRun(workflow) : [],
  ];
}

function tagsOf({ on }: WorkflowFile): string[] {
  const push = on.push as Record<string, unknown> | undefined;
  return push && (!Array.isArray(push.branches) || 'tags' in push) ? ['a tag starts it'] : [];
}

function secretsIn(value: object): string[] {
  return [...JSON.stringify(value).matchAll(/\$\{\{ secrets\.(\w+)/g)].map(([, name]) => name);
}

/** Where a leg can be left out, all its steps behind the first one are. */
function stepsThatAlwaysRun({ jobs }: WorkflowFile): string[] {
  return Object.entries(jobs).filter(([, { steps: [first] }]) => first.env?.UNREHEARSED).flatMap(([id, { steps: [, ...others] }]) => others
    .filter((step) => !/^\(?steps\.check-outputs\.outputs\.rehearsed != 'false'/.test(step.if ?? '') && (step.run ?? step.uses))
    .map((step) => `${step.id} of ${id} runs though its leg is left out`));
}
