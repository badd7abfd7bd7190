import { dependenciesOf, type Leg, legsBefore, legsOf, readBy, repositoriesHandedTo, resultsOf } from './jobs';
import type { BuildJobModel, LegReference, Model, PlatformModel, RehearseModel, RepositoryModel, SecretModel } from './model';

/** The workflow files of a build: what a tag starts, what rehearses that, and what watches over it. */
export const WORKFLOW_KINDS = ['tag', 'rehearsal', 'watch'] as const;

export type WorkflowKind = (typeof WORKFLOW_KINDS)[number];

/** One of them, and what it is made from: the build, without what it does not do. */
export interface BuildWorkflow {
  readonly kind: WorkflowKind;
  readonly model: Model;
}

/** Days for which GitHub keeps what a rehearsal has built. */
const RETENTION_DAYS = 3;

/** All that a build has; what a tag starts comes first. */
export function workflowsOf(model: Model): BuildWorkflow[] {
  const { rehearse } = model;
  return [
    { kind: 'tag', model },
    ...rehearse && isRehearsed(rehearse) ? [{ kind: 'rehearsal', model: rehearsed(model, rehearse) } as const] : [],
    ...rehearse?.watch ? [{ kind: 'watch', model: further(model, 'watch') } as const] : [],
  ];
}

function isRehearsed({ pullRequests, branches, schedule }: RehearseModel): boolean {
  return pullRequests || branches.length > 0 || schedule !== '';
}

/** Its file and its name are its own; nobody starts it with inputs. */
function further(model: Model, kind: WorkflowKind): Model {
  return { ...model, title: `${model.title} ${kind}`, workflowPath: model.workflowPath.replace(/\.yml$/, `-${kind}.yml`), rehearsal: false };
}

/** What is chosen and what that needs. Nothing is published, and where results are missing they are no set either. */
function rehearsed(model: Model, { legs }: RehearseModel): Model {
  const chosen = legsOf(model).filter((leg) => legs.some((one) => isLeg(one, leg)));
  const kept = [...chosen, ...chosen.flatMap((leg) => legsBefore(model, leg))].map(referenceTo);
  const isKept = (leg: Leg) => kept.some((one) => isLeg(one, leg));
  const withToken = model.signings.filter(({ azureToken }) => azureToken).map(({ title }) => title);
  const jobs = model.jobs
    .map((job) => ({
      ...job,
      retentionDays: Math.min(job.retentionDays, RETENTION_DAYS),
      platforms: job.platforms.filter((platform) => isKept({ job, platform })).map((platform) => unsigned(platform, withToken)),
    }))
    .filter(({ platforms }) => platforms.length);
  const used = jobs.flatMap((job) => repositoriesBefore(model, job));
  const fetched = jobs.flatMap((job) => dependenciesOf(model, job));
  const smaller = {
    ...further(model, 'rehearsal'),
    jobs,
    repositories: model.repositories.filter((repository) => used.includes(repository)),
    dependencies: model.dependencies.filter((dependency) => fetched.includes(dependency)),
  };
  return {
    ...smaller,
    secrets: model.secrets.flatMap((secret) => withToken.includes(secret.title) ? [] : stillUsed(secret, smaller)),
    publish: resultsOf(model).every(isKept) ? model.publish : [],
  };
}

/** No rehearsal is given a token that says who it is. */
function unsigned(platform: PlatformModel, titles: readonly string[]): PlatformModel {
  const others = (all: readonly string[]) => all.filter((title) => !titles.includes(title));
  return {
    ...platform,
    secrets: others(platform.secrets),
    signing: others(platform.signing),
    proofs: platform.proofs.filter(({ signing }) => !titles.includes(signing)),
  };
}

function stillUsed(secret: SecretModel, model: Pick<Model, 'jobs' | 'repositories' | 'dependencies'>): SecretModel[] {
  const { jobs, dependencies } = model;
  const usedBy = {
    repositories: secret.usedBy.repositories.filter((name) => readBy(model).some((repository) => repository.name === name)),
    legs: secret.usedBy.legs.filter((leg) => legsOf({ jobs }).some((one) => isLeg(leg, one))),
    steps: secret.usedBy.steps.filter((id) => jobs.some((job) => job.id === id)),
    targets: [],
    dependencies: secret.usedBy.dependencies.filter((id) => dependencies.some((dependency) => dependency.id === id)),
  };
  return Object.values(usedBy).some(({ length }) => length) ? [{ ...secret, usedBy }] : [];
}

function referenceTo({ job, platform }: Leg): LegReference {
  return { job: job.id, platform: platform.name };
}

function isLeg(reference: LegReference, { job, platform }: { readonly job: Pick<BuildJobModel, 'id'>; readonly platform: PlatformModel }): boolean {
  return reference.job === job.id && reference.platform === platform.name;
}

/** Everything that is rehearsed, and what that needs; nothing where nothing is. */
export function rehearsedLegs(model: Model): Leg[] {
  const rehearsal = workflowsOf(model).find(({ kind }) => kind === 'rehearsal');
  return rehearsal ? legsOf(model).filter((leg) => legsOf(rehearsal.model).some((one) => isLeg(referenceTo(one), leg))) : [];
}

/** The required secrets of a leg that a pull request of a fork is without, by their names: also those of what it needs. */
export function secretsWanted(model: Model, leg: Leg): string[] {
  const all = [...legsBefore(model, leg), leg];
  const wanted = ({ usedBy: { legs, steps, repositories, dependencies } }: SecretModel) => all.some((one) =>
    legs.some((reference) => isLeg(reference, one))
    || steps.includes(one.job.id)
    || repositoriesBefore(model, one.job).some(({ name }) => repositories.includes(name))
    || one.job.dependencies.some((id) => dependencies.includes(id)));
  return model.secrets.filter((secret) => secret.required && wanted(secret)).flatMap(({ names }) => names);
}

/** What the guard reads before any leg of a job can begin: the ref of one may stand in a file of the main one. */
function repositoriesBefore(model: Model, job: BuildJobModel): readonly RepositoryModel[] {
  const handed = repositoriesHandedTo(model, job);
  return handed.some(({ refFile }) => refFile) ? [model.repositories[0], ...handed] : handed;
}
