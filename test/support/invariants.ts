import { parse } from 'yaml';
import type { RepositoryModel, StepModel } from '../../src/model/model';
import type { Job, WorkflowFile } from '../../src/render/workflow/workflow-file';

/** What must hold for every generated workflow, and what no engine knows: a line for each violation. */
export function violations(text: string, repositories: readonly RepositoryModel[]): string[] {
  const workflow: WorkflowFile = parse(text);
  return INVARIANTS.flatMap((invariant) => invariant(workflow, repositories));
}

type Invariant = (workflow: WorkflowFile, repositories: readonly RepositoryModel[]) => string[];

const INVARIANTS: readonly Invariant[] = [
  theBuildNeedsTheGuard,
  everyJobHasItsPermissionsAndAnEnd,
  thisRepositoryCanBeRead,
  everyRepositoryIsCheckedOutAtItsCommit,
  noCheckoutDeletesAnother,
  noCheckoutKeepsItsToken,
  everyActionIsPinned,
  noScriptHasAnExpression,
  everyLegHasArtifactsOfItsOwn,
];

function theBuildNeedsTheGuard({ jobs }: WorkflowFile): string[] {
  return [jobs.build.needs].flat().includes('guard') ? [] : ['build does not need guard'];
}

function everyJobHasItsPermissionsAndAnEnd({ permissions, jobs }: WorkflowFile): string[] {
  return [
    ...Object.keys(permissions ?? { all: 'write' }).map((scope) => `all jobs have the permission ${scope}`),
    ...violating(jobs, ({ permissions: own }) => own === undefined, 'has no permissions of its own'),
    ...violating(jobs, (job) => job['timeout-minutes'] === undefined, 'has no timeout'),
  ];
}

function thisRepositoryCanBeRead({ jobs }: WorkflowFile): string[] {
  return violating(jobs, (job) => job.permissions?.contents === undefined && checkouts(job).some(({ repository }) => !repository),
    'checks out this repository without the permission to read it');
}

/** This repository has no ref: its checkout verifies the tag. Any other one without builds its default branch. */
function everyRepositoryIsCheckedOutAtItsCommit({ jobs: { guard, build } }: WorkflowFile, repositories: readonly RepositoryModel[]): string[] {
  const found = checkouts(build).map(({ repository = 'self', ref = '', path = '' }) => `${repository}@${ref} in ${path}`).sort();
  const wanted = repositories.map(({ self, id, name, path }) => `${self ? 'self@' : `${name}@\${{ needs.guard.outputs.commit-${id} }}`} in ${path}`).sort();
  const unresolved = repositories.filter(({ self, id }) => !self && !guard.outputs?.[`commit-${id}`]);
  return [
    ...wanted.filter((checkout) => !found.includes(checkout)).map((checkout) => `no checkout of ${checkout}`),
    ...found.filter((checkout) => !wanted.includes(checkout)).map((checkout) => `a checkout of ${checkout}`),
    ...unresolved.map(({ id }) => `the guard does not hand on commit-${id}`),
  ];
}

function noCheckoutDeletesAnother({ jobs }: WorkflowFile): string[] {
  return Object.values(jobs).flatMap((job) => {
    const paths = checkouts(job).map(({ path = '' }) => path);
    return paths.flatMap((path, index) => paths.slice(0, index).filter((earlier) => isWithin(earlier, path))
      .map((earlier) => `the checkout into '${path}' deletes the one in '${earlier}'`));
  });
}

function noCheckoutKeepsItsToken({ jobs }: WorkflowFile): string[] {
  return violating(jobs, (job) => checkouts(job).some((inputs) => `${inputs['persist-credentials']}` !== 'false'), 'keeps the token of a checkout');
}

function everyActionIsPinned({ jobs }: WorkflowFile): string[] {
  return steps(jobs).filter(({ uses = './' }) => !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses)).map(({ uses }) => `${uses} is not pinned`);
}

function noScriptHasAnExpression({ jobs }: WorkflowFile): string[] {
  return steps(jobs).filter(({ run = '' }) => run.includes('${{')).map(({ id, name }) => `the script of ${id ?? name} has an expression`);
}

/** With `overwrite`, the leg that uploads last would replace what the others have uploaded. */
function everyLegHasArtifactsOfItsOwn({ jobs: { build } }: WorkflowFile): string[] {
  const legs = build.strategy?.matrix.include ?? [];
  const names = build.steps.filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@')).flatMap((step) =>
    legs.map((leg) => String(step.with?.name).replace('${{ matrix.artifact }}', String(leg.artifact))));
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two legs upload ${name}`);
}

function violating(jobs: WorkflowFile['jobs'], violates: (job: Job) => boolean, what: string): string[] {
  return Object.entries(jobs).filter(([, job]) => violates(job)).map(([id]) => `${id} ${what}`);
}

function steps(jobs: WorkflowFile['jobs']): StepModel[] {
  return Object.values(jobs).flatMap((job) => job.steps ?? []);
}

/** The inputs of each checkout, in their order. */
function checkouts(job: Job): Record<string, string | undefined>[] {
  return steps({ job }).filter(({ uses = '' }) => uses.startsWith('actions/checkout@')).map((step) => (step.with ?? {}) as Record<string, string>);
}

function isWithin(inner: string, outer: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}/`);
}
