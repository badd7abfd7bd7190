import { posix } from 'node:path';
import type { ArrivalPlan } from './plan';
import { secretsIn } from './secrets';
import type { Mapping } from '../../github/workflow-reader';
import { dependenciesOf, gitDependenciesIn, handedTo, repositoriesOf, secretsGivenTo, takersOf } from '../../model/jobs';
import type { BuildJobModel, Model, PlatformModel, PublishTargetModel, StepModel } from '../../model/model';
import { patternFromWorkspace } from '../../model/paths';
import { PUBLISH_SCRIPT } from '../../model/publish';
import type { BuildWorkflow } from '../../model/workflows';
import { BUILD } from '../../render/workflow/build-steps';
import { checkoutId } from '../../render/workflow/checkout-steps';
import { credentialSecrets } from '../../render/workflow/credential-secrets';
import { submodulesId } from '../../render/workflow/dependency-steps';
import { GUARD } from '../../render/workflow/guard-job';
import { UNPACK_HANDED_ON, UPLOAD_HANDED_ON } from '../../render/workflow/handed-on-steps';
import { releaseStepId } from '../../render/workflow/release-jobs';
import { STAMP } from '../../render/workflow/version-steps';
import { renderOne } from '../../render/workflow/workflows';
import { fileOf, type Scripts } from '../../text/scripts';
import { distinct } from '../../text/words';

/** What the model says of a generated step, so that nobody need read it out of its text. */
export interface GeneratedStep {
  /** Names of the fixed scripts that it is made of. */
  readonly scripts: readonly string[];
  /** The lines behind them. */
  readonly commands: readonly string[];
  /** What it unpacks of other jobs. */
  readonly unpacks: readonly ArrivalPlan[];
  /** Whether it writes the version into files. */
  readonly stamps?: true;
  /** The jobs that its artifact is for; none where that is a result. */
  readonly handedTo: readonly string[];
  /** What becomes public by it, or begins; none where nothing does. */
  readonly target?: PublishTargetModel;
  /** What it hands on from a platform: patterns of files, from the workspace. */
  handsOnFrom(platform: string): readonly string[];
  /** Names of the secrets that it is given on a platform. */
  secretsOn(platform: string): readonly string[];
}

/** The generated steps of a build, by the ids of their jobs and their own. */
export type GeneratedSteps = ReadonlyMap<string, ReadonlyMap<string, GeneratedStep>>;

/** No line of a user's is one of these. */
const PART = '\u0000';

/** How the script that publishes is called, up to the name of its file. */
const CALL = `node ${posix.dirname(PUBLISH_SCRIPT)}/`;

/** The build is rendered without the user's own steps, and with the names of the scripts in place of their texts. */
export function generatedSteps({ kind, model }: BuildWorkflow, scripts: Scripts): GeneratedSteps {
  const { jobs } = renderOne({ kind, model: withoutOwnSteps(model) }, namesOf(scripts));
  return new Map(Object.entries(jobs).map(([id, { steps }]) => {
    const job = model.jobs.find((one) => one.id === id);
    const generated = (step: StepModel) => job ? inBuildJob(model, job, step) : id === GUARD ? inGuard(step) : inPublishJob(model, id, step);
    return [id, new Map(steps.map((step) => [step.id!, generated(step)]))];
  }));
}

function withoutOwnSteps(model: Model): Model {
  const none = { setup: [], preInstallSteps: [], preBuildSteps: [], postBuildSteps: [] };
  const withoutTheirs = ({ platforms }: BuildJobModel) => platforms.map((platform) => ({ ...platform, ...none }));
  return {
    ...model,
    jobs: model.jobs.map((job) => ({ ...job, ...none, prepare: [], platforms: withoutTheirs(job) })),
    publish: model.publish.map((target) => target.kind === 'steps' ? { ...target, steps: [] } : target),
  };
}

function namesOf(scripts: Scripts): Scripts {
  return Object.fromEntries(Object.keys(scripts).map((key) => [key, `${PART}${fileOf(key)}`])) as unknown as Scripts;
}

function contentsOf({ run = '' }: StepModel): Pick<GeneratedStep, 'scripts' | 'commands'> {
  const lines = run.split('\n').map((line) => line.trimEnd()).filter(Boolean).map((line) => line.startsWith(CALL) ? `${PART}${line.slice(CALL.length)}` : line);
  return {
    scripts: lines.filter((line) => line.startsWith(PART)).map((line) => line.slice(PART.length)),
    commands: lines.filter((line) => !line.startsWith(PART)),
  };
}

function inGuard(step: StepModel): GeneratedStep {
  return {
    ...contentsOf(step),
    unpacks: [],
    handedTo: [],
    handsOnFrom: () => [],
    secretsOn: () => secretsOf(step),
  };
}

function secretsOf(step: StepModel): string[] {
  return secretsIn([step.env ?? {}, (step.with ?? {}) as Mapping]);
}

/** Nothing in these jobs but the user's own steps is of the user. */
function inPublishJob({ publish }: Model, job: string, step: StepModel): GeneratedStep {
  const publishes = step.run?.startsWith(CALL) && publish.find((target) => target.id === job || step.id === releaseStepId('publish', target));
  return {
    ...contentsOf(step),
    unpacks: [],
    handedTo: [],
    handsOnFrom: () => [],
    ...publishes && { target: publishes },
    secretsOn: () => secretsOf(step),
  };
}

function inBuildJob(model: Model, job: BuildJobModel, step: StepModel): GeneratedStep {
  const builds = step.id === BUILD || step.id!.startsWith(`${BUILD}-`);
  const platformsOf = (name: string) => job.platforms.filter((platform) => platform.name === name);
  return {
    ...contentsOf(step),
    unpacks: step.id === UNPACK_HANDED_ON ? arrivals(model, job) : [],
    ...step.id === STAMP && { stamps: true },
    handedTo: step.id === UPLOAD_HANDED_ON ? takersOf(model, job).map(({ id }) => id) : [],
    handsOnFrom: (name) => platformsOf(name).flatMap(({ artifacts }) => artifacts.map((pattern) => patternFromWorkspace(job, pattern))),
    secretsOn: (name) => builds ? platformsOf(name).flatMap((platform) => secretsOfBuild(model, job, platform)) : secretsOfCheckout(model, job, step),
  };
}

/** The variables and inputs that pass through a generated step are the user's own texts, and read. */
function secretsOfBuild(model: Model, job: BuildJobModel, platform: PlatformModel): string[] {
  return distinct([...secretsIn(platform.env), ...secretsGivenTo(model, { job, platform }).flatMap(({ names }) => names)]);
}

function secretsOfCheckout(model: Model, job: BuildJobModel, step: StepModel): string[] {
  const repositories = repositoriesOf(model, job);
  const inputs = repositories.filter((repository) => checkoutId(repository) === step.id).map((repository) => repository.with);
  const fetched = gitDependenciesIn(dependenciesOf(model, job));
  const updates = repositories.some((repository) => submodulesId(repository) === step.id);
  return distinct([
    ...credentialSecrets(repositories, step.id!, checkoutId),
    ...credentialSecrets(fetched, step.id!, () => updates ? step.id! : ''),
    ...secretsIn(inputs),
  ]);
}

function arrivals(model: Model, job: BuildJobModel): ArrivalPlan[] {
  return handedTo(model, job).map(({ from, path }) => ({ job: from.job.id, platform: from.platform.name, path: path || '.' }));
}
