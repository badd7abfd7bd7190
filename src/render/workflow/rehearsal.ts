import { assemble } from './assemble-job';
import { builds } from './build-job';
import { GUARD, guard, guardOutput } from './guard-job';
import { ASSEMBLE } from './job-ids';
import { withCondition } from './step-lists';
import type { Comments, Job, Renderer, WorkflowFile } from './workflow-file';
import { secretsOf } from '../../credentials/credential-kinds';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { type Leg, legsOf } from '../../model/jobs';
import type { Model, RehearseModel } from '../../model/model';
import { secretsWanted } from '../../model/workflows';
import type { Scripts } from '../../text/scripts';
import { distinct } from '../../text/words';

/** The output of the guard that names the legs that it has left out; `none` where it has left none out. */
export const UNREHEARSED = 'unrehearsed';

/** The step of a leg that says whether it is rehearsed: `false` where it is not. */
export const CHECK = 'check-outputs';
export const REHEARSED = 'rehearsed';

/** What builds and checks the same as a tag would, and publishes nothing. */
export const rehearsalFile: Renderer = { render: renderRehearsal, comments: rehearsalComments };

function renderRehearsal(model: Model, scripts: Scripts): WorkflowFile {
  const rehearse = model.rehearse!;
  return {
    name: model.title,
    on: triggers(rehearse),
    permissions: {},
    concurrency: {
      'group': `${model.id}-rehearsal-\${{ github.ref }}`,
      'cancel-in-progress': rehearse.pullRequests ? "${{ github.event_name == 'pull_request' }}" : false,
    },
    jobs: rehearse.pullRequests ? ofPullRequests(model, jobs(model, scripts), scripts) : jobs(model, scripts),
  };
}

function rehearsalComments(model: Model): Comments {
  return {
    ...guard.comments(withoutTargets(model)),
    ...builds.comments(model),
    ...assemble.comments(model),
    on: ' the same as a tag would build; nothing is published',
    permissions: ' none; each job has the least that it needs, and none can write',
    concurrency: ' one run a branch; of a pull request, a new push ends the run before it',
  };
}

function triggers({ pullRequests, branches, schedule }: RehearseModel): WorkflowFile['on'] {
  return {
    ...pullRequests && { pull_request: {} },
    ...branches.length && { push: { branches } },
    ...schedule && { schedule: [{ cron: schedule }] },
  };
}

function jobs(model: Model, scripts: Scripts): Record<string, Job> {
  return { ...guard.render(withoutTargets(model), scripts), ...builds.render(model, scripts), ...assemble.render(model, scripts) };
}

/** The guard asks for no right to publish. */
function withoutTargets(model: Model): Model {
  return { ...model, publish: [] };
}

/** A leg that a pull request of a fork is without secrets for, and their names. */
export interface Needy {
  readonly leg: string;
  readonly secrets: readonly string[];
}

/** Of all that may start it only pull requests come without secrets. */
export function needyLegs(model: Model): Needy[] {
  const legs = model.rehearse?.pullRequests ? legsOf(model) : [];
  return legs.map((leg) => ({ leg: legReference(leg), secrets: secretsWanted(model, leg) })).filter(({ secrets }) => secrets.length);
}

/** As the guard and the legs write it. */
export function legReference({ job, platform }: Leg): string {
  return `${job.id}/${platform.name}`;
}

function ofPullRequests(model: Model, all: Readonly<Record<string, Job>>, scripts: Scripts): Record<string, Job> {
  const needy = needyLegs(model);
  return Object.fromEntries(Object.entries(all).map(([id, job]) => {
    if (id === GUARD) {
      return [id, guardOfPullRequests(model, needy, job, scripts)];
    }
    if (id === ASSEMBLE) {
      return [id, needy.length ? { ...job, if: `needs.${GUARD}.outputs.${UNREHEARSED} == 'none'` } : job];
    }
    return [id, needy.some(({ leg }) => leg.startsWith(`${id}/`)) ? legsOfPullRequests(id, job, scripts) : job];
  }));
}

function guardOfPullRequests(model: Model, needy: readonly Needy[], job: Job, scripts: Scripts): Job {
  const read = readWith(model).filter(({ secrets }) => secrets.length);
  const env = {
    HEAD_REPOSITORY: '${{ github.event.pull_request.head.repo.full_name }}',
    ...needy.length && { LEGS: needy.map(({ leg, secrets }) => `${leg} ${secrets.join(',')}`).join('\n') },
    ...read.length && { READ_WITH: read.map(({ id, secrets }) => `${id} ${secrets.join(',')}`).join('\n') },
  };
  return {
    ...withPart(job, GUARD, env, scripts.rehearsal, scripts.guard),
    outputs: { ...job.outputs, ...needy.length && { [UNREHEARSED]: `\${{ steps.${GUARD}.outputs.${UNREHEARSED} }}` } },
  };
}

/** The secrets of all that the guard reads. A ref that stands in a file is read with those of the main repository first. */
function readWith({ repositories, dependencies }: Model): { readonly id: string; readonly secrets: readonly string[] }[] {
  const [main] = repositories;
  return [
    ...repositories.map((one) => {
      const opened = one.refFile ? [main, one] : [one];
      return { id: one.id, secrets: distinct(opened.flatMap(({ credential }) => secretsOf(credential))) };
    }),
    ...dependencies.map((dependency) => ({ id: dependency.id, secrets: kindOfDependency(dependency).secrets(dependency) })),
  ];
}

/** A leg that is left out still ends well, step by step: a check that is required would wait for one that is skipped. */
function legsOfPullRequests(id: string, job: Job, scripts: Scripts): Job {
  const env = { UNREHEARSED: guardOutput(UNREHEARSED), LEG: `${id}/\${{ matrix.platform }}` };
  const { steps } = withPart(job, CHECK, env, scripts.rehearsedLeg, scripts.leg);
  return { ...job, steps: steps.map((step) => step.id === CHECK ? step : withCondition(`steps.${CHECK}.outputs.${REHEARSED} != 'false'`, step)) };
}

/** A job with a part of our scripts in front of another one. */
export function withPart(job: Job, step: string, env: Readonly<Record<string, string>>, part: string, before: string): Job {
  return {
    ...job,
    steps: job.steps.map((one) => one.id === step ? { ...one, env: { ...env, ...one.env }, run: one.run!.replace(before, () => `${part}\n${before}`) } : one),
  };
}
