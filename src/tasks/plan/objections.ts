import { filterDoubtful } from './doubtful-filters';
import { followUpCannotStart } from './follow-up-objections';
import type { GitFacts } from './git-facts';
import { notesMissing, versionNotInChangelog } from './notes-objections';
import type { Objection, WorkflowPlan } from './plan';
import type { PlanInput } from './plan-input';
import { refNotInCommit } from './refs';
import { startsTwoBuilds } from './two-builds';
import { versionObjections } from './version-objections';
import { PUBLISH_SCRIPT, publishes } from '../../model/publish';
import { beginning, distinct } from '../../text/words';

/** How many files a sentence names. */
const NAMED = 3;

/** GitHub starts nothing for more tags in one push. */
const MAX_TAGS_IN_A_PUSH = 3;

const SKIP_WORDS = /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/;
const SKIP_TRAILER = /^skip-checks: ?true$/;

type Check = (input: PlanInput, git: GitFacts, builds: readonly WorkflowPlan[]) => readonly Objection[];

/** Everything that may speak against an event, in the order in which it is said. */
const CHECKS: readonly Check[] = [
  tagExists, skipsRuns, workflowMissing, workflowDiffers, notesMissing, versionNotInChangelog, versionObjections, refNotInCommit, followUpCannotStart,
  outOfSync, uncommitted, commitNotOnRemote, tooManyTags,
];

/** What speaks against the event now. */
export function objectionsOf(input: PlanInput, builds: readonly WorkflowPlan[]): Objection[] {
  const { git } = input;
  const ofFilters = [...filterDoubtful(input), ...startsTwoBuilds(input, builds)];
  return [...ofFilters, ...git ? CHECKS.flatMap((check) => check(input, git, builds)) : outOfSync(input)];
}

function tagExists({ event }: PlanInput, { tagExists: here, tagOnRemote, commit, head }: GitFacts): Objection[] {
  if (event.name !== 'push' || event.refType !== 'tag' || !(here || tagOnRemote)) {
    return [];
  }
  const at = here ? `locally at ${short(commit)}${commit === head ? ', which is HEAD' : `, and HEAD is ${short(head)}`}` : '';
  return [{
    id: 'tag-exists',
    message: `Tag ${event.refName} exists already, ${[at, tagOnRemote && 'on the remote'].filter(Boolean).join(', and ')}.`,
    cure: tagOnRemote ? 'Take the next version.' : 'Push it if it is the right commit, or delete it: git tag -d NAME.',
    prevents: false,
  }];
}

function skipsRuns({ event }: PlanInput, { message, commit }: GitFacts): Objection[] {
  const words = ['push', 'pull_request'].includes(event.name) ? skipWords(message) : undefined;
  return words === undefined ? [] : [{
    id: 'skip-ci',
    message: `The message of commit ${short(commit)} has '${words}', so ${event.refType === 'tag' ? 'a push of the tag' : 'it'} starts nothing.`,
    cure: event.refType === 'tag' ? 'Tag another commit.' : 'Push another commit.',
    prevents: true,
  }];
}

/** The trailer stands at the end, in a paragraph of its own. */
function skipWords(message: string): string | undefined {
  const written = message.trimEnd();
  const trailer = written.slice(written.lastIndexOf('\n') + 1);
  return SKIP_WORDS.exec(message)?.[0] ?? (SKIP_TRAILER.test(trailer) && written.includes('\n\n') ? trailer : undefined);
}

/** A file that a run takes from the commit. */
interface RunFile {
  readonly path: string;
  /** On disk. */
  readonly text: string | undefined;
  /** Whether GitHub starts nothing without it. */
  readonly prevents: boolean;
}

function runFiles({ workflows, models, publishScript }: PlanInput, builds: readonly WorkflowPlan[]): RunFile[] {
  const starting = builds.filter(({ starts }) => starts);
  const publishing = models.some((model) => publishes(model) && starting.some(({ id }) => id === model.id));
  return [
    ...starting.map(({ path }) => ({ path, text: workflows.get(path), prevents: true })),
    ...publishing ? [{ path: PUBLISH_SCRIPT, text: publishScript, prevents: false }] : [],
  ];
}

function workflowMissing(input: PlanInput, { files, commit }: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  return runFiles(input, builds).filter(({ path }) => commit && files.has(path) && files.get(path) === undefined).map(({ path, prevents }) => ({
    id: 'workflow-not-in-commit',
    message: `Commit ${short(commit)} does not have ${path}, and ${prevents ? 'GitHub takes the workflow' : 'its jobs take the script that publishes'} from the commit.`,
    cure: 'Commit the file, then tag that commit.',
    prevents,
  }));
}

function workflowDiffers(input: PlanInput, { files, commit }: GitFacts, builds: readonly WorkflowPlan[]): Objection[] {
  return runFiles(input, builds).filter(({ path, text }) => files.get(path) !== undefined && files.get(path) !== text).map(({ path }) => ({
    id: 'workflow-differs',
    message: `${path} in commit ${short(commit)} differs from the one on disk, and this plan was made from the one on disk.`,
    cure: 'Commit the file, or check the commit out and plan again.',
    prevents: false,
  }));
}

function outOfSync({ outOfSync: files }: Pick<PlanInput, 'outOfSync'>): Objection[] {
  return files.length ? [{
    id: 'out-of-sync',
    message: `Generated files are not what the committed model says: ${beginning(files, NAMED)}.`,
    cure: 'Run "npx projen" and commit what it changes.',
    prevents: false,
  }] : [];
}

function uncommitted(_input: PlanInput, { changed }: GitFacts): Objection[] {
  return changed.length ? [{
    id: 'uncommitted-changes',
    message: `The working tree has changes that are not committed: ${beginning(changed, NAMED)}.`,
    cure: 'Commit them or set them aside; a run builds commits only.',
    prevents: false,
  }] : [];
}

function commitNotOnRemote(_input: PlanInput, { commitOnRemote, commit }: GitFacts): Objection[] {
  return commitOnRemote === false ? [{
    id: 'commit-not-on-remote',
    message: `No branch of the remote holds commit ${short(commit)}, as of the last fetch.`,
    cure: 'Push the branch first, so that what is built was seen by others.',
    prevents: false,
  }] : [];
}

function tooManyTags({ event }: PlanInput, { unpushedTags }: GitFacts): Objection[] {
  const all = distinct([event.refName, ...unpushedTags]);
  return event.name === 'push' && event.refType === 'tag' && all.length > MAX_TAGS_IN_A_PUSH ? [{
    id: 'too-many-tags',
    message: `With "git push --tags", ${all.length} tags would be pushed at once (${beginning(all, NAMED)}), and for more than three GitHub starts nothing.`,
    cure: `Push this one alone: git push origin ${event.refName}`,
    prevents: false,
  }] : [];
}

function short(commit: string | undefined): string {
  return commit?.slice(0, 7) ?? '(none)';
}
