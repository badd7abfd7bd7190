import { emptyWorkspace } from './checkout-steps';
import { filterLine } from './guard-job';
import { DRAFT, PUBLISH } from './job-ids';
import { needsOf, type Stage, stagesOf } from './publish-stages';
import { bundlesEnv, callScript, checkoutScript, checkSecrets, downloadBundles, downloadSet, IF_REAL, planText, setEnv } from './publish-steps';
import { runsOn } from './runs-on';
import type { Comments, Job, JobKind } from './workflow-file';
import { tokenToWrite, writingSteps } from '../../credentials/credential-kinds';
import { MAX_JOB_MINUTES } from '../../github/limits';
import { runnerHost } from '../../github/runners';
import type { GithubReleaseModel, Model, StepModel } from '../../model/model';
import { fromRoot } from '../../model/paths';
import { notesFilesOf, publicReleasesOf, releasesOf, usesWorkflowToken } from '../../model/publish';
import { RELEASE_PATIENCE, type ReleaseMode, type ReleasePlan } from '../../publish/contract';
import type { Scripts } from '../../text/scripts';
import { isUpdate } from '../../updaters/kind-of-updater';

/** For each release: what its uploads take, and what GitHub may ask to wait. */
const MINUTES = RELEASE_PATIENCE + 55;

/** Where own jobs run before the releases are public: it leaves complete and verified drafts. */
export const draft: JobKind = releaseJob(DRAFT, {
  name: 'Draft',
  what: () => ' leaves a complete and verified draft of each release; nothing is public yet',
  modes: () => ['draft'],
});

/** All drafts are there before the first one becomes public. */
export const publish: JobKind = releaseJob(PUBLISH, {
  name: 'Publish',
  what: (model) => publicReleasesOf(model).length > 0
    ? ' makes each release public when it is complete and verified; where it is so already, it changes nothing'
    : ' leaves a complete and verified draft of each release, which a person makes public',
  modes: (releases) => releases.length > 1 ? ['draft', 'publish'] : ['publish'],
});

interface ReleaseJob {
  readonly name: string;
  /** The comment on it. */
  what(model: Model): string;
  /** How far the releases are taken, one after the other. */
  modes(releases: readonly GithubReleaseModel[]): ReleaseMode[];
}

function releaseJob(id: Stage & (typeof DRAFT | typeof PUBLISH), { name, what, modes }: ReleaseJob): JobKind {
  const render = (model: Model, scripts: Scripts): Job => {
    const releases = releasesOf(model);
    const [{ environment }] = releases;
    return {
      name,
      'needs': needsOf(model, id),
      'if': IF_REAL,
      'runs-on': runsOn(model.release.runner),
      ...environment && { environment },
      'permissions': permissionsOf(releases, modes(releases)),
      'concurrency': { 'group': concurrencyGroup(releases), 'cancel-in-progress': false },
      'timeout-minutes': Math.min(releases.length * MINUTES, MAX_JOB_MINUTES.hosted),
      'env': { ...setEnv(model), ...bundlesEnv(model) },
      'defaults': { run: { shell: 'bash' } },
      'steps': [
        ...emptyWorkspace([runnerHost(model.release.runner)]),
        ...checkSecrets(model, releases, environment, scripts),
        checkoutScript(notesFilesOf(model).map((path) => fromRoot(model, path))),
        downloadSet(model),
        ...downloadBundles(model),
        ...writingSteps(releases).map(({ step }) => step),
        ...modes(releases).flatMap((mode) => releases.map((release) => releaseStep(model, release, mode))),
      ],
    };
  };
  return {
    render: (model, scripts) => stagesOf(model)[id].length ? { [id]: render(model, scripts) } : {},
    comments: (model) => ({ [`jobs.${id}`]: what(model), ...commentsOf(id, releasesOf(model)) }),
  };
}

/** Another repository is written to by the target's own token. A draft takes no discussion. */
function permissionsOf(releases: readonly GithubReleaseModel[], modes: readonly ReleaseMode[]): Record<string, 'read' | 'write'> {
  const own = ownReleases(releases);
  return {
    contents: own.length ? 'write' : 'read',
    ...modes.includes('publish') && own.some(({ discussionCategory }) => discussionCategory) && { discussions: 'write' },
  };
}

/** Those that the workflow's own token makes. */
function ownReleases(releases: readonly GithubReleaseModel[]): GithubReleaseModel[] {
  return releases.filter(usesWorkflowToken);
}

function commentsOf(id: string, releases: readonly GithubReleaseModel[]): Comments {
  return {
    [`jobs.${id}.permissions.contents`]: ownReleases(releases).length ? ' to make the release' : ' to check out the publish script',
    [`jobs.${id}.permissions.discussions`]: ' to open a discussion of the release',
    [`jobs.${id}.concurrency`]: ' one job at a time makes these releases of a tag, whichever workflow it is of',
  };
}

function concurrencyGroup(releases: readonly GithubReleaseModel[]): string {
  return `release-${releases.map(({ repository }) => repository || '${{ github.repository }}').join('-')}-\${{ github.ref }}`;
}

/** The id of the step that takes a release so far. */
export function releaseStepId(mode: ReleaseMode, { id }: Pick<GithubReleaseModel, 'id'>): string {
  return `${mode}-${id}`;
}

function releaseStep(model: Model, release: GithubReleaseModel, mode: ReleaseMode): StepModel {
  const where = release.repository || 'this repository';
  return callScript({
    name: mode === 'draft' || release.draftOnly ? `Make the draft in ${where}` : `Publish the release in ${where}`,
    id: releaseStepId(mode, release),
    env: { TARGET: planText(releasePlan(model, release)), TOKEN: tokenToWrite(release) },
  }, 'release', mode);
}

function releasePlan({ tags, directory }: Model, release: GithubReleaseModel): ReleasePlan {
  const { repository, title, notes, prerelease, latest, draftOnly, discussionCategory, immutable, replacePublicFiles, attest } = release;
  return {
    repository,
    title,
    notes: { ...notes, path: notes.path && fromRoot({ directory }, notes.path) },
    prerelease,
    latest,
    draftOnly,
    discussionCategory,
    immutable,
    replacePublicFiles,
    isUpdate: isUpdate(release),
    attested: attest,
    tagFilters: tags.map(filterLine),
  };
}
