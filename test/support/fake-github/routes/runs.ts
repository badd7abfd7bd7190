import { json, message, notFound, type Reply } from '../../github-answers';
import { Refusal } from '../answers';
import { pagedAs, type Call } from '../call';
import { jobObject, runObject } from '../run-objects';
import type { Attempt, FakeRun } from '../runs';
import type { Timed } from '../scripted-run';

/** The newest first. @see https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
export function list(call: Call): Reply {
  const { repository, query, hosts, params: { workflow } } = call;
  const wanted = (name: string, value: string | null) => [null, value].includes(query.get(name));
  const found = repository.runs
    // each of them, so that a list is one list for all
    .filter((run) => run.listed())
    .filter((run) => workflow === undefined || run.workflow === workflow || String(repository.workflows.get(run.workflow)?.id) === workflow)
    .filter((run) => wanted('branch', run.ref) && wanted('event', run.event) && wanted('head_sha', run.commit))
    .filter(({ last }) => wanted('status', last.status) || wanted('status', last.conclusion))
    .reverse();
  const path = `/repos/${repository.name}/actions/${workflow === undefined ? '' : `workflows/${workflow}/`}runs`;
  return pagedAs(call, path, 'workflow_runs', found.map((run) => runObject(hosts, repository, run)));
}

export function read(call: Call): Reply {
  const { run, attempt } = attemptOf(call);
  attempt.ask('run');
  return json(200, runObject(call.hosts, call.repository, run, attempt));
}

/** @see https://docs.github.com/en/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run */
export function listJobs(call: Call): Reply {
  const { repository, hosts, query, params } = call;
  const { run, attempt } = attemptOf(call);
  attempt.ask('jobs');
  const attempts = query.get('filter') === 'all' && params.attempt === undefined ? run.attempts : [attempt];
  const jobs = attempts.flatMap((one) => one.jobs().map((job) => jobObject(hosts, repository, run, one, job)));
  return pagedAs(call, `/repos/${repository.name}/actions/runs/${run.id}/jobs`, 'jobs', jobs);
}

export function readJob(call: Call): Reply {
  const { run, attempt, job } = jobOf(call);
  return json(200, jobObject(call.hosts, call.repository, run, attempt, job));
}

/** The redirection stands also where there is nothing yet: the storage says so. Nobody else is shown logs of a public repository. */
export function readLog(call: Call): Reply {
  const { job } = jobOf(call);
  if (!call.token) return message(403, 'Must have admin rights to Repository.');
  return job.script.log === 'expired' ? message(410, 'Server Error') : { status: 302, headers: { location: `${call.hosts.blobs}/${call.params.id}.txt?sig=abc` } };
}

/** The id of a job is that of its check run. @see https://docs.github.com/en/rest/checks/runs#list-check-run-annotations */
export function listAnnotations(call: Call): Reply {
  const { job, attempt } = jobOf(call);
  const said = job.ends <= attempt.moment ? job.script.annotations ?? [] : [];
  return pagedAs(call, `/repos/${call.repository.name}/check-runs/${call.params.id}/annotations`, undefined, said.map(({ level, title = '', message: text }) => ({
    path: '.github', start_line: 1, end_line: 1, start_column: null, end_column: null, annotation_level: level, title, message: text, raw_details: '', blob_href: '',
  })));
}

export function listPending({ repository, ...call }: Call): Reply {
  const { attempt } = attemptOf({ ...call, repository });
  return json(200, attempt.awaited.map((name, index) => ({
    environment: { id: index + 1, node_id: `EN_${index}`, name, url: '', html_url: `${call.hosts.web}/${repository.name}/deployments/activity_log?environments_filter=${name}` },
    wait_timer: 0,
    wait_timer_started_at: null,
    current_user_can_approve: true,
    reviewers: [],
  })));
}

export function listArtifacts(call: Call): Reply {
  const { run } = attemptOf(call);
  const artifacts = run.artifacts.map((name, index) => ({ id: run.id * 100 + index, name, size_in_bytes: 1, expired: false }));
  return pagedAs(call, `/repos/${call.repository.name}/actions/runs/${run.id}/artifacts`, 'artifacts', artifacts);
}

/** @see cli/cli#9221 */
export function rerun(call: Call): Reply {
  const { run } = attemptOf(call);
  if (!run.last.done) return message(403, 'This workflow is already running');
  run.rerun(call.params.which === 'rerun-failed-jobs' ? 'failed' : 'all');
  return json(201, {});
}

/** @see technote-space/auto-cancel-redundant-workflow#68 */
export function cancel(call: Call): Reply {
  const { run } = attemptOf(call);
  if (run.last.done) return message(409, 'Cannot cancel a workflow run that is completed.');
  run.cancel();
  return json(202, {});
}

function attemptOf({ repository, params: { run: id, attempt: number } }: Call): { run: FakeRun; attempt: Attempt } {
  const run = repository.runs.find((one) => String(one.id) === id);
  const attempt = number === undefined ? run?.last : run?.attempts[Number(number) - 1];
  if (!run || !attempt) throw new Refusal(notFound());
  return { run, attempt };
}

function jobOf({ repository, params: { id } }: Call): { run: FakeRun; attempt: Attempt; job: Timed } {
  for (const run of repository.runs) {
    for (const attempt of run.attempts) {
      const job = attempt.jobs().find(({ script }) => String(attempt.idOf(script.name)) === id);
      if (job) return { run, attempt, job };
    }
  }
  throw new Refusal(notFound());
}
