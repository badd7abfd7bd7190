import type { Hosts } from './hosts';
import type { Repository } from './repository';
import { isWaiting, MOMENT, type Attempt, type FakeRun } from './runs';
import type { Timed } from './scripted-run';

/**
 * Runs, jobs and annotations as the REST API writes them.
 *
 * @see @octokit/openapi-types 29.0.1: `workflow-run`, `job`, `check-annotation`, `pending-deployment`
 */

export function runObject(hosts: Hosts, repository: Repository, run: FakeRun, attempt: Attempt = run.last): object {
  const url = `${hosts.api}/repos/${repository.name}/actions/runs/${run.id}`;
  const { id: workflowId = 0 } = repository.workflows.get(run.workflow) ?? {};
  return {
    id: run.id,
    name: run.workflow.replace(/\.ya?ml$/, ''),
    display_title: `Run of ${run.workflow}`,
    node_id: `WFR_${run.id}`,
    head_branch: run.ref,
    head_sha: run.commit,
    path: `.github/workflows/${run.workflow}`,
    run_number: 1,
    run_attempt: attempt.number,
    event: run.event,
    status: attempt.status,
    conclusion: attempt.conclusion,
    workflow_id: workflowId,
    check_suite_id: run.id,
    url,
    html_url: `${hosts.web}/${repository.name}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: timeOf(run.createdAt),
    run_started_at: timeOf(attempt.startedAt),
    updated_at: timeOf(attempt.startedAt + attempt.moment * MOMENT),
    actor: ACTOR,
    triggering_actor: ACTOR,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${hosts.api}/repos/${repository.name}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt.number > 1 ? `${url}/attempts/${attempt.number - 1}` : null,
    workflow_url: `${hosts.api}/repos/${repository.name}/actions/workflows/${workflowId}`,
    head_commit: { id: run.commit, message: 'Commit' },
    repository: { full_name: repository.name },
    head_repository: { full_name: repository.name },
  };
}

export function jobObject(hosts: Hosts, repository: Repository, run: FakeRun, attempt: Attempt, job: Timed): object {
  const id = attempt.idOf(job.script.name);
  const status = statusOf(job, attempt);
  const at = (moment: number) => timeOf(attempt.startedAt + moment * MOMENT);
  return {
    id,
    run_id: run.id,
    workflow_name: run.workflow,
    head_branch: run.ref,
    head_sha: run.commit,
    run_url: `${hosts.api}/repos/${repository.name}/actions/runs/${run.id}`,
    run_attempt: attempt.number,
    node_id: `CR_${id}`,
    url: `${hosts.api}/repos/${repository.name}/actions/jobs/${id}`,
    html_url: `${hosts.web}/${repository.name}/actions/runs/${run.id}/job/${id}`,
    status,
    conclusion: status === 'completed' ? job.conclusion : null,
    created_at: at(job.appears),
    // a job that waits for its runner has a time all the same, that of its making
    started_at: at(job.begins <= attempt.moment ? job.begins : job.appears),
    completed_at: status === 'completed' ? at(job.ends) : null,
    name: job.script.name,
    steps: stepsOf(job, attempt),
    check_run_url: `${hosts.api}/repos/${repository.name}/check-runs/${id}`,
    labels: job.script.runsOn ?? ['ubuntu-24.04'],
    runner_id: job.begins <= attempt.moment ? 1 : null,
    runner_name: job.begins <= attempt.moment ? 'GitHub Actions 1' : null,
    runner_group_id: null,
    runner_group_name: null,
  };
}

function statusOf(job: Timed, attempt: Attempt): string {
  if (job.ends <= attempt.moment) return 'completed';
  if (job.begins <= attempt.moment) return 'in_progress';
  return isWaiting(job, attempt) ? 'waiting' : 'queued';
}

/** None of a job that never ran. */
function stepsOf({ script, begins, ends, conclusion }: Timed, { moment }: Attempt): object[] {
  if (begins > moment || begins === ends) return [];
  const own = script.steps ?? [script.name];
  const names = ['Set up job', ...own, 'Complete job'];
  const failing = conclusion === 'success' ? undefined : names.indexOf(script.fails ?? own.at(-1)!);
  const done = ends <= moment ? names.length : Math.floor(names.length * (moment - begins) / (ends - begins));
  return names.map((name, index) => ({
    name,
    number: index + 1,
    status: index < done ? 'completed' : index === done ? 'in_progress' : 'queued',
    conclusion: index < done ? stepConclusion(index, names.length - 1, failing, conclusion) : null,
  }));
}

function stepConclusion(index: number, last: number, failing: number | undefined, conclusion: string): string {
  if (failing === undefined || index < failing || index === last) return 'success';
  return index === failing ? conclusion : 'skipped';
}

/** A moment that never comes has no time. */
function timeOf(seconds: number): string {
  return new Date(Number.isFinite(seconds) ? seconds * 1000 : 0).toISOString().replace('.000Z', 'Z');
}

const ACTOR = { login: 'somebody', id: 1, type: 'User' };
