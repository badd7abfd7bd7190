import type { ProjectRule } from './rule';
import { expressionsIn, texts } from './workflow-texts';

const SECRET = /(?<![\w.-])secrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']*)'\s*\])/gi;

export const secretNotDeclared: ProjectRule = {
  id: 'secret-not-declared',
  level: 'error',
  about: 'project',
  cause: 'A step uses a secret that the declaration does not know, so no doc names it and no guard checks it.',
  cure: 'Declare it: in `secrets` of the platform whose build reads it, or in `secrets` of the build if only own steps do.',
  check: ({ model, workflow }) => {
    const declared = ['GITHUB_TOKEN', ...model.secrets.flatMap(({ names }) => names)].map((name) => name.toUpperCase());
    return [...used(workflow)].filter(([name]) => !declared.includes(name.toUpperCase())).map(([name, place]) => ({
      where: place,
      what: `uses secrets.${name}, which is not declared`,
      fix: `Declare it, for instance secrets: [Secret.required({ secret: '${name}', purpose: '...' })].`,
    }));
  },
};

/** Names of secrets, with the first place each is used in. */
function used(workflow: unknown): Map<string, string> {
  const uses = texts(workflow).flatMap(({ path, text }) => secretsIn(text).map((name): [string, string] => [name, path]));
  return new Map(uses.reverse());
}

function secretsIn(text: string): string[] {
  return expressionsIn(text).flatMap((expression) => [...expression.matchAll(SECRET)].map(([, name, quoted]) => name ?? quoted));
}
