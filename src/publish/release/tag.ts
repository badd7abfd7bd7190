import type { Target } from './target';
import { type Answer, saidIn } from '../github/answer';
import { failure, refused, RERUN } from '../github/refusals';
import { gitObjectIn, textOf } from '../github/shapes';
import { fail, log } from '../report';

/** Objects between a tag and its commit: one, unless somebody tagged a tag. */
const DEEPEST = 5;

/**
 * The commit that the tag must point to, until the release is public and afterwards.
 *
 * In the workflow's repository it is the one that was built. In another one the tag is made here,
 * first of all: publishing would make it too, but where rules do not let it, a draft would be left
 * behind, and what is published between draft and release would be out already. `target_commitish`
 * is never sent, since a commit that changes workflows needs a right that no workflow's token has.
 */
export async function commitOfTag(target: Target): Promise<string> {
  const { own, run, repository } = target;
  const commit = await lookUp(target);
  if (own) {
    return expectCommit(commit, run.commit, target, UNPUBLISHED);
  }
  if (commit !== undefined) {
    log(`Tag ${run.tag} is there in ${repository}: ${commit}.`);
    return commit;
  }
  return createTag(target);
}

/** What follows before anything is public. */
export const UNPUBLISHED = 'Nothing is published for a tag that moves: push a new one.';

/** Ends the command where the tag does not point to the commit that it pointed to. */
export async function requireTag(target: Target, commit: string, otherwise: string): Promise<void> {
  expectCommit(await lookUp(target), commit, target, otherwise);
}

function expectCommit(found: string | undefined, expected: string, { run: { tag }, repository }: Target, otherwise: string): string {
  if (found === expected) {
    return found;
  }
  return fail('the-tag-was-moved', `Tag ${tag} of ${repository} ${found === undefined ? 'is gone' : `points to ${found}`}, and these files belong to ${expected}. ${otherwise}`);
}

async function lookUp(target: Target): Promise<string | undefined> {
  const answer = await ask(target, `ref/tags/${pathOf(target.run.tag)}`);
  if (answer.status === 404) {
    return undefined;
  }
  let object = gitObjectIn(dataOf(answer, target));
  for (let depth = 0; object.annotated && depth < DEEPEST; depth++) {
    object = gitObjectIn(dataOf(await ask(target, `tags/${encodeURIComponent(object.sha)}`), target));
  }
  return object.sha;
}

async function createTag(target: Target): Promise<string> {
  const { github, repository, run: { tag } } = target;
  const commit = await headOf(target);
  for (let nth = 0; ; nth++) {
    try {
      const answer = await github.ask('POST', `/repos/${repository}/git/refs`, { ref: `refs/tags/${tag}`, sha: commit });
      if (answer.status === 201) {
        log(`Made tag ${tag} in ${repository}: ${commit}.`);
        return commit;
      }
      if (!/already exists/i.test(saidIn(answer))) {
        throw tagRefused(answer, target);
      }
      // another run was faster, and its tag counts
      return await lookUp(target) ?? fail('the-tag-was-moved', `GitHub says that tag ${tag} is there in ${repository}, and that it is not. ${RERUN}`);
    } catch (error) {
      await github.afterTrouble(error, nth);
    }
    const found = await lookUp(target);
    if (found !== undefined) {
      return found;
    }
  }
}

async function headOf(target: Target): Promise<string> {
  const { github, repository } = target;
  const answer = await github.ask('GET', `/repos/${repository}`);
  const branch = textOf(dataOf(answer, target), 'default_branch', 'a repository');
  const head = await ask(target, `ref/heads/${pathOf(branch)}`);
  if (head.status === 404) {
    fail('the-release-repository-is-empty', `${repository} has no commit on its default branch ${branch}, and a tag needs one. Push one, such as a README. ${RERUN}`);
  }
  return gitObjectIn(dataOf(head, target)).sha;
}

function tagRefused(answer: Answer, target: Target): Error {
  const { repository, run: { tag } } = target;
  const said = saidIn(answer);
  return answer.status === 422
    ? failure('the-tag-could-not-be-made', `${repository} does not let the token make tag ${tag} (422: "${said}"). A ruleset of its tags restricts that: add the token's owner or App to the bypass list of the ruleset, or exclude such tags from it. ${RERUN}`)
    : refused(answer, `make tag ${tag} in ${repository}`);
}

async function ask({ github, repository }: Target, path: string): Promise<Answer> {
  return github.ask('GET', `/repos/${repository}/git/${path}`);
}

function dataOf(answer: Answer, { repository }: Target): unknown {
  if (answer.status !== 200) {
    throw refused(answer, `read ${repository}`);
  }
  return answer.data;
}

/** Slashes of a name stay. */
function pathOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
