import { systemClock } from './clock';
import { DISPATCH_PATIENCE, type DispatchPlan } from './contract';
import { type Answer, saidIn } from './github/answer';
import { GitHub, Uncertain } from './github/client';
import { failure, refused, RERUN } from './github/refusals';
import { isFields, textOf } from './github/shapes';
import { readPlan } from './inputs';
import { fail, linkTo, log, markdown, summarize } from './report';
import { readRun, readToken, type Run } from './run';
import { filled } from '../text/placeholders';

/** The command `dispatch`: starts a workflow, since a release that a workflow's token published starts none. */
export async function dispatch(): Promise<void> {
  const plan = readPlan<DispatchPlan>('TARGET');
  const run = readRun();
  const repository = plan.repository || run.repository;
  const github = new GitHub({ apiUrl: run.apiUrl, token: readToken(), clock: systemClock, patience: DISPATCH_PATIENCE });
  const ref = plan.ref || await defaultBranchOf(github, repository);
  const answer = await start(github, repository, { ...plan, ref }, run);
  if (answer.status !== 200 && answer.status !== 204) {
    throw startRefused(answer, repository, { ...plan, ref });
  }
  const page = isFields(answer.data) && typeof answer.data.html_url === 'string' ? answer.data.html_url : '';
  const address = page.startsWith(`${run.serverUrl}/`) && URL.canParse(page) ? page : pageOf(run, repository, plan.workflow);
  log(`Started ${plan.workflow} of ${repository} on ${ref}: ${address}`);
  summarize(`\nStarted ${markdown(plan.workflow)} of ${markdown(repository)} on ${markdown(ref)}: ${linkTo(address)}\n`);
}

async function defaultBranchOf(github: GitHub, repository: string): Promise<string> {
  const answer = await github.ask('GET', `/repos/${repository}`);
  if (answer.status !== 200) {
    throw refused(answer, `read ${repository}`);
  }
  return textOf(answer.data, 'default_branch', 'a repository');
}

/** Once only: after trouble it may run already, and what it does is not known here. */
async function start(github: GitHub, repository: string, { workflow, ref, inputs }: DispatchPlan, run: Run): Promise<Answer> {
  const values = { tag: run.tag, version: run.version };
  try {
    return await github.ask('POST', `/repos/${repository}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`, {
      ref,
      inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, filled(value, values)])),
      return_run_details: true,
    });
  } catch (error) {
    if (!(error instanceof Uncertain)) {
      throw error;
    }
    return fail('a-workflow-may-have-started', `${error.why} when ${workflow} of ${repository} was started. It may run all the same: see ${pageOf(run, repository, workflow)}. Choose "Re-run failed jobs" only if it does not.`);
  }
}

function startRefused(answer: Answer, repository: string, { workflow, ref }: DispatchPlan): Error {
  const doing = `start ${workflow} of ${repository} on ${ref}`;
  switch (answer.status) {
    case 403:
      return refused(answer, doing);
    case 404:
      return failure('a-workflow-could-not-be-started', `GitHub found nothing (404) when asked to ${doing}: there is no such workflow on the default branch, or the token does not see the repository or may not start workflows there ("Actions: write"). ${RERUN}`);
    case 422:
      return failure('a-workflow-could-not-be-started', `GitHub refused to ${doing} (422: "${saidIn(answer)}"). The workflow needs "on: workflow_dispatch" with inputs of the declared names, it must not be disabled, and the ref must be there. ${RERUN}`);
    default:
      return refused(answer, doing);
  }
}

function pageOf({ serverUrl }: Run, repository: string, workflow: string): string {
  return `${serverUrl}/${repository}/actions/workflows/${workflow}`;
}
