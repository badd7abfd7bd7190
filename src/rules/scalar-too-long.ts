import type { ProjectRule } from './rule';
import { texts } from './workflow-texts';
import { MAX_EXPRESSION_LENGTH } from '../github/limits';

export const scalarTooLong: ProjectRule = {
  id: 'scalar-too-long',
  level: 'error',
  about: 'project',
  cause: `GitHub refuses a workflow in which one text has more than ${MAX_EXPRESSION_LENGTH} characters.`,
  cure: 'Move long commands into a script of the repository.',
  check: ({ workflow }) => texts(workflow).filter(({ text }) => text.length > MAX_EXPRESSION_LENGTH).map(({ path, text }) => ({
    where: path,
    what: `has ${text.length} characters; GitHub allows ${MAX_EXPRESSION_LENGTH} in one text of a workflow`,
    fix: 'Move long commands into a script of the repository.',
  })),
};
