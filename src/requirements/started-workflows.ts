import { ask, cannotTell } from './ask';
import type { RequirementKind } from './requirement';
import { asOwner, repositoryOf, writable } from './target-probe';
import { encodePath } from './token-probe';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import type { FollowUpModel } from '../model/model';
import { followUpsOf } from '../model/publish';
import { fields, text } from '../outside/data';
import type { GitHub } from '../outside/github-client';

const RAW = 'application/vnd.github.raw+json';

export const startedWorkflows: RequirementKind = {
  id: 'started-workflows',
  title: 'Workflows that are started',
  guard: ['a-workflow-to-start-does-not-exist', 'a-workflow-to-start-is-switched-off', 'a-token-may-only-read-a-repository'],
  of: ({ model }) => followUpsOf(model).flatMap((target) => {
    const where = `${target.workflow} in ${target.repository || 'this repository'} (${target.id})`;
    return [
      { subject: where, lookUp: async (world) => lookUp(world, target) },
      ...target.repository ? [{ subject: `the right to start ${where}`, lookUp: async (world: World) => writable(world, target, 'Actions: write') }] : [],
    ];
  }),
};

/** The state is that of the default branch, and the events are those of the ref that it is started on. */
async function lookUp(world: World, target: FollowUpModel): Promise<Verdict> {
  const github = asOwner(world, target) ?? world.github;
  const repository = repositoryOf(world, target);
  const needs = `read access to ${repository} (fine-grained token: Actions: read and Contents: read)`;
  const path = `/repos/${repository}/actions/workflows/${encodeURIComponent(target.workflow)}`;
  const answer = await github.get(path);
  if (answer.kind === 'reply' && answer.status === 404) {
    // GitHub also says so of what it does not show
    await ask(github, `/repos/${repository}`, needs);
    return missing('there is no workflow file of this name on the default branch', 'Push it, or correct the name in the declaration.');
  }
  if (answer.kind === 'silence' || answer.status !== 200) {
    throw cannotTell(github, answer, needs);
  }
  const state = text(fields(answer.data).state);
  return state.startsWith('disabled')
    ? missing(`it is switched off (${state})`, `Switch it on: Actions of ${repository}, ${target.workflow}, Enable workflow.`)
    : listens(await source(github, repository, target, needs));
}

async function source(github: GitHub, repository: string, { workflow, ref }: FollowUpModel, needs: string): Promise<string> {
  const query = ref ? `?ref=${encodeURIComponent(ref)}` : '';
  const answer = await github.get(`/repos/${repository}/contents/.github/workflows/${encodePath(workflow)}${query}`, RAW);
  if (answer.kind === 'reply' && answer.status === 200) {
    return text(answer.data);
  }
  throw cannotTell(github, answer, needs);
}

/** By the word alone: what stands around it GitHub's parser would have to read. */
function listens(workflow: string): Verdict {
  return /^[^#\n]*\bworkflow_dispatch\b/m.test(workflow)
    ? ok('it is there, and names workflow_dispatch')
    : workflow === '' ? unknown('its text could not be read', 'See that it listens to workflow_dispatch.')
      : missing('it does not listen to workflow_dispatch', 'Add workflow_dispatch to its events, with the inputs that the declaration names.');
}
