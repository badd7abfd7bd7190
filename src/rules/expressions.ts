const EXPRESSION = /\$\{\{(.*?)\}\}/gs;

/** Strings in an expression, but not the keys of an index: `'a'`, and not `secrets['a']`. */
const LITERAL = /(?<!\[\s*)'(?:[^']|'')*'/g;

/** What stands between `${{` and `}}` in a text, without strings: they name nothing. */
export function expressionsIn(text: string): string[] {
  return [...text.matchAll(EXPRESSION)].map(([, expression]) => expression.replace(LITERAL, "''"));
}
