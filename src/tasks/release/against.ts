import { resumeCommand } from './again';
import type { Clone } from './clone';
import type { TrackedFile } from './tracked-files';
import { shownShellWord } from '../../text/shell';
import { beginning } from '../../text/words';
import type { Finding } from '../doctor/report';
import type { Objection, Plan } from '../plan/plan';

/** How many files a sentence names. */
const NAMED = 3;

/** What was found before anything is done. */
export interface Found {
  readonly clone: Clone;
  readonly tag: string;
  /** Files that the version stands in, or would, and that git is told not to look at. */
  readonly unwatched: readonly TrackedFile[];
  /** Why the files cannot be given the version, sentences. */
  readonly problems: readonly string[];
  /** Whether a commit is made. */
  readonly commits: boolean;
  readonly plan: Plan;
  /** Of the builds that the tag starts, and of this clone. */
  readonly findings: readonly Finding[];
  /** Files of workflows that are switched off. */
  readonly disabled: readonly string[];
  /** Whether the tag is to be moved to HEAD. */
  readonly moves: boolean;
  /** Addresses of what is public under the tag already. */
  readonly published: readonly string[];
  /** Addresses of the runs of the tag that have not ended. */
  readonly goingOn: readonly string[];
}

type Check = (found: Found) => readonly Objection[];

/** Everything that may speak against it, in the order in which it is said. */
const CHECKS: readonly Check[] = [
  unfinished, changed, unwatched, elsewhere, split, behind, tagTaken, alreadyPublic, goingOn, notRaised, notStarted, planned, disabled, doctorFinds,
];

/** What speaks against a release: each keeps it from being begun. */
export function objectionsTo(found: Found): Objection[] {
  return CHECKS.flatMap((check) => check(found));
}

/** What the release itself sees to, or sees more exactly. */
const SETTLED = ['tag-exists', 'commit-not-on-remote', 'uncommitted-changes', 'too-many-tags'];

/** What the plan of the tag says besides; of a commit that is still to be made, not what that commit changes. */
export function objectionsOfPlan({ objections }: Plan, commits: boolean): Objection[] {
  const settled = commits ? [...SETTLED, 'version-differs', 'skip-ci'] : SETTLED;
  return objections.filter(({ id }) => !settled.includes(id));
}

function objection(id: string, message: string, cure: string): Objection[] {
  return [{ id, message, cure, prevents: true }];
}

function unfinished({ clone }: Found): readonly Objection[] {
  return clone.unfinished ? objection('unfinished', `${clone.unfinished} is not finished here.`.replace(/^./, (first) => first.toUpperCase()), 'Finish it or take it back.') : [];
}

function changed({ clone }: Found): readonly Objection[] {
  return clone.changed.length
    ? objection('uncommitted-changes', `Files differ from the last commit: ${beginning(clone.changed, NAMED)}.`, 'Commit them or set them aside (git stash); a run builds commits only.')
    : [];
}

function unwatched({ unwatched: files }: Found): readonly Objection[] {
  return files.flatMap(({ path, mark }) => objection('not-looked-at',
    `${path} is marked ${mark}: git does not look at it, and what was changed in it here would be committed along, or taken for what is committed.`,
    `Let git look at it, git update-index --no-${mark} ${shownShellWord(path)}${mark === 'skip-worktree' ? ' (in a sparse checkout: git sparse-checkout disable)' : ''}, and commit or take back what it shows then.`,
  ));
}

function elsewhere({ clone: { isElsewhere, branch, remote, destination } }: Found): readonly Objection[] {
  const there = destination.replace('refs/heads/', '');
  return isElsewhere
    ? objection('other-branch', `Branch ${branch} follows ${there} of ${remote}, to which "git push" would not push it.`, `Check out ${there}, or give ${branch} a branch of its own: git push -u ${remote} ${branch}`)
    : [];
}

function split({ clone: { isSplit, remote } }: Found): readonly Objection[] {
  return isSplit
    ? objection('push-addresses', `What is pushed to ${remote} goes to several addresses, or to another than is asked what it has.`, 'Release by a remote with one address: see git remote -v, and set git config remote.pushDefault NAME.')
    : [];
}

function behind({ clone }: Found): readonly Objection[] {
  const { remote, destination } = clone;
  const branch = destination.replace('refs/heads/', '');
  return clone.behind ? objection('behind', `Branch ${branch} of ${remote} has commits that are not here.`, `Take them in: git pull --rebase ${remote} ${branch}`) : [];
}

function tagTaken({ clone, tag, moves }: Found): readonly Objection[] {
  const [here, there] = [clone.tags.get(tag), clone.remoteTags.get(tag)];
  if (moves) {
    const why = there === undefined ? objection('no-such-tag', `${clone.remote} has no tag ${tag} that could be moved.`, 'To make it, leave out --resume and --move-tag.') : [];
    return there?.commit === clone.head ? objection('tag-exists', `Tag ${tag} of ${clone.remote} is at HEAD already.`, `There is nothing to move: ${resumeCommand(tag)}`) : why;
  }
  if (there) {
    return objection('tag-exists', `Tag ${tag} is on ${clone.remote} already, at ${there.commit.slice(0, 7)}.`, `Go on with it, ${resumeCommand(tag)}, or take the next version.`);
  }
  return here && here.commit !== clone.head
    ? objection('tag-exists', `Tag ${tag} is here already, at ${here.commit.slice(0, 7)} and not at HEAD; ${clone.remote} does not have it.`, `Delete it, git tag -d ${tag}, or take the next version.`)
    : [];
}

function alreadyPublic({ published, tag }: Found): readonly Objection[] {
  return published.length
    ? objection('already-public', `What ${tag} stands for is public: ${published.join(', ')}.`, 'Nothing public is changed: take the next version.')
    : [];
}

function goingOn({ moves, goingOn: runs, tag }: Found): readonly Objection[] {
  return moves && runs.length
    ? objection('run-goes-on', `A run of ${tag} has not ended, and may publish what is there now: ${runs.join(', ')}.`, 'Wait for its end, or cancel it: gh run cancel.')
    : [];
}

function notRaised({ problems }: Found): readonly Objection[] {
  return problems.flatMap((problem) => objection('version-not-raised', problem, ''));
}

function notStarted({ plan, tag }: Found): readonly Objection[] {
  // of a file that cannot be read the plan speaks
  return plan.builds.some(({ starts }) => starts) ? [] : plan.builds.filter(({ errors }) => !errors.length).flatMap(({ id, why, suggestions }) =>
    objection('not-started', `Tag ${tag} does not start ${id}: ${why}.`, suggestions.length ? `Did you mean ${suggestions.join(' or ')}?` : 'Take a tag that matches.'));
}

function planned({ plan, commits }: Found): readonly Objection[] {
  return objectionsOfPlan(plan, commits);
}

function disabled({ disabled: files }: Found): readonly Objection[] {
  return files.flatMap((file) => objection('workflow-disabled', `${file} is switched off on GitHub.`, `Switch it on: gh workflow enable ${file}`));
}

function doctorFinds({ findings }: Found): readonly Objection[] {
  return findings.filter(({ status }) => status === 'missing').flatMap(({ kind, subject, detail, fix }) => objection(kind, `${subject}: ${detail}.`, fix));
}
