import type { BuildJobModel, Model, SecretModel, StepModel } from './model';
import { stepTargetsOf } from './publish';
import { parallelSteps } from './steps';
import { distinct } from '../text/words';

/** What own steps ask of a secret, in `if` as `isSet` of the word writes it: a variable of the job, since GitHub knows no secrets there. */
const ASKED = /(?<![\w.-])env\s*\.\s*IS_SET_(\w+)/gi;

/** The variables of a job by which steps ask, or a text of one, each with the name of its secret. */
export function isSetVariables(asking: readonly StepModel[] | string): Record<string, string> {
  const names = distinct([...JSON.stringify(asking).matchAll(ASKED)].map(([, name]) => name));
  return Object.fromEntries(names.map((name) => [`IS_SET_${name}`, name]));
}

/** Every step that the declaration brings into a job. */
export function ownStepsOf(job: BuildJobModel): StepModel[] {
  return [...listsOf(job), ...job.prepare, ...job.platforms.flatMap(listsOf)].flatMap(withInner);
}

function withInner(step: StepModel): StepModel[] {
  return [step, ...parallelSteps(step)];
}

type StepLists = Pick<BuildJobModel, 'setup' | 'preInstallSteps' | 'preBuildSteps' | 'postBuildSteps'>;

function listsOf({ setup, preInstallSteps, preBuildSteps, postBuildSteps }: StepLists): StepModel[] {
  return [...setup.flatMap(({ steps }) => steps), ...preInstallSteps, ...preBuildSteps, ...postBuildSteps];
}

/** What the steps are called by that are skipped where a secret is not set. */
export function skippedWithout(model: Pick<Model, 'jobs' | 'publish'>, { names: [name] }: SecretModel): string[] {
  const steps = [...model.jobs.flatMap(ownStepsOf), ...stepTargetsOf(model).flatMap((target) => target.steps.flatMap(withInner))];
  const bound = steps.filter(({ if: condition = '' }) => needs(condition, `env.IS_SET_${name} == 'true'`));
  return distinct(bound.map(({ name: title, uses = '', run = '' }) => title ?? (uses.split('@')[0] || run)));
}

/** Whether a condition never holds without a part of it, as far as that is seen at once: neither as one of two, nor the other way round. */
function needs(condition: string, part: string): boolean {
  return !condition.includes('||') && /(?<!!\s*\(*)\0(?!\)*\s*[!=]=)/.test(condition.replaceAll(part, '\0'));
}
