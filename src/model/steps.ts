import type { github } from 'projen';
import type { PlatformModel, StepModel } from './model';
import { kebabCase } from '../text/words';

/** Ids of the steps that every build job has, and how those of its own checkouts and tools begin. */
export const RESERVED_IDS = /^(check-outputs|empty-workspace|collect|upload|build|smoke-test|(upload|unpack)-handed-on|(checkout|submodules|dependencies|setup|build|smoke-test|app-token)-.*)$/i;

/** projen's step, in the words of the workflow file. */
export function toStepModel(step: github.workflows.JobStep): StepModel {
  return Object.fromEntries(
    Object.entries(step)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [kebabCase(key), key === 'parallel' ? value.map(toStepModel) : value]),
  );
}

/** The other way round. */
export function toJobStep(step: StepModel): github.workflows.JobStep {
  return Object.fromEntries(
    Object.entries(step).map(([key, value]) => [camelCase(key), key === 'parallel' ? value.map(toJobStep) : value]),
  );
}

/** Whether a step does something itself, and neither waits nor holds others. */
export function runs({ run, uses }: StepModel): boolean {
  return run !== undefined || uses !== undefined;
}

/** The steps that a step runs at the same time. */
export function parallelSteps(step: StepModel): readonly StepModel[] {
  return step.parallel ?? [];
}

/** A step with the steps that it runs at the same time changed. */
export function withParallel(step: StepModel, change: (inner: StepModel) => StepModel): StepModel {
  return step.parallel ? { ...step, parallel: step.parallel.map(change) } : step;
}

/**
 * A step with the platform's variables, or others; its own come first. A value stands in the step itself,
 * so it is a value whatever is in it, and a platform without the variable does not see it empty.
 */
export function withEnv(env: PlatformModel['env'], step: StepModel): StepModel {
  const whole = withParallel(step, (inner) => withEnv(env, inner));
  return runs(step) && Object.keys(env).length ? { ...whole, env: { ...env, ...step.env } } : whole;
}

/** A platform's name as a part of a step's id, which has no dots. */
export function platformId(name: string): string {
  return name.replaceAll('.', '-');
}

/** For keys of GitHub's workflow syntax. */
export function camelCase(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
