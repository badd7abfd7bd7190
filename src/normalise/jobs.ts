import { normalisePlatforms, type PlatformDefaults } from './platforms';
import { joinPath } from './repositories';
import { normaliseSetup } from './setup';
import type { BuildJobOptions, NeededJob } from '../build-job';
import { gitDependenciesIn, hasSubmodules } from '../model/jobs';
import type { BuildJobModel, DependencyModel, NeedModel, RepositoryModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { TagBuildOptions } from '../options';
import type { Repository } from '../repository';
import type { Signing } from '../signing';
import { distinct, inWords } from '../text/words';
import type { PackageManager } from '../toolchains/package-manager';

/** The options at the top that are a job, and none of the build's. */
const OF_THE_JOB = ['platforms', 'needs', 'setup', 'preInstallSteps', 'prepare', 'preBuildSteps', 'postBuildSteps'] as const;

/** The job that the options at the top are. */
const TOP = 'build';

/** A job as it is declared. */
export interface DeclaredJob {
  readonly id: string;
  /** `jobs[1]`; '' for the options at the top. */
  readonly declaredAt: string;
  readonly options: Partial<BuildJobOptions>;
}

/** What a build says for all its jobs. */
export interface JobDefaults {
  /** The build's. */
  readonly id: string;
  readonly repositories: readonly RepositoryModel[];
  /** Of a job that checks the main repository out. */
  readonly workingDirectory: string;
  readonly timeoutMinutes: number;
  readonly retentionDays: number;
  /** What is collected of a platform whose artifacts are results. */
  readonly collected: PlatformDefaults['collected'];
  /** What the package.json of a job says of its package manager, where it lies here. */
  packageManager(job: Pick<BuildJobModel, 'repositories' | 'workingDirectory'>): PackageManager | undefined;
  /** What is declared for a job to fetch. */
  dependenciesOf(job: string): DependencyModel[];
  /** The id of one of the build's repositories; for another one, what it is called by. */
  repositoryId(repository: Repository): string;
}

/** The jobs of a declaration: what stands at the top is one, unless only `jobs` says what is built. */
export function declaredJobs(options: TagBuildOptions): DeclaredJob[] {
  const further = (options.jobs ?? []).map(({ _spec }, index) => ({ ..._spec, declaredAt: `jobs[${index}]` }));
  const top = OF_THE_JOB.flatMap((option) => (options[option] ?? undefined) === undefined ? [] : [[option, options[option]]]);
  return [...top.length || !further.length ? [{ id: TOP, declaredAt: '', options: Object.fromEntries(top) }] : [], ...further];
}

/** Every way of signing that some platform of some job declares. */
export function signingsOf(declared: readonly DeclaredJob[]): Signing[] {
  return declared.flatMap(({ options }) => options.platforms ?? []).flatMap(({ _spec }) => _spec.options.signing ?? []);
}

/** Each stands behind those it needs; for the rest the order of the declaration counts. */
export function normaliseJobs(declared: readonly DeclaredJob[], defaults: JobDefaults): BuildJobModel[] {
  return inOrder(declared.map((job) => normaliseJob(job, declared, defaults)));
}

function normaliseJob({ id, declaredAt, options }: DeclaredJob, all: readonly DeclaredJob[], defaults: JobDefaults): BuildJobModel {
  const isHandedOn = options.handedOn ?? false;
  const repositories = options.repositories?.map(defaults.repositoryId) ?? defaults.repositories.map((repository) => repository.id);
  const workingDirectory = joinPath(options.workingDirectory ?? homeOf(repositories, defaults));
  const home = { workingDirectory, packageManager: () => defaults.packageManager({ repositories, workingDirectory }) };
  const setup = normaliseSetup(options.setup ?? [], home);
  return {
    id,
    title: options.title ?? inWords(id),
    declaredAt,
    needs: (options.needs ?? []).map((need) => normaliseNeed(need, all, workingDirectory)),
    repositories,
    dependencies: fetchedBy(options, defaults.dependenciesOf(id), defaults.repositories.filter((repository) => repositories.includes(repository.id))),
    workingDirectory,
    setup,
    preInstallSteps: (options.preInstallSteps ?? []).map(toStepModel),
    prepare: (options.prepare ?? []).map(toStepModel),
    preBuildSteps: (options.preBuildSteps ?? []).map(toStepModel),
    postBuildSteps: (options.postBuildSteps ?? []).map(toStepModel),
    platforms: normalisePlatforms(options.platforms ?? [], {
      artifactPrefix: id === TOP ? defaults.id : `${defaults.id}-${id}`,
      setup,
      home,
      timeoutMinutes: options.timeoutMinutes ?? defaults.timeoutMinutes,
      collected: isHandedOn ? ({ artifacts }) => [...artifacts] : defaults.collected,
    }),
    artifacts: isHandedOn ? 'handed-on' : 'result',
    retentionDays: options.retentionDays ?? defaults.retentionDays,
  };
}

/** Steps of `prepare` fetch all, submodules what git does; a job that has neither needs no credential. */
function fetchedBy({ prepare = [] }: DeclaredJob['options'], declared: readonly DependencyModel[], repositories: readonly RepositoryModel[]): string[] {
  const fetched = prepare.length ? declared : repositories.some(hasSubmodules) ? gitDependenciesIn(declared) : [];
  return fetched.map(({ id }) => id);
}

function normaliseNeed({ job, path, platforms, merge }: NeededJob, all: readonly DeclaredJob[], home: string): NeedModel {
  const needed = all.find(({ id }) => id === job)?.options.platforms ?? [];
  const wanted = distinct(platforms ?? needed.map((platform) => platform._spec.options.name ?? platform._spec.name));
  return { job, path: path.startsWith('/') ? path : joinPath(home, path), platforms: wanted, merge: merge ?? wanted.length === 1 };
}

/** In the main repository, or where a job does without it, in the first that it has. */
function homeOf(ids: readonly string[], { repositories: [main, ...others], workingDirectory }: JobDefaults): string {
  return !main || ids.includes(main.id) ? workingDirectory : others.find(({ id }) => ids.includes(id))?.path ?? '';
}

/** Jobs in a circle keep the order of the declaration: a rule speaks of them. */
function inOrder(jobs: readonly BuildJobModel[]): BuildJobModel[] {
  const ordered: BuildJobModel[] = [];
  const waiting = [...jobs];
  const isReady = ({ needs }: BuildJobModel) => needs.every(({ job }) => !waiting.some(({ id }) => id === job));
  while (waiting.length) {
    ordered.push(...waiting.splice(Math.max(0, waiting.findIndex(isReady)), 1));
  }
  return ordered;
}
