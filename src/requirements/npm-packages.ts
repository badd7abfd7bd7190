import type { RequirementKind } from './requirement';
import { CannotTell, missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { workflowFile } from '../model/facts';
import type { Model, NpmModel } from '../model/model';
import { npmTargetsOf } from '../model/publish';
import { fields, isFields, text } from '../outside/data';

/** Who may publish npm tells only those who maintain a package; who published the newest version it tells everybody. */
export const npmPackages: RequirementKind = {
  id: 'npm-packages',
  title: 'Packages on npm',
  guard: [],
  of: ({ model }) => npmTargetsOf(model).map((target) => ({ subject: target.package, lookUp: (world) => lookUp(world, model, target) })),
};

async function lookUp(world: World, model: Model, target: NpmModel): Promise<Verdict> {
  const answer = await world.newestOnNpm(target.package);
  const register = registration(world, model, target);
  if (answer.kind === 'silence') {
    throw new CannotTell(answer.reason, answer.fix);
  }
  if (answer.status === 404) {
    return missing('npm shows no package of this name', `Publish a first version by hand: a trusted publisher can be registered only then. ${register}`);
  }
  if (answer.status !== 200 || !isFields(answer.data)) {
    throw new CannotTell(`npm gave an unexpected answer (${answer.status})`, 'Look the package up on npmjs.com, or run the doctor again later.');
  }
  return judge(fields(answer.data), register);
}

function judge({ version, _npmUser: publisher, dist }: Record<string, unknown>, register: string): Verdict {
  const newest = `the newest version is ${text(version) || 'unknown'}`;
  if (isFields(fields(publisher).trustedPublisher)) {
    return ok(`${newest}, published by a trusted publisher; that it is this workflow npm tells only the maintainers`);
  }
  const by = isFields(fields(dist).attestations) ? 'with a provenance, which a token can have, too' : 'without a trusted publisher';
  return unknown(`${newest}, published ${by}; whether a trusted publisher is registered since npm tells only the maintainers`, register);
}

function registration({ repository }: World, model: Model, { package: name, environment }: NpmModel): string {
  const where = `https://www.npmjs.com/package/${name}/access`;
  return `See that the trusted publisher there is repository ${repository ?? 'of this workflow'}, workflow ${workflowFile(model)}, `
    + `${environment ? `environment ${environment}` : 'no environment'}: ${where}.`;
}
