import { fail } from './report';

/** A variable of the environment; '' is a value. */
export function input(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    fail('the-script-was-called-wrongly', `The step has no variable ${name}. Run "npx projen", which writes the workflow anew.`);
  }
  return value;
}

/** What the workflow says as JSON, in the shape of contract.ts. */
export function readPlan<T>(name: string): T {
  try {
    return JSON.parse(input(name));
  } catch (error) {
    fail('the-script-was-called-wrongly', `The variable ${name} of the step is no JSON: ${(error as Error).message}. Run "npx projen", which writes the workflow anew.`);
  }
}
