import { output, type Where } from '../../outside/program';

export interface Branch {
  readonly name: string;
  /** What GitHub would build. */
  readonly commit: string;
  /** How the clone differs from it; '' where it does not. */
  readonly difference: string;
}

/**
 * The branch that is checked out, as GitHub has it.
 *
 * @throws Error where GitHub has no such branch
 */
export async function currentBranch(where: Where): Promise<Branch> {
  const name = await output('git', ['branch', '--show-current'], where);
  if (!name) {
    throw new Error('no branch is checked out, and a rehearsal starts on one: git switch BRANCH');
  }
  const quiet = { ...where, env: { ...where.env, GIT_TERMINAL_PROMPT: '0' } };
  const [commit] = (await output('git', ['ls-remote', 'origin', `refs/heads/${name}`], quiet)).split('\t');
  if (!commit) {
    throw new Error(`GitHub does not have branch ${name}; push it first: git push -u origin ${name}`);
  }
  const [head, changes] = await Promise.all([output('git', ['rev-parse', 'HEAD'], where), output('git', ['status', '--porcelain'], where)]);
  return { name, commit, difference: differenceOf(head !== commit, changes !== '') };
}

function differenceOf(moved: boolean, changed: boolean): string {
  if (moved) return 'this clone is at another commit, so push first if that is what you mean';
  return changed ? 'what is not committed is not in it' : '';
}
