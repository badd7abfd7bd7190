import type { Finding, WorkflowRule } from './rule';
import { expressionsIn, texts, type WorkflowText } from './workflow-texts';
import type { Model } from '../model/model';
import { ownJobsOf } from '../model/publish';
import { andList } from '../text/words';

const SECRET = /(?<![\w.-])secrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']*)'\s*\])/gi;

export const secretNotDeclared: WorkflowRule = {
  id: 'secret-not-declared',
  level: 'error',
  about: 'workflow',
  cause: 'A step uses a secret that the declaration does not know, so no doc names it and no guard checks it. '
    + 'Or it is known for another job only, whose environments hold it: here it would be empty.',
  cure: 'Declare it: in `secrets` of the platform whose build reads it, or in `secrets` of the build if only own steps do.',
  check: ({ model, workflow }) => {
    const declared = ['GITHUB_TOKEN', ...model.secrets.flatMap(({ names }) => names)].map((name) => name.toUpperCase());
    return [
      ...[...used(texts(workflow))].filter(([name]) => !declared.includes(name.toUpperCase())).map(([name, place]) => ({
        where: place,
        what: `uses secrets.${name}, which is not declared`,
        fix: `Declare it, for instance secrets: [Secret.required({ secret: '${name}', purpose: '...' })].`,
      })),
      ...[...model.jobs, ...ownJobsOf(model)].flatMap(({ id }) => ofOtherJobs(model, id, texts(workflow))),
    ];
  },
};

/** What only the environments of other jobs hold, and so neither the guard nor a leg of this job checks. */
function ofOtherJobs({ secrets }: Model, id: string, all: readonly WorkflowText[]): Finding[] {
  const uses = [...used(all.filter(({ path }) => path.startsWith(`jobs.${id}.`)))];
  const others = secrets.filter(({ environments, usedBy: { legs, steps, targets } }) =>
    environments.length && ![...steps, ...legs.map(({ job }) => job), ...targets].includes(id));
  return others.flatMap(({ names, environments }) => uses
    .filter(([name]) => names.some((declared) => declared.toUpperCase() === name.toUpperCase()))
    .map(([name, place]) => ({
      where: place,
      what: `uses secrets.${name}, which is declared for other jobs only, as one of ${andList(environments.map((environment) => `environment '${environment}'`))}`,
      fix: `Declare it in the secrets of the job '${id}', too, or in those of the build.`,
    })));
}

/** Names of secrets, with the first place each is used in. */
function used(all: readonly WorkflowText[]): Map<string, string> {
  const uses = all.flatMap(({ path, text }) => secretsIn(text).map((name): [string, string] => [name, path]));
  return new Map(uses.reverse());
}

function secretsIn(text: string): string[] {
  return expressionsIn(text).flatMap((expression) => [...expression.matchAll(SECRET)].map(([, name, quoted]) => name ?? quoted));
}
