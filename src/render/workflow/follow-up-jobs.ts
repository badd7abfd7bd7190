import { emptyWorkspace } from './checkout-steps';
import { needsOf } from './publish-stages';
import { callScript, checkoutScript, IF_REAL, planText, scriptEnv } from './publish-steps';
import { runsOn } from './runs-on';
import type { Comments, Job, JobKind } from './workflow-file';
import { tokenToWrite, writingSteps } from '../../credentials/credential-kinds';
import { runnerHost } from '../../github/runners';
import type { FollowUpModel, Model } from '../../model/model';
import { followUpsOf, usesWorkflowToken } from '../../model/publish';
import { DISPATCH_PATIENCE, type DispatchPlan } from '../../publish/contract';

/** One job each, so that "Re-run failed jobs" starts nothing that was started already. */
export const followUps: JobKind = {
  render: (model) => Object.fromEntries(followUpsOf(model).map((target) => [target.id, followUpJob(model, target)])),
  comments: (model) => Object.assign({}, ...followUpsOf(model).map(commentsOf)),
};

function commentsOf({ id }: FollowUpModel): Comments {
  return {
    [`jobs.${id}`]: ' last, when all other jobs have succeeded',
    [`jobs.${id}.permissions.contents`]: ' to check out the publish script',
    [`jobs.${id}.permissions.actions`]: ' to start a workflow of this repository',
  };
}

function followUpJob(model: Model, target: FollowUpModel): Job {
  const { id, workflow } = target;
  return {
    'name': `Start ${workflow}`,
    'needs': needsOf(model, 'follow-up'),
    'if': IF_REAL,
    'runs-on': runsOn(model.release.runner),
    'permissions': { contents: 'read', ...usesWorkflowToken(target) && { actions: 'write' } },
    'timeout-minutes': DISPATCH_PATIENCE + 5,
    'env': scriptEnv(model),
    'defaults': { run: { shell: 'bash' } },
    'steps': [
      ...emptyWorkspace([runnerHost(model.release.runner)]),
      checkoutScript(),
      ...writingSteps([target]).map(({ step }) => step),
      callScript({ name: `Start ${workflow}`, id: `start-${id}`, env: { TARGET: planText(dispatchPlan(target)), TOKEN: tokenToWrite(target) } }, 'dispatch'),
    ],
  };
}

function dispatchPlan({ repository, workflow, ref, inputs }: FollowUpModel): DispatchPlan {
  return { repository, workflow, ref, inputs };
}
