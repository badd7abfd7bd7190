import type { OptionRule } from './rule';

export const optionMalformed: OptionRule = {
  id: 'option-malformed',
  level: 'error',
  about: 'options',
  cause: 'An option has a value of another type than its own, as can happen in JavaScript: a text where a list belongs, a number where a text belongs, '
    + 'or something that was not made by the class that the option names. Nothing else is checked before that is mended, and this rule cannot be switched off.',
  cure: 'Write what the API page says of the option. The compiler of a projenrc file in TypeScript finds it, too.',
  check: ({ wrong }) => [...wrong],
};
