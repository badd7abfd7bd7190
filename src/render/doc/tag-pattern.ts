/** One thing that a tag filter asks for, with the quantifier behind it. */
export interface Token {
  readonly kind: 'literal' | 'star' | 'globstar' | 'class';
  /** The character of a literal; the characters that a class admits. */
  readonly characters: string;
  readonly quantifier: '' | '?' | '+';
}

const TOKEN = /(\*\*)|(\*)|\\(.)|\[([^\]]+)\]|(.)/gsu;

/** Reads a tag filter, without a leading `!`. What cannot be read as a sign stands for itself. */
export function parsePattern(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (const [sign, globstar, star, escaped, list, other] of pattern.matchAll(TOKEN)) {
    const last = tokens[tokens.length - 1];
    if ((other === '?' || other === '+') && last?.quantifier === '') {
      tokens[tokens.length - 1] = { ...last, quantifier: other };
    } else if (globstar || star) {
      tokens.push({ kind: globstar ? 'globstar' : 'star', characters: '', quantifier: '' });
    } else {
      tokens.push({ kind: list ? 'class' : 'literal', characters: list ? expand(list) : escaped ?? other ?? sign, quantifier: '' });
    }
  }
  return tokens;
}

function expand(list: string): string {
  return list.replace(/([A-Za-z0-9])-([A-Za-z0-9])/g, (_, from: string, to: string) => {
    const first = from.charCodeAt(0);
    return String.fromCharCode(...Array.from({ length: Math.max(0, to.charCodeAt(0) - first + 1) }, (__, index) => first + index));
  });
}

/** Whether the filters admit a tag: the last one that matches decides, and `!` before it means no. */
export function matchesFilters(filters: readonly string[], tag: string): boolean {
  const deciding = filters.filter(filter => toRegExp(filter.replace(/^!/, '')).test(tag)).pop();
  return deciding !== undefined && !deciding.startsWith('!');
}

function toRegExp(pattern: string): RegExp {
  return new RegExp(`^${parsePattern(pattern).map(source).join('')}$`, 'su');
}

function source(token: Token): string {
  switch (token.kind) {
    case 'globstar': return '.*';
    case 'star': return '[^/]*';
    default: return `(?:${[...token.characters].map(quote).join('|')})${token.quantifier}`;
  }
}

function quote(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
