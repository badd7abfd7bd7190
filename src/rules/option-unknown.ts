import type { OptionRule } from './rule';
import { suggestion } from '../text/suggestion';
import { quoted } from '../text/tokens';

export const optionUnknown: OptionRule = {
  id: 'option-unknown',
  level: 'error',
  about: 'options',
  cause: 'An option has a name that is none of those that its place knows, as can happen in JavaScript: it would change nothing, and nobody would notice. '
    + 'Nothing else is checked before that is mended, and this rule cannot be switched off.',
  cure: 'Write the name as it stands on the API page, or leave the option out. The compiler of a projenrc file in TypeScript finds it, too.',
  check: ({ unknown }) => unknown.map(({ where, key, known }) => ({
    where,
    what: `has no option ${quoted(key)}`,
    fix: suggestion(key, known),
  })),
};
