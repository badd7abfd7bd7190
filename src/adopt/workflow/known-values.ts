import { bareExpression, Expressions, Partly, type Context } from '../../github/expression-evaluator';
import { expressionPieces } from '../../github/expressions';
import type { Engine } from '../../github/workflow-engine';
import type { Value } from '../../github/workflow-reader';

/** What is known of a leg before it runs. */
export interface KnownFacts {
  /** Partly, where it is made in the run only. */
  readonly matrix: Readonly<Record<string, Value>> | Partly;
  readonly env: Readonly<Record<string, string>>;
  readonly system: string;
  readonly arch?: string;
  /** `owner/name`. */
  readonly repository?: string;
  /** A tag that starts the build. */
  readonly tag: string;
  /** Whether the original runs for releases, of which a tag says nothing. */
  readonly isOnRelease?: boolean;
  /** Ids of the jobs that it waits for. */
  readonly needs: readonly string[];
}

/** What is left of a condition on one leg: nothing where it holds, undefined where it never does. */
export type Condition = { readonly runs: 'yes' | 'no' } | { readonly runs: 'unknown'; readonly if: string };

const STATUS = /\b(?:success|failure|always|cancelled)\s*\(\s*\)/gi;

/** What is not touched in an expression, and what may be known of it. */
const REFERENCE = /'(?:[^']|'')*'|(?<![\w.-])(?:matrix|env|inputs|github\.event\.inputs)(?:\.[\w-]+|\['[^']*'\])+/gi;

const SYSTEMS: Readonly<Record<string, string>> = { linux: 'Linux', macos: 'macOS', windows: 'Windows' };

/** Puts what is known into texts and conditions, by GitHub's own engine; what is not stays an expression. */
export class KnownValues {
  private readonly known: Expressions;
  private readonly onTag: Expressions;

  constructor(engine: Engine, facts: KnownFacts) {
    const contexts = contextsOf(facts);
    this.known = new Expressions(engine, contexts);
    this.onTag = new Expressions(engine, { ...contexts, github: tagContext(facts) });
  }

  /** A text with every expression evaluated that can be. */
  public text(text: string): string {
    const { texts, expressions } = expressionPieces(text);
    return texts.map((each, index) => each + (index < expressions.length ? this.shown(expressions[index]) : '')).join('');
  }

  /** A value that may be of any type. */
  public value(value: Value): Value {
    if (typeof value === 'string') {
      const outcome = this.known.value(value);
      return 'unknown' in outcome ? this.text(value) : outcome.value;
    }
    if (Array.isArray(value)) {
      return value.map((item: Value) => this.value(item));
    }
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.value(item as Value)]))
      : value;
  }

  public condition(text: string): Condition {
    return this.judged(text, this.known);
  }

  /** The same in a run for a tag that starts the build. */
  public conditionOnTag(text: string): Condition {
    return this.judged(text, this.onTag);
  }

  private judged(text: string, expressions: Expressions): Condition {
    const bare = bareExpression(text);
    if (bare === undefined) {
      return { runs: 'yes' };
    }
    const kept = { runs: 'unknown', if: this.literal(bare) } as const;
    if (new RegExp(STATUS).test(bare)) {
      const never = ['true', 'false'].every((status) => isFalse(expressions, bare.replace(STATUS, status)));
      return never ? { runs: 'no' } : /^success\s*\(\s*\)$/i.test(bare.trim()) ? { runs: 'yes' } : kept;
    }
    const outcome = expressions.condition(bare);
    return 'unknown' in outcome ? kept : { runs: outcome.value ? 'yes' : 'no' };
  }

  private shown(expression: string): string {
    const outcome = this.known.value(`\${{${expression}}}`);
    return 'unknown' in outcome || typeof outcome.value === 'object' && outcome.value !== null
      ? `\${{ ${this.literal(expression.trim())} }}`
      : String(outcome.value ?? '');
  }

  private literal(expression: string): string {
    return expression.replace(REFERENCE, (reference) => {
      const outcome = reference.startsWith("'") ? { unknown: '' } : this.known.value(`\${{ ${reference} }}`);
      return 'unknown' in outcome || outcome.value !== null && typeof outcome.value === 'object' ? reference : literalOf(outcome.value ?? '');
    });
  }
}

function isFalse(expressions: Expressions, condition: string): boolean {
  const outcome = expressions.condition(condition);
  return 'value' in outcome && !outcome.value;
}

function literalOf(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function contextsOf({ matrix, env, system, arch, needs }: KnownFacts): Record<string, Context> {
  const unknown = Object.fromEntries(['strategy', 'secrets', 'steps', 'vars', 'job', 'jobs'].map((name) => [name, new Partly({})]));
  return {
    ...unknown,
    matrix,
    // a pushed tag brings none, and a rehearsal has none
    inputs: {},
    // whatever comes behind a job runs only where that has succeeded
    needs: new Partly(Object.fromEntries(needs.map((id) => [id, new Partly({ result: 'success' })]))),
    env: new Partly(env),
    runner: new Partly({ ...SYSTEMS[system] && { os: SYSTEMS[system] }, ...arch && { arch: arch.toUpperCase() } }),
    github: new Partly({ event: new Partly({ inputs: {} }) }),
  };
}

function tagContext({ repository, tag, isOnRelease }: KnownFacts): Context {
  return new Partly({
    ...repository !== undefined && { repository, repository_owner: repository.split('/')[0] },
    event_name: 'push',
    ref_type: 'tag',
    ref_name: tag,
    ref: `refs/tags/${tag}`,
    event: new Partly({ ref: `refs/tags/${tag}`, inputs: null, pull_request: null, ...!isOnRelease && { action: null, release: null } }),
    head_ref: '',
    base_ref: '',
  });
}
