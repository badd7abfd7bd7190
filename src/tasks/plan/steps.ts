import { envOf, type JobsInput, type RunFacts } from './contexts';
import { Expressions, Partly, runsOf, type Context, type Outcome } from './expressions';
import type { StepPlan } from './plan';
import { actionPublishes, commandsPublish } from './publishing';
import { secretsIn, type StepWithSecrets } from './secrets';
import { mapping, type Mapping, type Value } from '../../github/workflow-reader';
import { partsIn, type Scripts } from '../../text/scripts';

interface StepInput extends Pick<JobsInput, 'engine' | 'facts' | 'scripts'> {
  readonly contexts: Record<string, Context>;
  /** The job's working directory for `run`. */
  readonly home: Value;
}

/** One step of a leg. */
export function planStep(step: Mapping, { engine, contexts, home, facts, scripts }: StepInput): StepWithSecrets {
  const env = { ...(contexts.env as Partly).known, ...envOf(step.env, new Expressions(engine, contexts)) };
  const expressions = new Expressions(engine, { ...contexts, env: new Partly(env) });
  const outcome: Outcome<boolean> = step.if === undefined ? { value: true } : new Expressions(engine, contexts).condition(String(step.if));
  const uses = typeof step.uses === 'string' ? step.uses : '';
  const run = typeof step.run === 'string' ? expressions.show(step.run) : '';
  const inputs = Object.fromEntries(Object.entries(mapping(step.with)).map(([name, value]) => [name, expressions.show(String(value ?? ''))]));
  const known = knownAction(uses, inputs, facts);
  const own = splitScripts(run, scripts);
  const directory = step['working-directory'] ?? home;
  const plan: StepPlan = {
    name: stepName(step, uses, run, expressions),
    runs: runsOf(outcome),
    why: 'unknown' in outcome ? outcome.unknown : '',
    workingDirectory: run && typeof directory === 'string' ? expressions.show(directory) : '',
    ...known,
    action: known ? '' : uses,
    ...own,
    publishes: runsOf(outcome) === 'no' ? [] : [...actionPublishes(uses, inputs), ...commandsPublish(run)],
  };
  return { plan, secrets: secretsIn(step) };
}

function stepName(step: Mapping, uses: string, run: string, expressions: Expressions): string {
  return typeof step.name === 'string' ? expressions.show(step.name) : uses || run.trim().split('\n')[0] || 'a step without a name';
}

function knownAction(uses: string, inputs: Record<string, string>, { repository: own, event }: RunFacts): Pick<StepPlan, 'checkout' | 'artifact'> | undefined {
  switch (uses.split('@')[0].toLowerCase()) {
    case 'actions/checkout':
      return {
        checkout: {
          repository: inputs.repository || own || 'this repository',
          ref: inputs.ref || (inputs.repository && inputs.repository !== own ? '' : event.refName),
          path: inputs.path || '.',
        },
      };
    case 'actions/upload-artifact':
      return {
        artifact: {
          name: inputs.name || 'artifact',
          path: (inputs.path ?? '').split('\n').map((line) => line.trim()).filter(Boolean),
          retentionDays: inputs['retention-days'] ?? '',
        },
      };
    default:
      return undefined;
  }
}

/** The fixed scripts are named, and only what is left is shown. */
function splitScripts(run: string, scripts: Scripts): Pick<StepPlan, 'scripts' | 'commands'> {
  const found = partsIn(run, scripts);
  const rest = found.reduce((left, { text }) => left.replace(text, () => ''), run);
  return {
    scripts: found.map(({ file }) => file),
    commands: rest.split('\n').map((line) => line.trimEnd()).filter(Boolean),
  };
}
