/**
 * Which names git allows for a tag or a branch.
 *
 * The rules are those of `git check-ref-format` for `refs/tags/<name>` and `refs/heads/<name>`. They
 * are held as a small automaton, so that one set of rules answers two questions: whether a name is
 * allowed, and whether a pattern leaves room for any allowed name at all.
 *
 * @see https://git-scm.com/docs/git-check-ref-format
 */

/** Control characters, space and `~ ^ : ? * [ \`. */
const FORBIDDEN_CHARACTER = /[\u0000-\u0020\u007f~^:?*[\\]/;

/** The only endings that the next character's fate depends on; no other part of a name does. */
const TELLING_END = /(?:\.(?:l(?:o(?:ck?)?)?)?|[/@])$/;

/** The end of what was read so far: '' at the start, one of `TELLING_END`, or 'x' for any other. */
type State = string;

const START: State = '';

function next(state: State, character: string): State | undefined {
  const forbidden = FORBIDDEN_CHARACTER.test(character)
    || (character === '/' && (state === START || state === '/' || state === '.lock'))
    || (character === '.' && (state === START || state === '/' || state === '.'))
    || (character === '{' && state === '@');
  if (forbidden) {
    return undefined;
  }
  return TELLING_END.exec(state + character)?.[0] ?? 'x';
}

function mayEnd(state: State): boolean {
  return ![START, '/', '.', '.lock'].includes(state);
}

function read(state: State, text: string): State | undefined {
  let current: State | undefined = state;
  for (const character of text) {
    current = next(current, character);
    if (current === undefined) {
      return undefined;
    }
  }
  return current;
}

/** Whether git allows `refs/tags/<name>`; for a branch, `refs/heads/<name>`, the rule is the same. */
export function isTagName(name: string): boolean {
  const state = read(START, name);
  return state !== undefined && mayEnd(state);
}

/**
 * Whether any name that git allows can be put together by taking one text from each list in turn.
 *
 * @param choices the texts to choose from, one list for each part of the name
 */
export function canSpellTagName(choices: ReadonlyArray<readonly string[]>): boolean {
  let states = new Set([START]);
  for (const texts of choices) {
    const reached = [...states].flatMap((state) => texts.map((text) => read(state, text)));
    states = new Set(reached.filter((state) => state !== undefined));
  }
  return [...states].some(mayEnd);
}

/** The first character of a text that git allows in no tag or branch name. */
export function forbiddenCharacter(text: string): string | undefined {
  return FORBIDDEN_CHARACTER.exec(text)?.[0];
}

/** A character as a message shows it: spaces and control characters by name. */
export function nameCharacter(character: string): string {
  const names: Record<string, string> = { ' ': 'a space', '\t': 'a tab', '\n': 'a line break', '\r': 'a line break' };
  const control = /[\u0000-\u001f\u007f]/.test(character) ? 'a control character' : `'${character}'`;
  return names[character] ?? control;
}
