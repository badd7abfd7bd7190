import type { Level, Rule } from '../src/rules/rule';
import { everyRule } from '../src/rules/rules';

const LEVELS: Readonly<Record<Level, string>> = {
  error: 'Error: nothing is synthesized.',
  warning: 'Warning: it is printed, and the synthesis goes on.',
  notice: 'Notice: it is printed, and the synthesis goes on.',
};

/**
 * The page that explains each problem. Its headings are the ids, so that a link to one never breaks.
 *
 * @param marker projen's line for generated files
 */
export function diagnosticsPage(marker: string): string {
  return [
    `<!-- ${marker} -->`,
    '# Diagnostics',
    'Every problem that the synthesis of a tag build can report, by its id, in the order in which they are printed; '
    + "a rule is switched off for one build by `ignore: { '<id>': '<why it does not apply>' }`.",
    ...everyRule().map(section),
  ].join('\n\n') + '\n';
}

function section({ id, level, cause, cure }: Rule): string {
  return [`## ${id}`, LEVELS[level], `**Cause.** ${cause}`, `**Cure.** ${cure}`].join('\n\n');
}
