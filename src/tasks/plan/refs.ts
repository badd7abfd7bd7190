import type { GitFacts } from './git-facts';
import { guardFacts } from './guard-outputs';
import type { Objection, PlannedEvent, RefPlan, WorkflowPlan } from './plan';
import type { PlanInput } from './plan-input';
import { refInFile, type RefInFile } from '../../github/ref-files';
import type { Model, RepositoryModel } from '../../model/model';
import { isFound, otherRef, refFilesHere } from '../../model/refs';
import { filled } from '../../text/placeholders';

/** What the guard takes where it has to find out: as far as this clone tells. */
export function refsOf({ event, git }: Pick<PlanInput, 'event' | 'git'>, model: Model): RefPlan[] {
  return model.repositories.filter(isFound).map((repository) => ({
    repository: repository.name,
    ref: `${tagOf(repository, model, event)}${read(repository, model, git) ?? otherRef(repository, (name) => name, 'its default branch')}`,
  }));
}

/** Whether the other repository has it is not asked here. */
function tagOf({ matchTag }: RepositoryModel, { tags }: Model, event: PlannedEvent): string {
  const { tag, version } = guardFacts(tags, event);
  return matchTag && tag ? `the tag ${filled(matchTag, { tag, version })} if it has one, else ` : '';
}

function read({ refFile }: RepositoryModel, model: Model, git: GitFacts | undefined): string | undefined {
  const found = refFilesHere(model).includes(refFile) && git ? inCommit(refFile, git) : undefined;
  return found && 'ref' in found ? `${found.ref} (${refFile})` : undefined;
}

function inCommit(file: string, { files }: GitFacts): RefInFile | undefined {
  if (!files.has(file)) return undefined;
  const text = files.get(file);
  return text === undefined ? { problem: 'is not there' } : refInFile(text);
}

/** The guard stops the run, unless a matching tag goes before it. */
export function refNotInCommit({ models }: PlanInput, git: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  const starting = models.filter(({ id }) => builds.some((build) => build.id === id && build.starts));
  return starting.flatMap((model) => refFilesHere(model).flatMap((file) => {
    const found = inCommit(file, git);
    const repositories = model.repositories.filter(({ refFile }) => refFile === file).map(({ name }) => name);
    return found && 'problem' in found ? [{
      id: 'ref-not-in-commit',
      message: `${file}, which is to hold the ref of ${repositories.join(' and ')}, ${found.problem}, in commit ${git.commit!.slice(0, 7)}.`,
      cure: 'Write a branch, a tag or a commit into it, and commit it.',
      prevents: false,
    }] : [];
  }));
}
