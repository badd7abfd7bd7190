import { normaliseCredentials } from './credentials';
import { accessOf, declaredDependencies, normaliseDependencies } from './dependencies';
import { declaredJobs, normaliseJobs, signingsOf } from './jobs';
import { normaliseRunner } from './platforms';
import { normalisePublish } from './publish';
import { normaliseRehearse } from './rehearse';
import { checkoutAccess, declaredRepositories, joinPath, nameOf, normaliseRepositories, sameRepository } from './repositories';
import { normaliseSecrets } from './secrets';
import { normaliseSignings } from './signings';
import { withUpdaterFiles } from './updaters';
import type { Model, PackageRunner, ReleaseModel, SetupDocModel, VersionModel } from '../model/model';
import { buildDirectory } from '../model/paths';
import type { ReleaseOptions, SetupDocOptions, TagBuildOptions, VersionOptions } from '../options';
import { inWords } from '../text/words';
import type { PackageManager } from '../toolchains/package-manager';

/** What a declaration does not say and its project does. */
export interface Surroundings {
  /** Name of the root project, without scope. */
  readonly projectName: string;
  /** Where the project lies in its repository; '' is the root. */
  readonly directory: string;
  /** projen's line for generated files. */
  readonly marker: string;
  /**
   * What calls a program of an installed package there.
   * @default 'npx'
   */
  readonly packageRunner?: PackageRunner;
  /** What the package.json in a directory of the repository says of its package manager; undefined where it names none in a full version. None where nothing can be read. */
  readonly packageManager?: (directory: string) => PackageManager | undefined;
}

/** Fills in every default, once. Wrong values stay as they are: the rules speak of them. */
export function normalise(id: string, options: TagBuildOptions, surroundings: Surroundings): Model {
  const { projectName, directory, marker, packageRunner, packageManager } = surroundings;
  const title = options.title ?? inWords(id);
  const words = declaredRepositories(options);
  const declared = declaredJobs(options);
  const fetched = declaredDependencies(options, declared);
  const credentials = normaliseCredentials([...words.map(checkoutAccess), ...fetched.map(accessOf)]);
  const repositories = normaliseRepositories(words, credentials, projectName);
  const dependencies = normaliseDependencies(fetched, credentials.slice(words.length), repositories);
  const jobs = normaliseJobs(declared, {
    id,
    repositories,
    workingDirectory: options.workingDirectory ?? mainDirectory(repositories, directory),
    timeoutMinutes: options.timeoutMinutes ?? 120,
    retentionDays: options.retentionDays ?? 30,
    packageManager: (job) => {
      const home = buildDirectory({ repositories }, job);
      return home === undefined ? undefined : packageManager?.(home);
    },
    collected: (platform) => withUpdaterFiles(options.publish ?? [], platform),
    dependenciesOf: (job) => dependencies.filter((_, index) => fetched[index].jobs.includes(job)),
    repositoryId: (repository) => repositories[words.findIndex((word) => sameRepository(word, repository))]?.id ?? nameOf(repository),
  });
  const publish = normalisePublish(options.publish ?? [], { repositories, dependencies, jobs });
  return {
    id,
    title,
    marker,
    packageRunner: packageRunner ?? 'npx',
    directory,
    workflowPath: `.github/workflows/${id}.yml`,
    tags: options.tags ?? ['v*.*.*'],
    rehearsal: options.rehearsal ?? true,
    ...options.rehearse && { rehearse: normaliseRehearse(id, options.rehearse, jobs) },
    version: normaliseVersion(options.version ?? {}),
    guard: normaliseRunner(options.guard ?? {}, ['ubuntu-slim']),
    repositories,
    dependencies,
    jobs,
    secrets: normaliseSecrets({
      ofAllJobs: options.secrets ?? [], declared, jobs, repositories, dependencies, declaredTargets: options.publish ?? [], targets: publish,
    }),
    signings: normaliseSignings(signingsOf(declared)),
    release: normaliseRelease(options.release ?? {}),
    publish,
    setupDoc: normaliseSetupDoc(id, options.setupDoc ?? {}),
    readme: { path: filePath(options.readme?.path ?? 'README.md'), heading: options.readme?.heading ?? title },
    ignore: options.ignore ?? {},
  };
}

function normaliseRelease(options: ReleaseOptions): ReleaseModel {
  return {
    assetName: options.assetName ?? '',
    checksums: options.checksums ?? true,
    manifest: options.manifest ?? true,
    runner: normaliseRunner(options, ['ubuntu-latest']),
  };
}

function mainDirectory([main]: Model['repositories'], directory: string): string {
  return main?.self ? joinPath(main.path, directory) : main?.path ?? '';
}

/** A slash at the end stays, for a rule to find. */
function filePath(path: string): string {
  const joined = joinPath(path);
  return joined && joined !== '/' && path.endsWith('/') ? `${joined}/` : joined;
}

function normaliseVersion({ files, texts, mode, env }: VersionOptions): VersionModel {
  return {
    files: (files ?? []).map((file) => joinPath(file)),
    texts: (texts ?? []).map(({ path, line }) => ({ path: joinPath(path), line: line.trim() })),
    mode: mode ?? 'compare',
    env: env ?? false,
  };
}

function normaliseSetupDoc(id: string, options: SetupDocOptions): SetupDocModel {
  return {
    path: filePath(options.path ?? `docs/${id}.md`),
    sections: (options.sections ?? []).map((section) => ({
      id: section.id,
      heading: section.heading ?? '',
      body: section.body ?? '',
      after: section.after ?? '',
    })),
    drop: options.drop ?? [],
    troubleshooting: options.troubleshooting ?? [],
  };
}
