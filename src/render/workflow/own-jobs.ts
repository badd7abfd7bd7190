import { emptyWorkspace } from './checkout-steps';
import { guardOutput } from './guard-job';
import { NPM_PERMISSIONS, npmJob } from './npm-job';
import { needsOf } from './publish-stages';
import { checkSecrets, downloadSet, IF_REAL } from './publish-steps';
import { runsOn } from './runs-on';
import { statesAskedBy } from './secret-env';
import { withIds } from './step-lists';
import { withVersion } from './version-steps';
import type { Comments, Job, JobKind } from './workflow-file';
import { runnerHost } from '../../github/runners';
import type { Model, PermissionModel, PublishStepsModel } from '../../model/model';
import { jobsAfter, jobsBefore, type OwnJobModel, publicReleasesOf } from '../../model/publish';
import { FILES, SET } from '../../publish/contract';
import { oneLine } from '../../text/markdown';
import type { Scripts } from '../../text/scripts';

/** Jobs that run when the files are verified, and before any release is public. */
export const ownJobsBefore: JobKind = ownJobs('before', jobsBefore, (model) => publicReleasesOf(model).length > 0
  ? 'before any release is public: where it fails, none becomes so'
  : 'when the files are complete and checked');

/** Jobs that run when every release is public. */
export const ownJobsAfter: JobKind = ownJobs('after', jobsAfter, (model) => publicReleasesOf(model).length > 0
  ? 'when every release is public'
  : 'when the jobs before it have succeeded');

function ownJobs(stage: 'before' | 'after', jobsOf: (model: Model) => readonly OwnJobModel[], when: (model: Model) => string): JobKind {
  return {
    render: (model, scripts) => Object.fromEntries(jobsOf(model).map((target) => [target.id, {
      ...target.kind === 'npm' ? npmJob(model, target) : ownJob(model, target, scripts),
      needs: needsOf(model, stage),
      if: IF_REAL,
      permissions: Object.fromEntries(permissionsOf(target).map(({ permission, access }) => [permission, access])),
    }])),
    comments: (model) => Object.assign({}, ...jobsOf(model).map((target) => commentsOf(target, when(model)))),
  };
}

/** What was declared, with the verified files. */
function ownJob(model: Model, target: PublishStepsModel, scripts: Scripts): Omit<Job, 'permissions'> {
  return {
    'name': target.title,
    'runs-on': runsOn(target.runner),
    ...target.environment && { environment: target.environment },
    'timeout-minutes': target.timeoutMinutes,
    'env': { ...statesAskedBy(target.steps), RELEASE_DIRECTORY: `${SET}/${FILES}`, RELEASE_TAG: guardOutput('tag'), RELEASE_VERSION: guardOutput('version') },
    'defaults': { run: { shell: 'bash' } },
    'steps': withIds([
      ...emptyWorkspace([runnerHost(target.runner)]),
      ...checkSecrets(model, [target], target.environment, scripts),
      downloadSet(model),
      ...target.steps.map((step) => withVersion(model, step)),
    ]),
  };
}

function permissionsOf(target: OwnJobModel): readonly PermissionModel[] {
  return target.kind === 'npm' ? NPM_PERMISSIONS : target.permissions;
}

/** A reason ends the sentence "It is needed to ...". */
function commentsOf(target: OwnJobModel, when: string): Comments {
  return {
    [`jobs.${target.id}`]: ` ${when}`,
    ...Object.fromEntries(permissionsOf(target).map(({ permission, reason }) => [`jobs.${target.id}.permissions.${permission}`, ` to ${oneLine(reason)}`])),
  };
}
