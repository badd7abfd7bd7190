import { wholeExpression } from '../../github/expressions';
import type { BuildJobModel, PlatformModel, StepModel } from '../../model/model';
import { platformId, runs, withParallel } from '../../model/steps';
import { freeName } from '../../text/words';

/** How many names still read well as `a || b`. */
const SPELLED_OUT = 3;

/** Ids that generated steps of several platforms share. Those of own steps stay: expressions refer to them. */
const SHARED_ID = /^(build|smoke-test|setup-.*)$/;

/** GitHub takes fewer than 100 characters; there must be room for a number. */
const MAX_ID_LENGTH = 90;

/**
 * The steps of several platforms in one list: what platforms have in common stands there once,
 * and each step runs on those that declare it. The order within each platform stays.
 */
export function forPlatforms(platforms: readonly PlatformModel[], stepsOf: (platform: PlatformModel) => readonly StepModel[]): StepModel[] {
  const lists = platforms.map((platform) => ({ name: platform.name, steps: stepsOf(platform) }));
  const longest = Math.max(0, ...lists.map(({ steps }) => steps.length));
  return Array.from({ length: longest }, (_, position) => {
    const groups = new Map<string, { step: StepModel; names: string[] }>();
    for (const { name, steps } of lists.filter((list) => position < list.steps.length)) {
      const key = JSON.stringify(steps[position]);
      const group = groups.get(key) ?? { step: steps[position], names: [] };
      groups.set(key, { ...group, names: [...group.names, name] });
    }
    return [...groups.values()].map(({ step, names }) => onlyOn(names, platforms.length, step));
  }).flat();
}

/** A step that runs on some of so many platforms. */
export function onlyOn(names: string[], total: number, step: StepModel): StepModel {
  return names.length === total ? step : onCondition(names, step);
}

function onCondition(names: string[], step: StepModel): StepModel {
  const condition = names.length <= SPELLED_OUT
    ? names.map((name) => `matrix.platform == '${name}'`).join(' || ')
    : `contains(fromJSON('${JSON.stringify(names)}'), matrix.platform)`;
  return withCondition(condition, step, (id) => SHARED_ID.test(id) ? `${id}-${platformId(names[0])}` : id);
}

/** GitHub takes an `if` only where something runs: steps that run at the same time have one each. */
export function withCondition(condition: string, step: StepModel, newId = (id: string) => id): StepModel {
  if (!runs(step)) {
    return withParallel(step, (inner) => withCondition(condition, inner, newId));
  }
  const { name, id, if: own, ...rest } = step;
  // it may be written with or without its braces
  const bare = own && (wholeExpression(own) ?? own);
  return { name, ...id && { id: newId(id) }, if: bare ? `(${condition}) && (${bare})` : condition, ...rest };
}

/** Own `run` steps are at home in the working directory, unless they say otherwise. */
export function atHome(job: BuildJobModel, step: StepModel): StepModel {
  const { workingDirectory } = job;
  return step.run !== undefined && step['working-directory'] === undefined && workingDirectory
    ? { ...step, 'working-directory': workingDirectory }
    : withParallel(step, (inner) => atHome(job, inner));
}

/** Gives every step a stable id: its own, or one made from its name. Parallel steps are no step that could have one. */
export function withIds(steps: readonly StepModel[]): StepModel[] {
  const taken = new Set(steps.flatMap(({ id }) => id?.toLowerCase() ?? []));
  return steps.map((step) => {
    if (step.id || 'parallel' in step) {
      return step;
    }
    return { ...step, id: freeName(idOf(step.name ?? step.uses?.split('@')[0] ?? 'step'), '-', taken) };
  });
}

function idOf(text: string): string {
  // GitHub keeps ids that begin with two underscores for itself
  const slug = text.toLowerCase().replace(/[^a-z0-9_]+/g, '-').replace(/^-+|(?<!-)-+$/g, '').replace(/^__+/, '_');
  return (/^[a-z_]/.test(slug) ? slug : `step-${slug}`.replace(/-$/, '')).slice(0, MAX_ID_LENGTH);
}
