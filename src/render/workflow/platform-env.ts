import type { PlatformModel, StepModel } from '../../model/model';
import { runs, withParallel } from '../../model/steps';

/**
 * A step with the platform's variables; its own come first. A value stands in the step itself, so
 * it is a value whatever is in it, and a platform without the variable does not see it empty.
 */
export function withPlatformEnv(platform: PlatformModel, step: StepModel): StepModel {
  const { env } = platform;
  const whole = withParallel(step, (inner) => withPlatformEnv(platform, inner));
  return runs(step) && Object.keys(env).length ? { ...whole, env: { ...env, ...step.env } } : whole;
}
