import type { ReadJob } from './job-kinds';
import type { KnownValues } from './known-values';
import type { StepSource } from './workflow-source';
import { expressionPieces } from '../../github/expressions';
import type { Value } from '../../github/workflow-reader';
import { GUARD } from '../../render/workflow/job-ids';
import { list, type Code } from '../code';
import { freeObject } from '../steps/step-code';
import { tagValueOf } from '../steps/tag-values';

/** What a job that is called can still ask of others, by their ids in the original. */
export interface Askable {
  readonly jobs: readonly ReadJob[];
  /** The one job that another has become; undefined where it is none, or several. */
  readonly own: (id: string) => string | undefined;
  /** Ids of those that are called, as they are now. */
  readonly called: readonly string[];
}

/** Thrown where a text asks for what is not to be had any more. */
export class Unasked extends Error {}

const OF_JOB = /(?<![\w.-])needs\.([\w-]+)\.(?:result|outputs\.([\w-]+))(?![\w-])/gi;

/** Texts of a job that is called, with what is known put in, and what others tell asked of those that can tell it now. */
export class CalledTexts {
  constructor(private readonly values: KnownValues, private readonly askable: Askable, private readonly hasMatrix: boolean) {}

  /** @throws Unasked */
  public text(text: string): string {
    const { texts, expressions } = expressionPieces(this.values.text(text));
    return texts.map((each, index) => each + (index < expressions.length ? `\${{${this.expression(expressions[index])}}}` : '')).join('');
  }

  /** What is left of a condition when a tag starts the build; undefined where nothing is. @throws Unasked */
  public condition(text: string): string | undefined {
    const condition = this.values.conditionOnTag(text);
    return condition.runs === 'unknown' ? this.expression(condition.if.trim()) : undefined;
  }

  /** A value of any type; a whole expression that is known has its own. @throws Unasked */
  public code(value: Value): Code {
    const known = typeof value === 'string' ? this.values.value(value) : value;
    if (Array.isArray(known)) {
      return list(known.map((item: Value) => this.code(item)));
    }
    if (known !== null && typeof known === 'object') {
      return freeObject(Object.fromEntries(Object.entries(known).map(([key, item]) => [key, this.code(item as Value)])));
    }
    return typeof known === 'string' ? this.text(known) : known as number | boolean | null ?? '';
  }

  private expression(expression: string): string {
    if (!this.hasMatrix && /(?<![\w.-])matrix\s*[.[]/i.test(expression)) {
      throw new Unasked('the matrix is left out');
    }
    return expression.replace(OF_JOB, (whole, id: string, output?: string) => this.told(whole, id, output));
  }

  private told(whole: string, id: string, output: string | undefined): string {
    const { called, own, jobs } = this.askable;
    if (called.includes(id)) {
      return whole;
    }
    const asked = jobs.find(({ job }) => job.id === id);
    const job = own(id);
    if (output === undefined && job !== undefined) {
      return `needs.${job}.result`;
    }
    const value = output !== undefined && asked && outputOf(asked, output);
    if (!value) {
      throw new Unasked(`${id} tells other jobs nothing any more`);
    }
    return `needs.${GUARD}.outputs.${value}`;
  }
}

/** What a job tells that only says what the tag is, as the guard does. */
function outputOf({ job, legs: [{ leg }] }: ReadJob, output: string): 'tag' | 'version' | undefined {
  const behind: StepSource = { line: Infinity, comments: [], with: {}, env: {} };
  const value = tagValueOf(job.outputs[output] ?? '', behind, leg);
  return value === 'ref' ? undefined : value;
}
