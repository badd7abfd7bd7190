import type { Finding, ProjectRule } from './rule';
import { MAX_EXPRESSION_LENGTH } from '../github/limits';

export const scalarTooLong: ProjectRule = {
  id: 'scalar-too-long',
  level: 'error',
  about: 'project',
  cause: `GitHub refuses a workflow in which one text has more than ${MAX_EXPRESSION_LENGTH} characters.`,
  cure: 'Move long commands into a script of the repository.',
  check: ({ workflow }) => longTexts('', workflow),
};

function longTexts(path: string, value: unknown): Finding[] {
  if (typeof value === 'string') {
    return value.length <= MAX_EXPRESSION_LENGTH ? [] : [{
      where: path,
      what: `has ${value.length} characters; GitHub allows ${MAX_EXPRESSION_LENGTH} in one text of a workflow`,
      fix: 'Move long commands into a script of the repository.',
    }];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => longTexts(path ? `${path}.${key}` : key, child))
    : [];
}
