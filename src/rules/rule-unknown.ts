import type { DeclarationRule } from './rule';
import { suggestion } from '../text/suggestion';

/** Takes the ids as a parameter: the list of rules holds this one, too. */
export function ruleUnknown(ids: () => readonly string[]): DeclarationRule {
  return {
    id: 'rule-unknown',
    level: 'error',
    about: 'declaration',
    cause: '`ignore` names a rule that does not exist, or gives no reason.',
    cure: 'Write the id as it stands in the message, and why the rule does not apply.',
    check: ({ ignore }) => Object.entries(ignore).flatMap(([id, reason]) => [
      ...ids().includes(id) ? [] : [{ where: 'ignore', what: `there is no rule '${id}'`, fix: suggestion(id, ids()) }],
      ...reason.trim() ? [] : [{ where: 'ignore', what: `'${id}' is switched off without a reason`, fix: 'Write down why it does not apply.' }],
    ]),
  };
}
