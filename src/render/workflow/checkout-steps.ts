import { commitOutput, guardOutput } from './guard-job';
import { onlyOn } from './step-lists';
import { kindOf } from '../../credentials/credential-kinds';
import { pinned } from '../../github/pins';
import { arePatterns } from '../../github/sparse-checkout';
import { isForPlatform } from '../../model/jobs';
import type { BuildJobModel, RepositoryModel, RunnerHost, StepModel } from '../../model/model';

/** A self-hosted runner still has what the last run left. GitHub's own are new every time. */
export function emptyWorkspace(hosts: readonly RunnerHost[]): StepModel[] {
  return hosts.every((host) => host === 'github') ? [] : [{
    name: 'Empty the workspace',
    id: 'empty-workspace',
    if: "runner.environment == 'self-hosted'",
    run: 'find . -mindepth 1 -maxdepth 1 -exec rm -rf {} +',
  }];
}

/**
 * Outer paths stand before the paths inside them, because checking out into a directory deletes
 * what lies in it.
 */
export function checkoutSteps(repositories: readonly RepositoryModel[], { platforms }: BuildJobModel): StepModel[] {
  return [...repositories].sort((a, b) => depth(a.path) - depth(b.path)).map((repository) => {
    const names = platforms.map(({ name }) => name).filter((name) => isForPlatform(repository, name));
    return onlyOn(names, platforms.length, checkoutStep(repository));
  });
}

function depth(path: string): number {
  return path ? path.split('/').length : 0;
}

/** The id of the step that checks a repository out. */
export function checkoutId({ id }: RepositoryModel): string {
  return `checkout-${id}`;
}

function checkoutStep(repository: RepositoryModel): StepModel {
  return {
    name: `Check out ${repository.self ? 'this repository' : repository.name}`,
    id: checkoutId(repository),
    uses: pinned('actions/checkout'),
    with: {
      ...repository.self ? {} : source(repository),
      ...repository.path && { path: repository.path },
      'persist-credentials': false,
      ...inPart(repository),
      ...repository.with,
    },
  };
}

/** @see https://github.com/actions/checkout#usage */
function inPart({ sparse, filter }: RepositoryModel): Record<string, unknown> {
  return {
    ...sparse.length && { 'sparse-checkout': sparse.join('\n'), ...arePatterns(sparse) && { 'sparse-checkout-cone-mode': false } },
    ...filter && { filter },
  };
}

/** The repository itself has none of these: checkout then verifies the tag it was started by. */
function source(repository: RepositoryModel): Record<string, unknown> {
  return {
    repository: repository.name,
    ref: guardOutput(commitOutput(repository)),
    ...kindOf(repository.credential).checkoutInputs(repository),
  };
}
