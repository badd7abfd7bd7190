import type { github } from 'projen';
import type { StepModel } from './model/model';

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

function kebabCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** For keys of GitHub's workflow syntax. */
export function camelCase(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}
