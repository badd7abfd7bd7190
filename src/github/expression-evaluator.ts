import { expressionPieces, wholeExpression } from './expressions';
import type { Data, Engine, FunctionDefinition } from './workflow-engine';
import type { Value } from './workflow-reader';

/** A mapping of which only some keys are known before the run; to read another one is to be uncertain. */
export class Partly {
  constructor(readonly known: Readonly<Record<string, Context>>) {}
}

/** What an expression can read, by name. */
export type Context = Value | Partly | { readonly [key: string]: Context };

/** What becomes of an expression: its value, or why nobody can tell before the run. */
export type Outcome<T> = { readonly value: T } | { readonly unknown: string };

/** Yes, no, or nobody can tell before the run. */
export type Runs = 'yes' | 'no' | 'unknown';

/** What `success()` says. */
export type Status = boolean | 'unknown';

const STATUS_FUNCTION = /\b(?:success|failure|always|cancelled)\s*\(/i;

class Uncertain extends Error {}

/** Evaluates expressions by GitHub's own engine, in the contexts of one place of a workflow. */
export class Expressions {
  private readonly contexts: InstanceType<Engine['data']['Dictionary']>;
  private readonly functions: FunctionDefinition[];

  constructor(private readonly engine: Engine, contexts: Readonly<Record<string, Context>>, success: Status = true) {
    this.contexts = toData(engine, contexts, '') as InstanceType<Engine['data']['Dictionary']>;
    this.functions = statusFunctions(engine, success);
  }

  /** An `if`, with or without its braces; without a status function it means `success() && (…)`. */
  public condition(text: string): Outcome<boolean> {
    const bare = bareExpression(text);
    // text beside the braces makes it a text that is never empty
    const outcome = bare === undefined ? { value: 'text' } : this.evaluate(STATUS_FUNCTION.test(withoutTexts(bare)) ? bare : `success() && (${bare})`);
    return 'unknown' in outcome ? outcome : { value: isTruthy(outcome.value) };
  }

  /** A text that may be one expression as a whole, which then can be of any type. */
  public value(text: Value): Outcome<Value> {
    const whole = typeof text === 'string' ? wholeExpression(text) : undefined;
    if (whole !== undefined) {
      return this.evaluate(whole);
    }
    return typeof text === 'string' ? this.text(text) : { value: text };
  }

  /** A text with every expression in it evaluated. */
  public text(text: string): Outcome<string> {
    const unknown = expressionsOf(text).map((expression) => this.evaluate(expression)).find((outcome) => 'unknown' in outcome);
    return unknown ?? { value: this.show(text) };
  }

  /** A text for people: what cannot be told stays as it is written. */
  public show(text: string): string {
    const { texts, expressions } = expressionPieces(text);
    const shown = expressions.map((expression) => {
      const outcome = this.evaluate(expression);
      return 'unknown' in outcome ? `\${{${expression}}}` : asText(outcome.value);
    });
    return texts.map((each, index) => each + (shown[index] ?? '')).join('');
  }

  private evaluate(expression: string): Outcome<Value> {
    try {
      const { tokens } = new this.engine.Lexer(expression).lex();
      const parsed = new this.engine.Parser(tokens, this.contexts.pairs().map(({ key }) => key), this.functions).parse();
      const functions = new Map(this.functions.map((definition) => [definition.name.toLowerCase(), definition]));
      return { value: fromData(this.engine, new this.engine.Evaluator(parsed, this.contexts, functions).evaluate()) };
    } catch (error) {
      return { unknown: error instanceof Uncertain ? error.message : `it could not be evaluated: ${(error as Error).message}` };
    }
  }
}

/** Whether something with this condition runs. */
export function runsOf(outcome: Outcome<boolean>): Runs {
  if ('unknown' in outcome) {
    return 'unknown';
  }
  return outcome.value ? 'yes' : 'no';
}

/** The expressions in a text, without their braces. */
export function expressionsOf(text: string): string[] {
  return expressionPieces(text).expressions.map((expression) => expression.trim());
}

/** The expression of an `if`, where braces are optional; none where there is text beside them. */
export function bareExpression(text: string): string | undefined {
  return wholeExpression(text) ?? (text.includes('${{') ? undefined : text.trim());
}

function withoutTexts(expression: string): string {
  return expression.replace(/'[^']*'/g, '');
}

function isTruthy(value: Value): boolean {
  return Boolean(value);
}

function asText(value: Value): string {
  if (value === null) {
    return '';
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function statusFunctions({ data }: Engine, success: Status): FunctionDefinition[] {
  const named = (name: string, call: () => Data): FunctionDefinition => ({ name, minArgs: 0, maxArgs: 255, call });
  const answer = (name: string, value: Status) => named(name, () => {
    if (value === 'unknown') {
      throw new Uncertain(`${name}() depends on a job of which it cannot be told whether it runs`);
    }
    return new data.BooleanData(value);
  });
  return [
    answer('success', success),
    answer('always', true),
    answer('failure', false),
    answer('cancelled', false),
    named('hashFiles', () => { throw new Uncertain('hashFiles() is known in the run only'); }),
  ];
}

function toData(engine: Engine, value: Context, path: string): Data {
  const { data } = engine;
  switch (typeof value) {
    case 'string': return new data.StringData(value);
    case 'number': return new data.NumberData(value);
    case 'boolean': return new data.BooleanData(value);
  }
  if (value === null || value === undefined) {
    return new data.Null();
  }
  if (Array.isArray(value)) {
    return new data.Array(...value.map((item: Value, index) => toData(engine, item, `${path}[${index}]`)));
  }
  const known = value instanceof Partly ? value.known : value as { readonly [key: string]: Context };
  const pairs = Object.entries(known).map(([key, item]) => ({ key, value: toData(engine, item, path ? `${path}.${key}` : key) }));
  return value instanceof Partly ? partlyData(engine, path, pairs) : new data.Dictionary(...pairs);
}

function partlyData({ data }: Engine, path: string, pairs: ConstructorParameters<Engine['data']['Dictionary']>): Data {
  const dictionary = new data.Dictionary(...pairs);
  const get = dictionary.get.bind(dictionary);
  dictionary.get = (key) => {
    const found = get(key);
    if (found === undefined) {
      throw new Uncertain(`${path}.${key} is known in the run only`);
    }
    return found;
  };
  dictionary.values = dictionary.pairs = () => {
    throw new Uncertain(`${path} is known in the run only`);
  };
  return dictionary;
}

function fromData({ data }: Engine, value: Data): Value {
  return value instanceof data.Null ? null : JSON.parse(JSON.stringify(value, data.replacer));
}
