import { releaseCommand, resumeCommand } from './again';
import { withoutColours } from '../../text/printable';
import { withoutSecrets } from '../../text/tokens';

/** Why a push is refused, as git and GitHub say it, and what to do. */
export interface Refusal {
  /** Stable; a heading in docs/release.md. */
  readonly id: string;
  readonly cure: string;
}

export interface RefusedPush {
  readonly tag: string;
  readonly version: string;
  /** As it is called on the remote; '' where the tag went alone. */
  readonly branch: string;
  readonly remote: string;
}

interface Known {
  readonly id: string;
  readonly words: RegExp;
  readonly cure: (push: RefusedPush) => string;
}

const AGAIN = 'Then run the release again.';

/**
 * The particular before the general.
 *
 * @see https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/troubleshooting-rules
 */
const KNOWN: readonly Known[] = [
  {
    id: 'workflow-scope',
    words: /without [`'"]?workflows?[`'"]? (?:scope|permission)/i,
    cure: () => 'The token that git pushes with may not change workflows. Log in with that right: gh auth refresh --scopes workflow. A fine-grained token takes Workflows: write.',
  },
  {
    id: 'unsigned',
    words: /must have verified signatures/i,
    cure: () => 'Commits must be signed here: set git up so (git config commit.gpgSign true, and user.signingKey), and give GitHub the public key.',
  },
  {
    id: 'secret-found',
    words: /GH009|push cannot contain secrets/i,
    cure: () => `A commit that would be pushed holds a secret. Take it out of the commit, and revoke it. ${AGAIN}`,
  },
  {
    id: 'large-file',
    words: /GH001|exceeds GitHub's file size limit/i,
    cure: () => `A commit that would be pushed holds a file that is too large for GitHub. Take it out of the commit, or keep it in Git LFS. ${AGAIN}`,
  },
  {
    id: 'private-email',
    words: /GH007/,
    cure: () => 'The commit has an e-mail address that GitHub keeps private: git config user.email ID+NAME@users.noreply.github.com, as https://github.com/settings/emails shows it.',
  },
  {
    id: 'tag-rule',
    words: /GH013[^\n]*refs\/tags\/|(?:protected tag|tag is protected)/i,
    cure: ({ tag }) => `A rule of the repository keeps you from making tag ${tag}. Ask an admin to admit it or to let you bypass the ruleset: Settings, Rules, Rulesets.`,
  },
  {
    id: 'protected-branch',
    words: /GH006|GH013|protected branch hook declined|repository rule violations/i,
    cure: ({ branch, tag, version }) => `Branch ${branch} takes no such push. Bring the version by a pull request: commit ${version} on a branch of its own, have it merged, and pull. `
      + `"${releaseCommand(tag)}" then finds the version raised, and pushes the tag alone.`,
  },
  {
    id: 'tag-exists-there',
    words: /refs\/tags\/\S+\s+\[rejected\] \((?:already exists|stale info)\)/,
    cure: ({ tag, remote }) => `Somebody else has pushed ${tag} meanwhile. See it by "git fetch ${remote} tag ${tag}", and take the next version, or follow its run: ${resumeCommand(tag)}`,
  },
  {
    id: 'non-fast-forward',
    words: /\[rejected\] \((?:fetch first|non-fast-forward|needs force|remote ref updated since checkout)\)|failed to update ref|cannot lock ref/,
    cure: ({ branch, remote }) => `Somebody else has pushed to ${branch} meanwhile. Take it in: git pull --rebase ${remote} ${branch}. ${AGAIN}`,
  },
  {
    id: 'no-right',
    words: /Permission to \S+ denied|Write access to repository not granted|The requested URL returned error: 403|protected ref/i,
    cure: () => 'Whoever git pushes as may not write to the repository: ask for the right, or push as somebody else.',
  },
  {
    id: 'no-credentials',
    words: /could not read (?:Username|Password)|Authentication failed|Permission denied \(publickey|Invalid username or (?:password|token)|Repository not found|not appear to be a git repository/i,
    cure: () => 'git has no credentials that the remote takes: "gh auth setup-git" lets it use the login of gh.',
  },
  {
    id: 'submodule-not-pushed',
    words: /submodule paths contain changes that can/,
    cure: () => `A submodule has commits that none of its remotes has, and a run could not check them out. Push them there. ${AGAIN}`,
  },
  {
    id: 'network',
    words: /Could not resolve host|Connection (?:refused|timed out|reset|closed)|unable to access|hung up|early EOF|Could not read from remote repository|RPC failed|HTTP 5\d\d/i,
    cure: () => 'See whether you are online. Then run the release again.',
  },
  {
    id: 'hook',
    words: /hook declined|^(?!.*\[).*failed to push some refs/s,
    cure: () => `A hook refuses it; what it says stands above. Mend that. ${AGAIN}`,
  },
];

const UNKNOWN: Known = { id: 'refused', words: /(?:)/, cure: () => `What git says stands above. Mend that. ${AGAIN}` };

/** What the words of a refused push mean. */
export function refusalOf(words: string, push: RefusedPush): Refusal {
  const { id, cure } = KNOWN.find((one) => one.words.test(words)) ?? UNKNOWN;
  return { id, cure: cure(push) };
}

/** What says nothing of the reason. */
const NOISE = /^(?:To |Done$|hint: |error: failed to push some refs|=\t)|atomic (?:push fail(?:ed|ure)|transaction failed)|^(?:Enumerating|Counting|Compressing|Writing|Unpacking) objects|^Resolving deltas|^Delta compression|^Total \d/;

/** What git printed of a push that was refused, a line each, without what says nothing. */
export function wordsOf(printed: string): string[] {
  const lines = withoutSecrets(withoutColours(printed).split(/[\n\r]+/)).map((line) => line.replace(/^remote:\s?/, '').replace(/^!\t\S*:(\S+)\t/, '$1 ').trimEnd());
  return lines.filter((line) => line.trim() && !NOISE.test(line));
}
