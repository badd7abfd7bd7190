import type { StepReader } from '../workflow/step-reader';

/** Every kind of step that a workflow is read by, the particular before the general. */
export const stepReaders: readonly StepReader[] = [
];
