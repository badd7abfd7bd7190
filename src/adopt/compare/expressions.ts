import type { Engine } from '../../github/workflow-engine';

/** What is left of an expression: its value, or the text of what only a run can tell. */
export type Part = { readonly value: unknown } | { readonly text: string };

/** Whether something runs: certainly, never, or if a text holds. */
export type Condition = 'yes' | 'no' | string;

const NAMES = ['github', 'env', 'vars', 'job', 'jobs', 'steps', 'runner', 'secrets', 'strategy', 'matrix', 'needs', 'inputs'];

/** Contexts of which everything is known: what they do not have is nothing. */
const CLOSED = ['matrix', 'inputs', 'github.event.inputs'];

const FUNCTIONS = ['success', 'failure', 'always', 'cancelled', 'hashFiles'].map((name) => ({ name, minArgs: 0, maxArgs: 255 }));

type Tree = ReturnType<InstanceType<Engine['Parser']>['parse']>;
type Visitor = Parameters<Tree['accept']>[0];

/** Works out expressions as far as their values are known before a run. */
export class Contexts {
  constructor(private readonly trees: Trees, private readonly known: Readonly<Record<string, any>>) {}

  /** The same, with more variables. */
  public withEnv(env: Readonly<Record<string, string>>): Contexts {
    return this.with({ env: { ...this.known.env, ...env } });
  }

  /** The same, where more is known. */
  public with(known: Readonly<Record<string, any>>): Contexts {
    return new Contexts(this.trees, { ...this.known, ...known });
  }

  /** A text with its expressions worked out; what is not known stays in brackets. */
  public text(written: unknown): string {
    return String(written ?? '').replace(/\$\{\{(.*?)\}\}/gs, (_all, expression: string) => {
      const part = this.part(expression);
      return 'value' in part ? shown(part.value) : `⟦${part.text}⟧`;
    });
  }

  /** A value that may be one expression as a whole. */
  public value(written: unknown): unknown {
    const whole = typeof written === 'string' ? /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(written)?.[1] : undefined;
    const part = whole === undefined ? undefined : this.part(whole);
    return part && 'value' in part ? part.value : typeof written === 'string' ? this.text(written) : written;
  }

  public condition(written: unknown): Condition {
    const bare = (String(written ?? true).trim() || 'true').replace(/^\$\{\{(.*)\}\}$/s, '$1');
    const part = this.part(bare);
    return 'text' in part ? part.text : part.value ? 'yes' : 'no';
  }

  public part(expression: string): Part {
    return this.trees.of(expression)?.accept(visitor(this.known, this.trees)) as Part | undefined ?? { text: expression.trim() };
  }
}

/** Expressions as GitHub's engine reads them: each once, since the same stand in every leg. */
export class Trees {
  private readonly read = new Map<string, Tree | undefined>();

  constructor(private readonly engine: Engine) {}

  /** Undefined where it is none: no run begins then. */
  public of(expression: string): Tree | undefined {
    if (!this.read.has(expression)) {
      this.read.set(expression, this.parsed(expression));
    }
    return this.read.get(expression);
  }

  private parsed(expression: string): Tree | undefined {
    const { Lexer, Parser } = this.engine;
    try {
      return new Parser(new Lexer(expression).lex().tokens, NAMES, FUNCTIONS as never).parse();
    } catch {
      return undefined;
    }
  }

  /** Of an expression in which all is known. */
  public evaluated(expression: string): Part {
    try {
      return { value: this.plain(new this.engine.Evaluator(this.of(expression)!, new this.engine.data.Dictionary()).evaluate()) };
    } catch {
      // such as fromJSON of an empty text, which only fails in a run
      return { text: expression };
    }
  }

  /** A value of the engine's as JSON has it. */
  public plain(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value, this.engine.data.replacer));
  }
}

/** Parts of an expression worked out one in the other. */
function visitor(known: Readonly<Record<string, any>>, trees: Trees): Visitor {
  const part = (tree: Tree): Part & { text?: string } => tree.accept(visiting as Visitor) as unknown as Part & { text?: string };
  const visiting = {
    visitLiteral: (written: any) => ({ value: trees.plain(written.literal) }),
    visitGrouping: ({ group }: any) => part(group),
    visitUnary: ({ operator, expr }: any) => joined(trees, [part(expr)], ([one]) => `${operator.lexeme}(${one})`),
    visitBinary: ({ left, operator, right }: any) => joined(trees, [part(left), part(right)], ([a, b]) => `${a} ${operator.lexeme} ${b}`),
    visitLogical: ({ operator, args }: any) => logical(operator.lexeme, args.map(part)),
    visitContextAccess: ({ name }: any) => name.lexeme in known
      ? { value: known[name.lexeme], text: CLOSED.includes(name.lexeme) ? undefined : name.lexeme }
      : { text: name.lexeme },
    visitIndexAccess: ({ expr, index }: any) => isStar(index) ? ofAll(part(expr)) : indexed(part(expr), part(index)),
    visitFunctionCall: ({ functionName, args }: any) => called(trees, functionName.lexeme, args.map(part)),
  };
  return visiting as unknown as Visitor;
}

/** `.*`, which no visitor is told of: it holds nothing. */
function isStar(index: object): boolean {
  return !Object.keys(index).length;
}

function ofAll(of: Part & { text?: string }): Part {
  return { text: `${of.text ?? literal((of as { value: unknown }).value)}.*` };
}

function joined(trees: Trees, parts: readonly Part[], write: (texts: readonly string[]) => string): Part {
  return parts.every((one) => 'value' in one)
    ? trees.evaluated(write(parts.map((one) => literal((one as { value: unknown }).value))))
    : { text: write(parts.map((one) => 'value' in one ? literal(one.value) : one.text)) };
}

function called(trees: Trees, name: string, args: readonly Part[]): Part {
  if (name.toLowerCase() === 'success') {
    return { value: true };
  }
  const write = (texts: readonly string[]) => `${name}(${texts.join(', ')})`;
  return FUNCTIONS.some((own) => own.name.toLowerCase() === name.toLowerCase())
    ? { text: write(args.map((one) => 'value' in one ? literal(one.value) : one.text)) }
    : joined(trees, args, write);
}

function logical(operator: string, parts: readonly Part[]): Part {
  const decides = (value: unknown) => operator === '&&' ? !value : Boolean(value);
  const unknown: string[] = [];
  for (const [index, one] of parts.entries()) {
    if ('text' in one && !('value' in one)) {
      unknown.push(one.text!);
    } else if (decides((one as { value: unknown }).value)) {
      return unknown.length && operator === '||' ? { text: [...unknown, literal((one as { value: unknown }).value)].join(' || ') } : one;
    } else if (!unknown.length && index === parts.length - 1) {
      return one;
    }
  }
  return { text: unknown.join(` ${operator} `) };
}

function indexed(of: Part & { text?: string }, by: Part): Part {
  const key = 'value' in by ? String(by.value) : `[${by.text}]`;
  const path = `${of.text}.${key}`;
  if (!('value' in of)) {
    return { text: named(path) };
  }
  const found = Object.entries(Object(of.value)).find(([name]) => name.toLowerCase() === key.toLowerCase());
  if (found) {
    return { value: found[1], ...of.text === undefined || CLOSED.includes(path) ? {} : { text: path } };
  }
  return of.text === undefined ? { value: null } : { text: named(path) };
}

/** The workflow's own token has two names. */
function named(path: string): string {
  return path === 'github.token' ? 'secrets.GITHUB_TOKEN' : path;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  return typeof value === 'string' ? quoted(value) : typeof value === 'object' ? `fromJSON(${quoted(JSON.stringify(value))})` : String(value);
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
