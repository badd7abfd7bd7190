import { type Complaint } from './complaint';

/**
 * What people write in a tag filter who have a regular expression, a shell or a whole ref in mind.
 *
 * Git allows most of these characters in a tag name (`v1{rc}` is one), so only what clearly means
 * something else is complained of.
 */
interface Shape {
  readonly looksLike: RegExp;
  readonly complaint: (match: RegExpExecArray) => Complaint;
}

/** `(a|b)` in any form, `@(a)`, and a shell's `+([0-9])`. */
const GROUP = /[@?*+!]?\(([^()|]*\|[^()]*)\)|@\(([^()|]*)\)|[?*+!]\([^()|[]*\[[^()|]*\)/;

/** `{a,b}` and `{1..3}`. */
const BRACES = /\{([^{},]*,[^{}]*)\}|\{\w+\.\.\w+\}/;

const SHAPES: readonly Shape[] = [
  {
    looksLike: /^refs\/(?:tags\/|heads\/)?/,
    complaint: (match) => ({
      why: "starts with 'refs/', but tag filters are compared with the name alone",
      hint: `Write '${match.input.slice(match[0].length) || 'v*'}'.`,
    }),
  },
  {
    looksLike: /^\^/,
    complaint: (match) => ({
      why: "starts with '^', which is no anchor here and which git allows in no tag name",
      hint: `A pattern always has to match the whole name: write '${match.input.slice(1) || 'v*'}'.`,
    }),
  },
  {
    looksLike: /\$$/,
    complaint: (match) => ({
      why: "ends in '$', which is no anchor here but a character of the name",
      hint: `A pattern always has to match the whole name: write '${match.input.slice(0, -1) || 'v*'}'.`,
    }),
  },
  {
    looksLike: /^\/+/,
    complaint: (match) => ({
      why: "starts with '/', which no tag name does",
      hint: `Write '${match.input.slice(match[0].length) || 'v*'}'.`,
    }),
  },
  {
    looksLike: /\{\d+(?:,\d*)?\}/,
    complaint: (match) => ({
      why: `has '${match[0]}', which repeats nothing in a tag filter`,
      hint: "Write '+' behind what stands once or more, as in '[0-9]+', or write it out.",
    }),
  },
  { looksLike: GROUP, complaint: (match) => alternatives(match, '|', 'a group of alternatives') },
  { looksLike: BRACES, complaint: (match) => alternatives(match, ',', 'a brace expansion') },
];

/** What is wrong with a pattern (without its `!`) that was written in another language. */
export function tagFilterShapeProblem(body: string): Complaint | undefined {
  for (const { looksLike, complaint } of SHAPES) {
    const match = looksLike.exec(body);
    if (match) {
      return complaint(match);
    }
  }
  return undefined;
}

/** More cases than these are not written out. */
const SHOWN = 3;

function alternatives(match: RegExpExecArray, separator: string, kind: string): Complaint {
  const inside = match[1] ?? match[2];
  const before = match.input.slice(0, match.index);
  const after = match.input.slice(match.index + match[0].length);
  const cases = inside?.split(separator) ?? [];
  const patterns = cases.slice(0, SHOWN).map((one) => `'${before}${one}${after}'`);
  return {
    why: `has '${match[0]}', ${kind}, which tag filters do not know`,
    hint: inside === undefined ? 'Write a pattern for each case.' : `Write a pattern for each case: ${patterns.join(', ')}${cases.length > SHOWN ? ' and so on' : ''}.`,
  };
}
