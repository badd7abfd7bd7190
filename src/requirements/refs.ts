import { cannotTell } from './ask';
import type { RequirementKind } from './requirement';
import { readerOf, siblings } from './siblings';
import { commitPath, SHA } from './token-probe';
import { missing, ok, type Verdict } from './verdict';
import type { World } from './world';
import type { RepositoryModel } from '../model/model';
import { text } from '../outside/data';

/** The tag itself is the ref of the repository that runs the workflow. */
export const refs: RequirementKind = {
  id: 'refs',
  title: 'Refs',
  guard: ['a-repository-is-empty', 'a-ref-does-not-exist'],
  of: ({ model }) => siblings(model).map(({ label, repository }) => ({
    subject: `${repository.ref === 'HEAD' ? 'the default branch' : repository.ref} of ${label}`,
    lookUp: (world) => lookUp(world, repository),
  })),
};

async function lookUp(world: World, repository: RepositoryModel): Promise<Verdict> {
  const github = readerOf(world, repository);
  const answer = await github.get(commitPath(repository.name, repository.ref), SHA);
  if (answer.kind === 'reply') {
    const sha = /^[0-9a-f]{40,64}$/.exec(text(answer.data));
    if (answer.status === 200 && sha) return ok(`now ${sha[0].slice(0, 10)}`);
    if (answer.status === 409) return missing('the repository is empty', 'Push a first commit to it.');
    if (answer.status === 422) return missing(`no branch, tag or commit is called '${repository.ref}'`, 'Push it, or declare another ref.');
  }
  throw cannotTell(github, answer, 'read access to its contents');
}
