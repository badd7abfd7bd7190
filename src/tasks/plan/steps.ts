import { envOf, type JobsInput, type RunFacts } from './contexts';
import type { Known } from './declared';
import type { GeneratedStep } from './generated-steps';
import type { StepPlan } from './plan';
import { secretsIn, type StepWithSecrets } from './secrets';
import { Expressions, Partly, runsOf, type Context, type Outcome } from '../../github/expression-evaluator';
import { actionPublishes, commandsPublish } from '../../github/publishers';
import { mapping, type Mapping, type Value } from '../../github/workflow-reader';
import { fileOf, partsIn, type Scripts } from '../../text/scripts';

interface StepInput extends Pick<JobsInput, 'engine' | 'facts' | 'scripts'> {
  readonly contexts: Record<string, Context>;
  /** The job's working directory for `run`. */
  readonly home: Value;
  /** Of the step, before its text is read. */
  readonly known: Known;
  /** Name of the leg in a generated matrix. */
  readonly platform: string;
}

/** The part of our scripts that is told what to install. */
const PACKAGES = fileOf('packages');

/** One step of a leg: as the model says, where it generates the step, and as its text says otherwise. */
export function planStep(step: Mapping, input: StepInput): StepWithSecrets {
  const { engine, contexts, home, facts, scripts, known: { origin, generated }, platform } = input;
  const env = { ...(contexts.env as Partly).known, ...envOf(step.env, new Expressions(engine, contexts)) };
  const expressions = new Expressions(engine, { ...contexts, env: new Partly(env) });
  const outcome: Outcome<boolean> = step.if === undefined ? { value: true } : new Expressions(engine, contexts).condition(String(step.if));
  const uses = typeof step.uses === 'string' ? step.uses : '';
  const run = typeof step.run === 'string' ? expressions.show(step.run) : '';
  const inputs = Object.fromEntries(Object.entries(mapping(step.with)).map(([name, value]) => [name, expressions.show(String(value ?? ''))]));
  const known = withHandedOn(knownAction(uses, inputs, facts), platform, generated);
  const parts = generated ?? splitScripts(run, scripts);
  const directory = step['working-directory'] ?? home;
  const plan: StepPlan = {
    name: stepName(step, uses, run, expressions),
    origin,
    runs: runsOf(outcome),
    why: 'unknown' in outcome ? outcome.unknown : '',
    workingDirectory: run && typeof directory === 'string' ? expressions.show(directory) : '',
    ...known,
    action: known ? '' : uses,
    ...parts.scripts.includes(PACKAGES) && { packages: String(env.PACKAGES ?? '').split('\n') },
    commands: parts.commands,
    scripts: parts.scripts,
    unpacks: generated?.unpacks ?? [],
    ...generated?.stamps && facts.stamps && { stamps: facts.stamps },
    publishes: runsOf(outcome) === 'no' ? [] : publishesOf(uses, inputs, run, generated),
  };
  return { plan, secrets: generated ? generated.secretsOn(platform) : secretsIn(step) };
}

function stepName(step: Mapping, uses: string, run: string, expressions: Expressions): string {
  return typeof step.name === 'string' ? expressions.show(step.name) : uses || run.trim().split('\n')[0] || 'a step without a name';
}

/** Where a step seems to publish: of a generated one, only the user's commands can. */
export function publishesOf(uses: string, inputs: Readonly<Record<string, string>>, run: string, generated: GeneratedStep | undefined): string[] {
  return generated ? commandsPublish(generated.commands.join('\n')) : [...actionPublishes(uses, inputs), ...commandsPublish(run)];
}

type KnownAction = Pick<StepPlan, 'checkout' | 'artifact' | 'download'>;

function knownAction(uses: string, inputs: Record<string, string>, { repository: own, event }: RunFacts): KnownAction | undefined {
  switch (uses.split('@')[0].toLowerCase()) {
    case 'actions/checkout':
      return {
        checkout: {
          repository: inputs.repository || own || 'this repository',
          ref: inputs.ref || (inputs.repository && inputs.repository !== own ? '' : event.refName),
          path: inputs.path || '.',
          files: (inputs['sparse-checkout'] ?? '').split('\n').map((line) => line.trim().replace(/^\//, '')).filter(Boolean),
        },
      };
    case 'actions/upload-artifact':
      return {
        artifact: {
          name: inputs.name || 'artifact',
          path: (inputs.path ?? '').split('\n').map((line) => line.trim()).filter(Boolean),
          retentionDays: inputs['retention-days'] ?? '',
          handedTo: [],
        },
      };
    case 'actions/download-artifact':
      return { download: { name: inputs.name || inputs.pattern?.replace(/\\(.)/g, '$1') || '', path: inputs.path || '.' } };
    default:
      return undefined;
  }
}

/** What is handed on is packed first: the model says what. */
function withHandedOn(known: KnownAction | undefined, platform: string, generated?: GeneratedStep): KnownAction | undefined {
  return known?.artifact && generated?.handedTo.length
    ? { artifact: { ...known.artifact, path: generated.handsOnFrom(platform), handedTo: generated.handedTo } }
    : known;
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
