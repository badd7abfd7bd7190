import { type Complaint } from './complaint';
import { forbiddenCharacter, isTagName, nameCharacter } from './git-names';
import { ARTIFACT_NAME_FORBIDDEN, ARTIFACT_PATTERN_SPECIAL } from './limits';
import { looksLikeToken } from '../text/tokens';

/**
 * Letters, digits and single hyphens; a managed user's name has `_` and its enterprise's short code
 * behind it. A hyphen at the end is found in names older than the rule.
 *
 * @see https://docs.github.com/en/enterprise-cloud@latest/admin/concepts/identity-and-access-management/username-considerations-for-external-authentication
 */
const OWNER = /^(?=.{1,39}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:_[A-Za-z0-9]+|-)?$/;

/** @see https://docs.github.com/en/repositories/creating-and-managing-repositories/creating-a-new-repository */
const MAX_REPOSITORY_LENGTH = 100;

/** `https://github.com/owner/name`, `git@github.com:owner/name.git` and the like. */
const URL_LIKE = /^(?:[a-z+]+:\/\/|[^/@]+@[^/:]+:|(?:www\.)?github\.com\/)/i;
const URL_NAME = /^(?:[a-z+]+:\/\/)?(?:[^/@]*@)?[^/:]+[/:]([\w-]+\/[\w.-]+?)(?:\.git)?(?:\/|$)/i;

/** What keeps a text from naming a repository as `owner/name`. */
export function repositoryNameProblem(text: string): Complaint | undefined {
  if (URL_LIKE.test(text)) {
    const name = URL_NAME.exec(text)?.[1];
    return { why: 'is a URL', hint: name && !looksLikeToken(name) ? `Write '${name}'.` : 'Write owner/name.' };
  }
  const [owner, name, ...more] = text.split('/');
  if (owner === '' || !name || more.length > 0) {
    return { why: 'is not of the form owner/name', hint: "Write for instance 'octo-org/octo-repo'." };
  }
  return ownerProblem(owner) ?? nameProblem(owner, name);
}

function ownerProblem(owner: string): Complaint | undefined {
  return OWNER.test(owner) ? undefined : {
    why: 'has an owner that GitHub does not allow',
    hint: 'An owner has at most 39 letters, digits and single hyphens, and none at the beginning.',
  };
}

function nameProblem(owner: string, name: string): Complaint | undefined {
  if (!/^[\w.-]+$/.test(name) || /^\.{1,2}$/.test(name)) {
    return { why: 'has a name that GitHub does not allow', hint: "A repository's name has letters, digits, '.', '-' and '_', and is not '.' or '..'." };
  }
  if (name.length > MAX_REPOSITORY_LENGTH) {
    return { why: `has a name of ${name.length} characters`, hint: `A repository's name has at most ${MAX_REPOSITORY_LENGTH}.` };
  }
  return /\.git$/i.test(name)
    ? { why: "ends in '.git', which no repository's name does", hint: `Write '${owner}/${name.slice(0, -4)}'.` }
    : undefined;
}

/**
 * What keeps a text from being a ref to check out: a branch, a tag or a commit, short or from `refs/` on.
 *
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export function refNameProblem(ref: string): Complaint | undefined {
  if (ref === '') {
    return { why: 'is empty', hint: 'Leave it out for the default branch.' };
  }
  if (ref.startsWith('-')) {
    return { why: "begins with '-', which commands take for an option", hint: 'Name a branch, a tag or a commit.' };
  }
  const forbidden = forbiddenCharacter(ref);
  if (forbidden !== undefined) {
    return { why: `has ${nameCharacter(forbidden)}, which git allows in no ref`, hint: 'Name one branch, tag or commit.' };
  }
  return isTagName(ref) && ref !== '@' ? undefined : {
    why: 'is no name that git allows for a ref',
    hint: "No part of it between slashes may be empty, begin with '.' or end in '.lock', and '..', '@{' and a '.' at the end are not allowed.",
  };
}

/**
 * What the names of artifacts end in: the tag or the branch, without what such a name or a pattern
 * of names cannot hold. The guard makes the same in assets/guard.sh.
 */
export function runName(refName: string): string {
  return refName.replace(new RegExp(`${ARTIFACT_NAME_FORBIDDEN.source}|${ARTIFACT_PATTERN_SPECIAL.source}`, 'g'), '-');
}
