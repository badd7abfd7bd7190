import type { DeclarationRule } from './rule';
import { TEXT_USES } from '../schema/field';

/** Controls, line breaks, what changes the direction of writing, what is not drawn, and halves of characters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Emoji are made of several characters, some of which are hidden elsewhere. */
const EMOJI = /\p{Extended_Pictographic}[\u200d\ufe0f\p{Extended_Pictographic}\p{Emoji_Modifier}]*/gu;

export const hiddenCharacter: DeclarationRule = {
  id: 'hidden-character',
  level: 'error',
  about: 'declaration',
  cause: 'A name that people read (a title, a heading, a label of a runner, an environment, an artifact) has a line break, a control character, '
    + 'an invisible one or one that changes the direction of writing, so that it is another name than it seems.',
  cure: 'Write it anew by hand: what was copied from a page or a chat may hold such characters. Where a language needs one, switch the rule off and say so.',
  check: (_model, { declared }) => declared.texts.filter(({ use }) => TEXT_USES[use].oneLine).flatMap(({ where, text }) => {
    const [hidden] = HIDDEN.exec(text.replace(EMOJI, '')) ?? [];
    return hidden === undefined ? [] : [{
      where,
      what: `has the character ${codePoint(hidden)}, which nobody sees; a name is one line of visible characters`,
      fix: 'Write the name anew by hand.',
    }];
  }),
};

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
