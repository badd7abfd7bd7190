import { CalledTexts, Unasked, type Askable } from './called-texts';
import { KnownValues } from './known-values';
import type { Surroundings } from './legs';
import type { Report } from './report';
import type { Places } from './workflow-places';
import type { JobSource, WorkflowSource } from './workflow-source';
import { Partly } from '../../github/expression-evaluator';
import { mapping, type Mapping, type Value } from '../../github/workflow-reader';
import { camelCase } from '../../model/steps';
import { isKeptKey } from '../../schema/field';
import { kebabCase } from '../../text/words';
import { constant, list, object, type Code, type ObjectCode } from '../code';
import { short } from '../steps/report-lines';
import { freeObject } from '../steps/step-code';

/** What one job that is called is made from. */
export interface Calling {
  /** As it is called now. */
  readonly id: string;
  readonly job: JobSource;
  readonly source: WorkflowSource;
  readonly around: Surroundings;
  readonly askable: Askable;
  readonly needs: readonly string[];
  /** What must hold besides its own condition. */
  readonly when: string;
  readonly places: Places;
  readonly report: Report;
}

/** A job as projen's `addJob` takes it, with what a person must decide about it. */
export interface CalledOptions {
  readonly options: ObjectCode;
  readonly comments: readonly string[];
}

/** The rights that projen has a name for; those that GitHub knows one kind of are not here. */
const BOTH = ['actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'issues', 'packages', 'pages', 'pull-requests', 'security-events', 'statuses'];
const ALL: Readonly<Record<string, Mapping>> = {
  'read-all': Object.fromEntries([...BOTH, 'models'].map((name) => [name, 'read'])),
  'write-all': { ...Object.fromEntries([...BOTH, 'id-token'].map((name) => [name, 'write'])), models: 'read' },
};
const RIGHTS = Object.keys(ALL['write-all']);

const AS_IT_WAS = 'as it was';

/** Gathers what becomes of each part of one job. */
export class CalledJobReader {
  private readonly comments: string[] = [];
  private readonly texts: CalledTexts;

  constructor(private readonly calling: Calling) {
    const { job, around, askable } = calling;
    const values = new KnownValues(around.engine, {
      matrix: job.matrix === undefined ? {} : new Partly({}), env: {}, system: 'unknown', repository: around.repository, tag: around.tag, needs: job.needs,
    });
    this.texts = new CalledTexts(values, askable, job.matrix === undefined || isPlainMatrix(job.matrix as Value));
  }

  public read(): CalledOptions {
    const { job, needs } = this.calling;
    const options = object({
      name: job.name === undefined ? undefined : this.kept('name', job.name),
      uses: this.uses(),
      needs: list(needs),
      if: this.condition(),
      with: this.each('with', job.inputs),
      secrets: this.secrets(),
      permissions: this.permissions(),
      strategy: this.strategy(),
      concurrency: job.concurrency === undefined ? undefined : this.kept('concurrency', job.concurrency as Value),
    });
    return { options, comments: this.comments };
  }

  private uses(): string {
    const { job, report } = this.calling;
    const isPinned = /^[.$]\/|@[0-9a-f]{40}$/.test(job.uses!);
    report.add({
      fate: isPinned ? 'understood' : 'passed-through',
      line: this.line('uses'),
      what: `uses ${job.uses!}`,
      became: isPinned ? AS_IT_WAS : `${AS_IT_WAS}, by a tag or branch that its owner can move: write the full SHA behind the @`,
    });
    return job.uses!;
  }

  private condition(): string | undefined {
    const { job, when, report } = this.calling;
    const whole = (own: string | undefined) => {
      const both = own === undefined ? when : `${when} && (${own})`;
      return both.startsWith('!') ? `\${{ ${both} }}` : both;
    };
    if (job.if === undefined) {
      return whole(undefined);
    }
    try {
      const own = this.texts.condition(job.if);
      report.understood(this.line('if'), `${job.id}: if`, own === undefined ? 'a tag that starts the build fulfils it' : AS_IT_WAS);
      return whole(own);
    } catch (error) {
      this.leftOut('if', job.if, error, 'so it is called for each tag');
      return whole(undefined);
    }
  }

  /** Inputs or secrets, each by itself. */
  private each(key: 'with' | 'secrets', values: Mapping): Code | undefined {
    const { job, report } = this.calling;
    const found: Record<string, Code> = {};
    for (const [name, value] of Object.entries(values)) {
      const line = this.line(key, name);
      if (isKeptKey(name)) {
        report.leftOut(line, `${key} ${name}`, 'no declaration can name it, since each object of JavaScript has one of that name');
        continue;
      }
      try {
        found[name] = this.texts.code(value);
        report.understood(line, `${job.id}: ${key} ${name}`, String(found[name]).includes('${{') ? String(found[name]) : AS_IT_WAS);
      } catch (error) {
        this.leftOut(`${key} ${name}`, String(value), error, 'say it otherwise', line);
      }
    }
    return Object.keys(found).length ? freeObject(found) : undefined;
  }

  private secrets(): Code | undefined {
    const { job: { id, secrets }, report } = this.calling;
    if (secrets !== 'inherit') {
      return this.each('secrets', mapping(secrets as Value));
    }
    report.passedThrough(this.line('secrets'), `${id}: secrets: inherit`,
      'as it was: it is given all secrets, and no guard knows which of them it needs; name them in its secrets');
    this.comments.push('decide: name the secrets that it reads, here and in secrets of the build, so that the guard checks them.');
    return 'inherit';
  }

  /** A workflow that is called has no more rights than the job that calls it. */
  private permissions(): ObjectCode {
    const { id, job, source, report } = this.calling;
    const written = job.permissions ?? source.permissions;
    const line = job.permissions === undefined ? job.line : this.line('permissions');
    if (written === undefined) {
      report.leftOut(line, `${job.id}: permissions by default`, 'it can read the repository; what else the workflow that it calls asks for must stand in its permissions');
      this.comments.push('decide: what the called workflow asks for beyond this must stand here, or GitHub starts nothing.');
      return object({ contents: right('read') });
    }
    const rights = typeof written === 'string' ? ALL[written] : mapping(written as Value);
    const [known, others] = [true, false].map((isKnown) => Object.entries(rights).filter(([name]) => RIGHTS.includes(name) === isKnown));
    report.understood(line, `${job.id}: permissions`, job.permissions === undefined ? 'those of the workflow' : AS_IT_WAS);
    others.forEach(([name, access]) => this.leftOut(`permissions ${name}`, String(access), undefined,
      `projen has no name for it: tagBuild.workflow.file?.addOverride('jobs.${id}.permissions.${name}', '${String(access)}')`, line));
    return object(Object.fromEntries(known.map(([name, access]) => [camelCase(name), right(String(access))])));
  }

  private strategy(): Code | undefined {
    const { job: { id, matrix, strategy }, report } = this.calling;
    const { failFast, maxParallel } = strategy;
    const code = object({ matrix: matrix === undefined ? undefined : this.matrix(matrix as Value), failFast, maxParallel });
    code.entries.forEach(({ key }) => report.understood(this.line('strategy', kebabCase(key)), `${id}: ${kebabCase(key)}`, AS_IT_WAS));
    return code.entries.length ? code : undefined;
  }

  private matrix(matrix: Value): Code | undefined {
    const { include, exclude, ...axes } = mapping(matrix);
    try {
      if (!isPlainMatrix(matrix)) {
        throw new Unasked('projen takes lists of texts and numbers there');
      }
      return object({
        domain: Object.keys(axes).length ? this.texts.code(axes) : undefined,
        include: include === undefined ? undefined : this.texts.code(include),
        exclude: exclude === undefined ? undefined : this.texts.code(exclude),
      });
    } catch (error) {
      this.leftOut('matrix', JSON.stringify(matrix), error, 'it is called once', this.line('strategy', 'matrix'));
      return undefined;
    }
  }

  private kept(key: 'name' | 'concurrency', value: Value): Code | undefined {
    const { job, report } = this.calling;
    try {
      const code = this.texts.code(value);
      report.understood(this.line(key), `${job.id}: ${key}`, AS_IT_WAS);
      return code;
    } catch (error) {
      this.leftOut(key, JSON.stringify(value), error, 'say it otherwise');
      return undefined;
    }
  }

  private leftOut(key: string, value: string, error: unknown, what: string, line = this.line(key)): void {
    if (error !== undefined && !(error instanceof Unasked)) {
      throw error;
    }
    const { job, report } = this.calling;
    const why = `${short(value)}${error === undefined ? '' : `: ${error.message}`}; ${what}`;
    report.leftOut(line, `${job.id}: ${key}`, why);
    this.comments.push(`decide: ${key} was ${why}`);
  }

  private line(...path: readonly string[]): number {
    return this.calling.places.line('jobs', this.calling.job.id, ...path);
  }
}

function right(access: string): Code {
  return constant(`github.workflows.JobPermission.${access.toUpperCase()}`);
}

/** Whether projen's types can say it: an axis is a list of plain values, or an expression. */
function isPlainMatrix(matrix: Value): boolean {
  const isPlain = (value: Value) => ['string', 'number', 'boolean'].includes(typeof value);
  const isList = (value: Value | undefined, holds: (item: Value) => boolean) => value === undefined || Array.isArray(value) && value.every(holds);
  const { include, exclude, ...axes } = mapping(matrix);
  return typeof matrix === 'object' && !Object.keys(axes).some(isKeptKey)
    && Object.values(axes).every((values) => typeof values === 'string' || isList(values, isPlain))
    && [include, exclude].every((entries) => isList(entries, (entry) => Object.values(mapping(entry)).every(isPlain)));
}
