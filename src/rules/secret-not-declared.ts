import type { ProjectRule } from './rule';

const EXPRESSION = /\$\{\{(.*?)\}\}/gs;
const SECRET = /\bsecrets\s*(?:\.\s*([\w-]+)|\[\s*'([^']*)'\s*\])/g;

export const secretNotDeclared: ProjectRule = {
  id: 'secret-not-declared',
  level: 'error',
  about: 'project',
  cause: 'A step uses a secret that the declaration does not know, so no doc names it and no guard checks it.',
  cure: 'Declare it: in `secrets` of the platform whose build reads it, or in `secrets` of the build if only own steps do.',
  check: ({ model, workflow }) => {
    const declared = ['GITHUB_TOKEN', ...model.secrets.flatMap(({ names }) => names)].map((name) => name.toUpperCase());
    return [...used(workflow)].filter((name) => !declared.includes(name.toUpperCase())).map((name) => ({
      where: 'secrets',
      what: `a step uses secrets.${name}, which is not declared`,
      fix: `Declare it, for instance secrets: [Secret.required({ secret: '${name}', purpose: '...' })].`,
    }));
  },
};

function used(workflow: unknown): Set<string> {
  const expressions = strings(workflow).flatMap((text) => [...text.matchAll(EXPRESSION)].map(([, expression]) => expression));
  return new Set(expressions.flatMap((expression) => [...expression.matchAll(SECRET)].map(([, name, quoted]) => name ?? quoted)));
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
