import { ask, askAll, cannotTell, ownRepository } from './ask';
import type { RequirementKind } from './requirement';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { exampleTags } from '../github/example-tags';
import { fnmatch } from '../github/fnmatch';
import { environmentsOf } from '../model/jobs';
import type { Model } from '../model/model';
import { fields, text } from '../outside/data';

const NEEDS = 'read access to the repository (fine-grained token: Actions: read)';

export const environments: RequirementKind = {
  id: 'environments',
  title: 'Environments',
  guard: [],
  of: ({ model }) => environmentsOf(model).map((environment) => ({
    subject: environment,
    lookUp: (world) => environment.includes('${{') ? Promise.resolve(computed()) : lookUp(world, model, environment),
  })),
};

function computed(): Verdict {
  return unknown('its name is computed during the run', 'See under Settings, Environments that each of them admits your tags.');
}

async function lookUp(world: World, model: Model, environment: string): Promise<Verdict> {
  const repository = ownRepository(world);
  const path = `/repos/${repository}/environments/${encodeURIComponent(environment)}`;
  const answer = await world.github.get(path);
  if (answer.kind === 'reply' && answer.status === 404) {
    // GitHub also says so of what it does not show
    await ask(world.github, `/repos/${repository}`, NEEDS);
    return world.github.anonymous
      ? unknown('GitHub shows it to nobody who is not logged in', 'Run "gh auth login", or export GH_TOKEN, and run the doctor again.')
      : missing('there is none of this name', `Create it: Settings of ${repository}, Environments.`);
  }
  if (answer.kind === 'silence' || answer.status !== 200) {
    throw cannotTell(world.github, answer, NEEDS);
  }
  const policy = fields(answer.data).deployment_branch_policy;
  if (!policy) {
    return ok('admits every tag');
  }
  return fields(policy).custom_branch_policies === true ? admitted(world, model, path) : missing(
    'admits protected branches only, and so no tag',
    'Choose "Selected branches and tags" there, and add a rule of type tag.',
  );
}

/** Only rules of type tag count, whatever the others match. */
async function admitted(world: World, model: Model, path: string): Promise<Verdict> {
  const policies = await askAll(world.github, `${path}/deployment-branch-policies`, 'branch_policies', NEEDS);
  const patterns = policies.filter(({ type }) => type === 'tag').map(({ name }) => text(name));
  const { matching } = exampleTags(model.tags);
  const refused = matching.filter((tag) => !patterns.some((pattern) => fnmatch(pattern, tag)));
  if (!matching.length) {
    return unknown('no example can be made of the tag patterns', `See that its rules of type tag admit ${model.tags.join(', ')}.`);
  }
  return refused.length
    ? missing(`does not admit the tag ${refused[0]}`, 'Add a rule of type tag that matches it. A rule of type branch does not count, and * does not match a slash.')
    : ok(`admits tags such as ${matching[0]}`);
}
