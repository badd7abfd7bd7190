import { envOf, type JobsInput } from './contexts';
import type { LegPlan, StepPlan } from './plan';
import { secretsIn, secretUses } from './secrets';
import { planStep } from './steps';
import { Expressions, Partly, type Context } from '../../github/expression-evaluator';
import { isSelfHosted, RUNNERS } from '../../github/runners';
import { list, mapping, texts, type Mapping, type Value } from '../../github/workflow-reader';
import { CHECK } from '../../render/workflow/rehearsal';

interface LegInput {
  readonly id: string;
  readonly job: Mapping;
  readonly matrix: Readonly<Record<string, Value>>;
}

/** One leg of a job: the job itself, or one combination of its matrix. */
export function legOf(input: JobsInput, { id, job, matrix }: LegInput, jobContexts: Record<string, Context>): LegPlan {
  const plain = new Expressions(input.engine, jobContexts);
  const runsOn = labels(job['runs-on'], plain);
  const env = { ...envOf(input.workflow.env, plain), ...envOf(job.env, plain) };
  const begun = input.declared?.rehearsedOf(id, String(matrix.platform), input.facts.event);
  const steps = new Partly(begun ? { [CHECK]: new Partly({ outputs: new Partly(begun) }) } : {});
  const contexts = { ...jobContexts, env: new Partly(env), runner: new Partly(runnerContext(runsOn)), steps };
  const expressions = new Expressions(input.engine, contexts);
  const home = mapping(mapping(job.defaults).run)['working-directory'] ?? mapping(mapping(input.workflow.defaults).run)['working-directory'];
  const planned = list(job.steps).map(mapping).map((step) => planStep(step, {
    ...input,
    contexts,
    home: home ?? '',
    known: input.declared?.stepOf(id, step) ?? { origin: 'added' },
    platform: String(matrix.platform ?? ''),
  }));
  return {
    name: legName(id, job, matrix, expressions),
    matrix,
    runsOn,
    container: nameOf(job.container, 'image', expressions),
    environment: nameOf(job.environment, 'name', expressions),
    timeoutMinutes: job['timeout-minutes'] === undefined ? '' : expressions.show(String(job['timeout-minutes'])),
    calls: typeof job.uses === 'string' ? job.uses : '',
    steps: typeof job.uses === 'string' ? [callStep(input, job.uses)] : planned.map(({ plan }) => plan),
    // GitHub hands none on
    secrets: input.facts.event.fork ? [] : secretUses(input.declared?.originOf(id, job) === 'declared' ? [] : secretsIn({ ...job, steps: null, outputs: null }), planned),
  };
}

/** GitHub names a leg without a name of its own by its values. */
function legName(id: string, job: Mapping, matrix: Readonly<Record<string, Value>>, expressions: Expressions): string {
  const values = Object.values(matrix).filter((value) => value === null || typeof value !== 'object').join(', ');
  const suffix = values && ` (${values})`;
  if (typeof job.name !== 'string') {
    return `${id}${suffix}`;
  }
  return expressions.show(job.name) + (job.name.includes('${{') ? '' : suffix);
}

/** How a group stands among the labels; no label has a space. */
const GROUP = 'group ';

/** What a job asks of its runner: labels, and the group that it must be in. */
function labels(runsOn: Value | undefined, expressions: Expressions): string[] {
  const whole = typeof runsOn === 'string' ? expressions.value(runsOn) : { value: runsOn ?? null };
  const known = 'unknown' in whole ? runsOn : whole.value;
  const { group, labels: inGroup } = mapping(known);
  if (group !== undefined || inGroup !== undefined) {
    return [...texts(group).map((name) => `${GROUP}${name}`), ...texts(inGroup)].map((text) => expressions.show(text));
  }
  return list(known).flatMap((label) => {
    const outcome = expressions.value(label);
    return 'unknown' in outcome ? texts(label) : texts(outcome.value);
  });
}

function runnerContext(runsOn: readonly string[]): Record<string, Context> {
  if (isSelfHosted(runsOn)) {
    return { environment: 'self-hosted' };
  }
  const known = runsOn.some((label) => label.startsWith(GROUP)) ? undefined : RUNNERS.find(({ label }) => runsOn.includes(label));
  return known
    ? { os: { linux: 'Linux', windows: 'Windows', macos: 'macOS' }[known.os], arch: known.arch.toUpperCase(), environment: 'github-hosted' }
    : {};
}

/** A container or an environment: its name alone, or a mapping that holds it. */
function nameOf(value: Value | undefined, key: string, expressions: Expressions): string {
  const outcome = expressions.value(value ?? '');
  const known = 'unknown' in outcome ? value : outcome.value;
  const name = typeof known === 'string' ? known : mapping(known)[key];
  return typeof name === 'string' ? expressions.show(name) : '';
}

function callStep({ publishesIn }: JobsInput, uses: string): StepPlan {
  return {
    name: `the jobs of ${uses}`,
    origin: 'added',
    ...uses.startsWith('./') ? { runs: 'yes', why: '' } : { runs: 'unknown', why: 'the workflow lies in another repository' },
    workingDirectory: '',
    action: '',
    commands: [],
    scripts: [],
    unpacks: [],
    publishes: publishesIn(uses),
  };
}
