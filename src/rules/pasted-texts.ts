import { ownSteps } from './own-steps';
import { placedLegs, placeOf } from './places';
import { whereIs } from './secrets';
import { texts, type WorkflowText } from './workflow-texts';
import type { Model, SecretModel, SetupModel } from '../model/model';

/** Every text of a declaration into which somebody may paste a value; names of secrets have a check of their own. */
export function pastedTexts(model: Model): WorkflowText[] {
  const { title, repositories, jobs, secrets, setupDoc, readme, ignore } = model;
  const places: [string, unknown][] = [
    ['', { title, setupDoc, ignore, ...readme.heading !== title && { readme } }],
    ...jobs.map((job): [string, unknown] => [placeOf(job), { setup: ofTools(job.setup) }]),
    ...repositories.map(({ name, with: inputs }, index): [string, unknown] => [`repositories[${index}] ${name}`.trim(), { with: inputs }]),
    ...ownSteps(model).map(({ where, step }): [string, unknown] => [where, { ...step, parallel: undefined }]),
    ...placedLegs(model).map(({ platform, where }): [string, unknown] => [where, {
      env: platform.env, run: platform.run, container: platform.container, setup: ofTools(platform.setup), allowedToFail: platform.allowedToFail,
    }]),
    ...secrets.map((secret): [string, unknown] => [whereIs(secret), wordsOf(secret)]),
  ];
  return places.flatMap(([where, value]) => texts(value).map(({ path, text }) => ({ path: [where, path].filter(Boolean).join(' '), text })));
}

/** Own steps among the tools have a place of their own. */
function ofTools(setup: readonly SetupModel[]): unknown {
  return setup.filter(({ kind }) => kind !== 'other');
}

function wordsOf({ title, purpose, without, envWithout }: SecretModel): unknown {
  return { ...purpose !== title && { purpose }, without, envWithout };
}
