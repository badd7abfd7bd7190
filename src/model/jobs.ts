import type { BuildJobModel, CredentialModel, DependencyModel, GithubDependencyModel, Model, NeedModel, PlatformModel, RepositoryModel, SecretModel } from './model';
import { environmentsOfTargets } from './publish';
import { andList, distinct } from '../text/words';

/** What a model says of its jobs: asked here by everybody, so that nobody walks the structure anew. */

/** A build job on one of its platforms. */
export interface Leg {
  readonly job: BuildJobModel;
  readonly platform: PlatformModel;
}

/** Every leg of every job. */
export function legsOf({ jobs }: Pick<Model, 'jobs'>): Leg[] {
  return jobs.flatMap((job) => job.platforms.map((platform) => ({ job, platform })));
}

/** The legs whose artifacts are a part of what the build is for. */
export function resultsOf(model: Pick<Model, 'jobs'>): Leg[] {
  return legsOf(model).filter(({ job }) => job.artifacts === 'result');
}

/** The jobs that are handed what a job builds. */
export function takersOf({ jobs }: Pick<Model, 'jobs'>, { id }: BuildJobModel): BuildJobModel[] {
  return jobs.filter(({ needs }) => needs.some(({ job }) => job === id));
}

/** Whether there are any. */
export function isNeeded(model: Pick<Model, 'jobs'>, job: BuildJobModel): boolean {
  return takersOf(model, job).length > 0;
}

/** The files of one leg, handed to a job that needs them. */
export interface HandedOn {
  readonly from: Leg;
  /** Where they arrive, from the workspace. */
  readonly path: string;
}

/** Everything that a job is handed. */
export function handedTo({ jobs }: Pick<Model, 'jobs'>, { needs }: BuildJobModel): HandedOn[] {
  return needs.flatMap((need) => {
    const legs = legsOf({ jobs: jobs.filter(({ id }) => id === need.job) });
    return legs.filter(({ platform }) => need.platforms.includes(platform.name)).map((from) => ({ from, path: arrivalOf(need, from) }));
  });
}

/** The legs without which a leg cannot be built, in the order in which they run: those that its job is handed files of, and theirs. */
export function legsBefore({ jobs }: Pick<Model, 'jobs'>, leg: Leg): Leg[] {
  const found = [leg];
  for (const job of jobs.slice(0, jobs.findIndex(({ id }) => id === leg.job.id)).reverse()) {
    const wanted = found.flatMap((later) => later.job.needs).filter((need) => need.job === job.id).flatMap(({ platforms }) => platforms);
    found.unshift(...job.platforms.filter(({ name }) => wanted.includes(name)).map((platform) => ({ job, platform })));
  }
  return found.slice(0, -1);
}

/** What a platform must leave, in the order of its patterns: of several, one is enough. */
export function filesWanted({ artifacts, alternatives }: PlatformModel): (readonly string[])[] {
  return artifacts.flatMap((pattern) => {
    const all = alternatives.find((some) => some.includes(pattern)) ?? [pattern];
    return all[0] === pattern ? [all] : [];
  });
}

/** Says of which jobs something is, where there are several. */
export function ofJobs({ jobs }: Pick<Model, 'jobs'>, which: readonly BuildJobModel[]): string {
  return jobs.length === 1 ? '' : ` of ${which.length === 1 ? 'job' : 'jobs'} ${andList(which.map(({ id }) => id))}`;
}

/** What a leg is called by among all of a build: platforms have names that are unique in their job only. */
export function legName({ jobs }: Pick<Model, 'jobs'>, { job, platform }: Leg): string {
  return jobs.length === 1 ? platform.name : `${job.id}/${platform.name}`;
}

function arrivalOf({ path, merge }: NeedModel, { platform }: Leg): string {
  return merge ? path : [path, platform.name].filter(Boolean).join('/');
}

/** The repositories that a job checks out, on some of its platforms at least. */
export function repositoriesOf({ repositories }: Pick<Model, 'repositories'>, job: BuildJobModel): RepositoryModel[] {
  return repositories.filter((repository) => job.repositories.includes(repository.id)
    && (repository.platforms.length === 0 || job.platforms.some(({ name }) => isForPlatform(repository, name))));
}

/** The name of the repository whose root a job builds in, '' for the workflow's own; undefined where it builds elsewhere. */
export function checkoutAt(model: Pick<Model, 'repositories'>, job: BuildJobModel): string | undefined {
  return repositoriesOf(model, job).find(({ path }) => path === job.workingDirectory)?.name;
}

/** Those whose commits all legs of a job are handed, whichever platform checks them out; own steps may be told all commits. */
export function repositoriesHandedTo(model: Pick<Model, 'repositories' | 'version'>, job: BuildJobModel): readonly RepositoryModel[] {
  return model.version.env ? model.repositories : repositoriesOf(model, job);
}

/** Whether the legs of a platform check a repository out, where their job does. */
export function isForPlatform({ platforms }: RepositoryModel, name: string): boolean {
  return platforms.length === 0 || platforms.includes(name);
}

/** What a job fetches besides. */
export function dependenciesOf({ dependencies }: Pick<Model, 'dependencies'>, job: BuildJobModel): DependencyModel[] {
  return dependencies.filter(({ id }) => job.dependencies.includes(id));
}

/** Those that git fetches. */
export function gitDependenciesIn(dependencies: readonly DependencyModel[]): GithubDependencyModel[] {
  return dependencies.filter((dependency) => dependency.kind === 'github');
}

/** A repository that is read: by a checkout, or by what fetches dependencies. */
export interface ReadRepository {
  readonly name: string;
  readonly credential: CredentialModel;
}

/** All that a build reads. */
export function readBy({ repositories, dependencies }: Pick<Model, 'repositories' | 'dependencies'>): ReadRepository[] {
  return [...repositories, ...gitDependenciesIn(dependencies)];
}

/** Whether a repository is checked out with its submodules. */
export function hasSubmodules({ with: { submodules } }: RepositoryModel): boolean {
  return ['true', 'recursive'].includes(String(submodules));
}

/** The secrets that a leg's build step is given. */
export function secretsGivenTo({ secrets }: Pick<Model, 'secrets'>, { platform }: Leg): SecretModel[] {
  return secrets.filter(({ title }) => platform.secrets.includes(title));
}

/** The secrets that the guard checks: all but those that only legs see. */
export function secretsOfGuard({ secrets }: Pick<Model, 'secrets'>): SecretModel[] {
  return secrets.filter(({ environments }) => !environments.length);
}

/** The secrets that may live in a leg's environment, and that it checks itself. */
export function secretsOfLeg({ secrets }: Pick<Model, 'secrets'>, { job, platform }: Leg): SecretModel[] {
  return platform.environment
    ? secrets.filter(({ usedBy: { legs, steps }, environments }) =>
      legs.some((leg) => leg.job === job.id && leg.platform === platform.name) || steps.includes(job.id) && environments.length)
    : [];
}

/** The environments of all legs and publish targets. */
export function environmentsOf(model: Pick<Model, 'jobs' | 'publish'>): string[] {
  return distinct([...legsOf(model).map(({ platform }) => platform.environment), ...environmentsOfTargets(model.publish)])
    .filter((name) => name !== '');
}
