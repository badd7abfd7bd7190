import { cannotTell } from './ask';
import type { RequirementKind } from './requirement';
import { readerOf, siblings } from './siblings';
import { refOf } from './source-files';
import { commitPath, SHA } from './token-probe';
import { missing, ok, type Verdict } from './verdict';
import type { World } from './world';
import type { RepositoryModel } from '../model/model';
import { text } from '../outside/data';

/** The tag itself is the ref of the repository that runs the workflow. */
export const refs: RequirementKind = {
  id: 'refs',
  title: 'Refs',
  guard: ['a-repository-is-empty', 'a-ref-does-not-exist', 'a-file-with-a-ref-is-missing', 'a-file-holds-no-ref'],
  of: ({ model }) => siblings(model).map(({ label, repository }) => ({
    subject: `${subjectOf(repository)} of ${label}`,
    lookUp: (world) => lookUp(world, repository, model.repositories[0]),
  })),
};

function subjectOf({ ref, refFile }: RepositoryModel): string {
  if (refFile !== '') return `the ref in ${refFile}`;
  return ref === 'HEAD' ? 'the default branch' : ref;
}

async function lookUp(world: World, repository: RepositoryModel, main: RepositoryModel): Promise<Verdict> {
  const found = await refOf(world, repository, main);
  if ('problem' in found) {
    return missing(found.problem, `Write a branch, a tag or a commit of ${repository.name} into it, and commit it.`);
  }
  const { ref } = found;
  const github = readerOf(world, repository);
  const answer = await github.get(commitPath(repository.name, ref), SHA);
  if (answer.kind === 'reply') {
    const sha = /^[0-9a-f]{40,64}$/.exec(text(answer.data));
    if (answer.status === 200 && sha) return ok(`${detailsOf(repository, ref)}now ${sha[0].slice(0, 10)}`);
    if (answer.status === 409) return missing('the repository is empty', 'Push a first commit to it.');
    if (answer.status === 422) return missing(`no branch, tag or commit is called '${ref}'`, `Push it, or ${repository.refFile ? `correct it in ${repository.refFile}` : 'declare another ref'}.`);
  }
  throw cannotTell(github, answer, 'read access to its contents');
}

/** Which tag will be built is not known here, and so not whether there is a matching one. */
function detailsOf({ matchTag, refFile }: RepositoryModel, ref: string): string {
  return [refFile && ref, matchTag && 'without a matching tag'].filter(Boolean).map((detail) => `${detail}, `).join('');
}
