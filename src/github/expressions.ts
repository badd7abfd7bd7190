/** A text in the pieces that GitHub makes of it. */
export interface ExpressionPieces {
  /** What stands around the expressions, always one more than there are of them. */
  readonly texts: readonly string[];
  /** What stands between `${{` and `}}`. */
  readonly expressions: readonly string[];
}

/**
 * Takes a text apart as GitHub does: closing braces inside quotes close nothing. A `${{` that is
 * never closed is text here; GitHub refuses it.
 */
export function expressionPieces(text: string): ExpressionPieces {
  const [texts, expressions]: [string[], string[]] = [[], []];
  let from = 0;
  for (let begin = text.indexOf('${{'); begin >= 0; begin = text.indexOf('${{', from)) {
    const end = closing(text, begin + 3);
    if (end === undefined) {
      break;
    }
    texts.push(text.slice(from, begin));
    expressions.push(text.slice(begin + 3, end));
    from = end + 2;
  }
  return { texts: [...texts, text.slice(from)], expressions };
}

/** The one expression that a text is as a whole; undefined where there is text around it, or another one. */
export function wholeExpression(text: string): string | undefined {
  const { texts, expressions: [only, ...others] } = expressionPieces(text.trim());
  return only !== undefined && !others.length && texts.join('') === '' ? only.trim() : undefined;
}

/** Where the braces are that close an expression; a doubled quote inside quotes opens and closes at once. */
function closing(text: string, from: number): number | undefined {
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "'") {
      quoted = !quoted;
    } else if (!quoted && text[at] === '}' && text[at + 1] === '}') {
      return at;
    }
  }
  return undefined;
}

/**
 * How long the expression is that GitHub makes of a text; 0 of one without `${{`. A text with
 * anything around its expressions becomes a call of `format`, where quotes and braces are doubled.
 *
 * @see https://github.com/actions/runner/blob/main/src/Sdk/DTObjectTemplating/ObjectTemplating/TemplateReader.cs
 */
export function expressionLength(text: string): number {
  const { texts, expressions } = expressionPieces(text);
  const inside = expressions.map((expression) => expression.trim());
  const isWhole = inside.length === 1 && texts.join('') === '';
  if (inside.length === 0 || isWhole) {
    return inside.join('').length;
  }
  const format = texts.map((each, index) => each.replace(/['{}]/g, '$&$&') + (index < inside.length ? `{${index}}` : '')).join('');
  return `format('${format}'${inside.map((each) => `, ${each}`).join('')})`.length;
}
