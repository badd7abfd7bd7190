import type { WorkflowRule } from './rule';
import { expressionsIn, texts, type WorkflowText } from './workflow-texts';

/** `secrets` without the name of one behind it: `toJSON(secrets)`, `secrets[format(...)]`, `secrets.*`. */
const WITHOUT_NAME = /(?<![\w.-])secrets(?![\w-])(?!\s*\.\s*[\w-])(?!\s*\[\s*'[^']*'\s*\])/i;

export const secretUnnamed: WorkflowRule = {
  id: 'secret-unnamed',
  level: 'error',
  about: 'workflow',
  cause: 'An expression takes all secrets, or computes which one: nobody can tell what a step is given, and GitHub masks no value that it made out of several.',
  cure: 'Name each secret: `secrets.NAME`.',
  check: ({ workflow }) => texts(workflow).filter(takesUnnamed).map(({ path }) => ({
    where: path,
    what: 'takes secrets without naming one',
    fix: 'Name each one that is needed: ${{ secrets.NAME }}.',
  })),
};

function takesUnnamed({ path, text }: WorkflowText): boolean {
  return /^jobs\.[\w-]+\.secrets$/.test(path) ? text === 'inherit' : expressionsIn(text).some((expression) => WITHOUT_NAME.test(expression));
}
