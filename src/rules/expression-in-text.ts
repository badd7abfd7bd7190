import type { DeclarationRule } from './rule';
import { TEXT_USES } from '../schema/field';

export const expressionInText: DeclarationRule = {
  id: 'expression-in-text',
  level: 'error',
  about: 'declaration',
  cause: '`${{ }}` stands in a text, a name or a path, where GitHub would evaluate it in the workflow and nowhere else.',
  cure: 'Write the value itself. Expressions belong into `env`, into the `with` of a checkout or an action, and into own steps.',
  check: (_model, { declared }) => declared.texts.filter(({ use, text }) => !TEXT_USES[use].expression && text.includes('${{')).map(({ where, text }) => ({
    where,
    what: `'${text}' has \${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README`,
    fix: 'Write the value itself.',
  })),
};
