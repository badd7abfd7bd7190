import type { DeclarationRule } from './rule';
import { TEXT_USES } from '../schema/field';
import { hiddenIn } from '../text/hidden';

export const hiddenCharacter: DeclarationRule = {
  id: 'hidden-character',
  level: 'error',
  about: 'declaration',
  cause: 'A name that people read (a title, a heading, a label of a runner, an environment, an artifact) has a line break, a control character, '
    + 'an invisible one or one that changes the direction of writing, so that it is another name than it seems.',
  cure: 'Write it anew by hand: what was copied from a page or a chat may hold such characters. Where a language needs one, switch the rule off and say so.',
  check: (_model, { declared }) => declared.texts.filter(({ use }) => TEXT_USES[use].oneLine).flatMap(({ where, text }) => {
    const hidden = hiddenIn(text);
    return hidden === undefined ? [] : [{
      where,
      what: `has the character ${hidden}, which nobody sees; a name is one line of visible characters`,
      fix: 'Write the name anew by hand.',
    }];
  }),
};
