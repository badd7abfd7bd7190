import type { github } from 'projen';
import type { GuardOutputs } from '../guard-outputs';
import type { Model } from '../model/model';
import { declaredRepositories, nameOf, sameRepository } from '../normalise/repositories';
import type { TagBuildOptions } from '../options';
import { commitOutput, GUARD, GUARD_FACTS, guardOutput } from '../render/workflow/guard-job';
import { publishJobIds } from '../render/workflow/publish-stages';
import type { Repository } from '../repository';
import { suggestion } from '../text/suggestion';
import { distinct } from '../text/words';

/** What jobs and steps of a user's own refer to in the workflow of a build. */
export interface References {
  readonly guardJobId: string;
  readonly guardOutputs: GuardOutputs;
  readonly buildJobIds: string[];
  readonly publishJobIds: string[];
  stepIds(jobId: string): string[];
  waitFor(jobId: string, needed: string): void;
  commitOf(repository: Repository): string;
}

export function referencesOf(options: TagBuildOptions, model: Model, workflow: github.GithubWorkflow): References {
  const buildJobIds = model.jobs.map(({ id }) => id);
  const published = publishJobIds(model);
  const known = [GUARD, ...buildJobIds, ...published];
  return {
    guardJobId: GUARD,
    guardOutputs: Object.fromEntries(GUARD_FACTS.map((name) => [name, guardOutput(name)])) as unknown as GuardOutputs,
    buildJobIds,
    publishJobIds: published,
    stepIds: (jobId) => stepIds(workflow, jobId, known),
    waitFor: (jobId, needed) => waitFor(workflow, [jobId, needed], known),
    commitOf: (repository) => commitOf(repository, declaredRepositories(options), model),
  };
}

type AnyJob = ReturnType<github.GithubWorkflow['getJob']>;

function jobIn(workflow: github.GithubWorkflow, jobId: string, known: readonly string[]): AnyJob {
  // where there is none, projen says so neither by its type nor by an error
  const job = workflow.getJob(jobId) as AnyJob | undefined;
  if (!job) {
    throw new Error(`the workflow has no job '${jobId}'. ${suggestion(jobId, known)}`);
  }
  return job;
}

function stepIds(workflow: github.GithubWorkflow, jobId: string, known: readonly string[]): string[] {
  const job = jobIn(workflow, jobId, known);
  return 'steps' in job ? job.steps.flatMap(({ id }) => id ?? []) : [];
}

function waitFor(workflow: github.GithubWorkflow, jobIds: readonly [string, string], known: readonly string[]): void {
  const [job] = jobIds.map((jobId) => jobIn(workflow, jobId, known));
  const [jobId, needed] = jobIds;
  workflow.updateJob(jobId, { ...job, needs: distinct([...[job.needs ?? []].flat(), needed]) });
}

/** The repositories of the model stand in the order of the declaration. */
function commitOf(repository: Repository, declared: readonly Repository[], { repositories }: Model): string {
  const found = repositories[declared.findIndex((one) => sameRepository(one, repository))];
  if (!found) {
    const names = repositories.map(({ self, name }) => self ? 'this repository' : name);
    throw new Error(`'${nameOf(repository)}' is none of the repositories of the build; there are: ${names.join(', ')}. Declare it in repositories.`);
  }
  return found.self ? '${{ github.sha }}' : guardOutput(commitOutput(found));
}
