import type { Complaint } from './complaint';
import { suggestion } from '../text/suggestion';
import { count } from '../text/words';

/** What an expression can name at its place. */
export interface Reach {
  readonly contexts: readonly string[];
  /** The functions of the place, in small letters, and how many values each takes at least and at most. */
  readonly functions: Readonly<Record<string, readonly [min: number, max: number]>>;
}

/** Functions that are everywhere. */
const FUNCTIONS: Reach['functions'] = {
  case: [3, Infinity], contains: [2, 2], endswith: [2, 2], format: [1, 255], fromjson: [1, 1], join: [1, 2], startswith: [2, 2], tojson: [1, 1],
};

/** Deeper than anybody nests. GitHub counts in two ways, up to 50: what is deeper is left to it. */
const MAX_DEPTH = 50;

/** The runner takes any space, GitHub's parser for editors some of it. */
const SPACE = /\s*/y;
const OPERATOR = /&&|\|\||[!=<>]=|[()[\],*!<>]/y;
const STRING = /'(?:[^']|'')*'/y;
/** As far as it goes without what ends it. */
const NUMBER = /[-+.\d][^()[\],!<>=&|\s]*/y;
const WORD = /[^()[\],.!<>=&|\s]+/y;

const DOCS = 'See https://docs.github.com/en/actions/reference/workflows-and-actions/expressions.';

/** What is often written in the place of what there is. */
const MEANT: readonly (readonly [RegExp, string])[] = [
  [/^=/, "Compare by '=='."],
  [/^[&|]/, "Join by '&&' or '||'."],
  [/^["`]/, 'Write a text in single quotes.'],
  [/^'/, 'Close the quote; a quote in a text is doubled.'],
  [/^[-+*/%]/, 'There is no arithmetic: reckon in a script.'],
];

class Refused extends Error {
  /** @param complaint undefined where nobody can tell */
  public constructor(public readonly complaint: Complaint | undefined) {
    super(complaint?.why);
  }
}

/**
 * What GitHub has against an expression, without its braces; it names the first thing.
 *
 * @see https://github.com/actions/runner/blob/main/src/Sdk/Expressions/Tokens/LexicalAnalyzer.cs
 */
export function syntaxProblem(expression: string, reach: Reach): Complaint | undefined {
  try {
    new ExpressionReader(tokensIn(expression), reach).whole();
    return undefined;
  } catch (error) {
    if (error instanceof Refused) {
      return error.complaint;
    }
    throw error;
  }
}

interface Token {
  /** An operator as it stands, or what it is. */
  readonly kind: string;
  readonly text: string;
}

const END: Token = { kind: 'end', text: '' };

function tokensIn(expression: string): Token[] {
  const tokens: Token[] = [];
  for (let at = after(SPACE, expression, 0); at < expression.length; at = after(SPACE, expression, at)) {
    const token = tokenAt(expression, at, tokens.at(-1)?.kind ?? '');
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function after(pattern: RegExp, expression: string, at: number): number {
  return at + (matchAt(pattern, expression, at) ?? '').length;
}

function matchAt(pattern: RegExp, expression: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(expression)?.[0];
}

function tokenAt(expression: string, at: number, before: string): Token {
  const match = (pattern: RegExp) => matchAt(pattern, expression, at);
  const operator = expression[at] === '.' && ['word', ')', ']', '*'].includes(before) ? '.' : match(OPERATOR);
  if (operator !== undefined) {
    return { kind: operator, text: operator };
  }
  const [string, number, word] = [match(STRING), match(NUMBER), match(WORD)];
  if (string !== undefined) {
    return { kind: 'value', text: string };
  }
  if (number !== undefined && !Number.isNaN(Number(number))) {
    return { kind: 'value', text: number };
  }
  if (number === undefined && word !== undefined && /^[A-Za-z_][\w-]*$/.test(word)) {
    return { kind: before !== '.' && ['true', 'false', 'null', 'NaN', 'Infinity'].includes(word) ? 'value' : 'word', text: word };
  }
  throw unexpected(number ?? word ?? expression[at]);
}

function unexpected(text: string): Refused {
  return new Refused({ why: `has ${text}, which GitHub does not expect there`, hint: MEANT.find(([pattern]) => pattern.test(text))?.[1] ?? DOCS });
}

/** Each method reads one kind of term; what binds closer does not matter to what may stand where. */
class ExpressionReader {
  private at = 0;
  private depth = 0;

  public constructor(private readonly tokens: readonly Token[], private readonly reach: Reach) {}

  public whole(): void {
    this.any();
    if (this.next !== END) {
      throw unexpected(this.next.text);
    }
  }

  private get next(): Token {
    return this.tokens[this.at] ?? END;
  }

  private takes(...kinds: readonly string[]): boolean {
    const isOne = kinds.includes(this.next.kind);
    this.at += isOne ? 1 : 0;
    return isOne;
  }

  private must(...kinds: readonly string[]): void {
    if (this.next === END) {
      throw new Refused({ why: 'ends where something is missing', hint: DOCS });
    }
    if (!this.takes(...kinds)) {
      throw unexpected(this.next.text);
    }
  }

  private any(): void {
    if (++this.depth > MAX_DEPTH) {
      throw new Refused(undefined);
    }
    do {
      while (this.takes('!'));
      this.indexed();
    } while (this.takes('||', '&&', '==', '!=', '<', '<=', '>', '>='));
    this.depth--;
  }

  private indexed(): void {
    if (this.single()) {
      while (['.', '['].includes(this.next.kind)) {
        if (this.takes('.')) {
          this.must('word', '*');
        } else {
          this.must('[');
          if (!this.takes('*')) this.any();
          this.must(']');
        }
      }
    }
  }

  /** @returns whether it may have an index */
  private single(): boolean {
    const { kind, text } = this.next;
    this.must('value', 'word', '(');
    if (kind === '(') {
      this.any();
      this.must(')');
    } else if (kind === 'word' && this.takes('(')) {
      this.called(text);
    } else if (kind === 'word' && !this.reach.contexts.includes(text.toLowerCase())) {
      throw new Refused({ why: `has ${text}, which GitHub does not know there`, hint: suggestion(text, this.reach.contexts) });
    }
    return kind !== 'value';
  }

  private called(name: string): void {
    let values = 0;
    if (!this.takes(')')) {
      do {
        this.any();
        values++;
      } while (this.takes(','));
      this.must(')');
    }
    const known = { ...FUNCTIONS, ...this.reach.functions };
    const key = name.toLowerCase();
    if (!Object.hasOwn(known, key)) {
      throw new Refused({ why: `calls ${name}(), which GitHub does not know there`, hint: suggestion(key, Object.keys(known)) });
    }
    const [min, max] = known[key];
    if (values < min || values > max || key === 'case' && values % 2 === 0) {
      throw new Refused({ why: `calls ${name}() with ${count(values, 'value', 'values')}`, hint: takesText(key, min, max) });
    }
  }
}

function takesText(name: string, min: number, max: number): string {
  const number = name === 'case' ? `an odd number, at least ${min}` : min === max ? String(min) : max >= 255 ? `at least ${min}` : `${min} to ${max}`;
  return `It takes ${number}.`;
}
