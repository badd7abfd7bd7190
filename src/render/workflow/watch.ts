import { docUrl, GUARD, guard } from './guard-job';
import { withPart } from './rehearsal';
import { runsOn } from './runs-on';
import type { Comments, Job, Renderer, WorkflowFile } from './workflow-file';
import { endingRunner } from '../../github/runners';
import { runnersOf } from '../../model/facts';
import type { Model } from '../../model/model';
import type { Scripts } from '../../text/scripts';
import { distinct } from '../../text/words';

/** The job that keeps the issue. */
const ISSUE = 'issue';

/** The guard alone, which fails of what a tag would fail of in weeks. */
export const watchFile: Renderer = { render: renderWatch, comments: watchComments };

function renderWatch(model: Model, scripts: Scripts): WorkflowFile {
  const { watch, watchIssue } = model.rehearse!;
  const jobs = guard.render(model, scripts);
  return {
    name: model.title,
    on: { schedule: [{ cron: watch }], workflow_dispatch: {} },
    permissions: {},
    concurrency: { 'group': `${model.id}-watch`, 'cancel-in-progress': false },
    jobs: { ...jobs, [GUARD]: watchingGuard(model, jobs[GUARD], scripts), ...watchIssue && { [ISSUE]: issueJob(model, scripts) } },
  };
}

function watchComments(model: Model): Comments {
  return {
    ...guard.comments(model),
    on: ' looks at what a tag will need, weeks before; nothing is built',
    permissions: ' none; each job has the least that it needs',
    concurrency: ' one run at a time, so that there is one issue',
    [`jobs.${ISSUE}`]: ' has none of the secrets',
    [`jobs.${ISSUE}.permissions.issues`]: ' to open, change and close the one issue that holds what is found',
  };
}

/** What it hands on to builds is wanted by nobody here. */
function watchingGuard(model: Model, { outputs: _, ...job }: Job, scripts: Scripts): Job {
  const runners = runnerLines(model);
  return {
    ...withPart(job, GUARD, runners.length ? { RUNNERS: runners.join('\n') } : {}, scripts.watch, scripts.guard),
    ...model.rehearse!.watchIssue && { outputs: { findings: `\${{ steps.${GUARD}.outputs.findings }}` } },
  };
}

/** As assets/watch.sh reads them: labels whose end is known. */
function runnerLines(model: Model): string[] {
  const labels = distinct(runnersOf(model).filter(({ runnerGroup }) => runnerGroup === '').flatMap((runner) => runner.runsOn));
  return labels.map(endingRunner).filter((runner) => runner !== undefined)
    .map(({ label, from, since, ending, successor }) => [label, from, since, ending, successor].filter(Boolean).join(' '));
}

function issueJob(model: Model, scripts: Scripts): Job {
  return {
    'name': 'Issue',
    'needs': GUARD,
    // on a tag the guard is that of the tag
    'if': `\${{ !cancelled() && github.ref_type == 'branch' && contains(fromJSON('["success", "failure"]'), needs.${GUARD}.result) }}`,
    'runs-on': runsOn(model.guard),
    'permissions': { issues: 'write' },
    'timeout-minutes': 5,
    'defaults': { run: { shell: 'bash' } },
    'steps': [{
      name: 'Keep the issue',
      id: 'keep-issue',
      env: {
        RESULT: `\${{ needs.${GUARD}.result }}`,
        FINDINGS: `\${{ needs.${GUARD}.outputs.findings }}`,
        BUILD: model.id,
        TOKEN: '${{ github.token }}',
        DOC_URL: docUrl(model),
      },
      run: [scripts.say, scripts.watchIssue].join('\n'),
    }],
  };
}
