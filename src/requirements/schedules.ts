import { ask, cannotTell, ownRepository } from './ask';
import type { RequirementKind } from './requirement';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { workflowFile } from '../model/facts';
import { workflowsOf } from '../model/workflows';
import { fields, text } from '../outside/data';

const NEEDS = 'read access to the repository (fine-grained token: Actions: read)';

/** Where nothing happens for 60 days GitHub switches what runs by schedule off, and says so to nobody but whoever wrote the schedule last. */
export const schedules: RequirementKind = {
  id: 'schedules',
  title: 'Workflows that run by schedule',
  guard: [],
  of: ({ model }) => workflowsOf(model)
    .filter(({ kind }) => kind === 'watch' || kind === 'rehearsal' && model.rehearse!.schedule !== '')
    .map((further) => workflowFile(further.model))
    .map((file) => ({ subject: file, lookUp: (world) => lookUp(world, file) })),
};

async function lookUp(world: World, file: string): Promise<Verdict> {
  const repository = ownRepository(world);
  const answer = await world.github.get(`/repos/${repository}/actions/workflows/${encodeURIComponent(file)}`);
  if (answer.kind === 'reply' && answer.status === 404 && !world.github.anonymous) {
    // GitHub also says so of what it does not show
    await ask(world.github, `/repos/${repository}`, NEEDS);
    return missing('GitHub knows no workflow of this name', 'Push it to the default branch: schedules are those of its files.');
  }
  if (answer.kind === 'silence' || answer.status !== 200) {
    throw cannotTell(world.github, answer, NEEDS);
  }
  const state = text(fields(answer.data).state);
  const cure = `Switch it on: gh workflow enable ${file} --repo ${repository}`;
  switch (state) {
    case 'active': return ok('is switched on');
    case 'disabled_inactivity': return missing('GitHub has switched it off, since nothing happened in the repository for 60 days', cure);
    case 'disabled_fork': return missing('GitHub has switched it off, since the repository is a fork', cure);
    case 'disabled_manually': return missing('somebody has switched it off', cure);
    default: return unknown(`its state is '${state}', which is not known here`, `See it under Actions of ${repository}.`);
  }
}
