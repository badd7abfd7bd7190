/** Controls, line breaks, what changes the direction of writing, what is not drawn, and halves of characters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** Emoji are made of several characters, some of which are hidden elsewhere. */
const EMOJI = /\p{Extended_Pictographic}[\u200d\ufe0f\p{Extended_Pictographic}\p{Emoji_Modifier}]*/gu;

/** The first character of a text that nobody sees, such as `U+202E`; undefined where there is none. */
export function hiddenIn(text: string): string | undefined {
  const [hidden] = HIDDEN.exec(text.replace(EMOJI, '')) ?? [];
  return hidden && `U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
